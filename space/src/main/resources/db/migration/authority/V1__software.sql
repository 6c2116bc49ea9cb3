-- Software that may ask the store in a structure's name, and the tokens that it was given.

create table authority.software (
    id        text primary key,
    name      text not null,
    -- The Organization in whose name it asks.
    structure text not null,
    -- SMART scopes, separated by spaces.
    scopes    text not null,
    -- Its public keys, as a JSON Web Key Set.
    keys      text not null
);

create table authority.token (
    id         text primary key,
    -- SHA-256 of the token.
    secret     bytea not null unique,
    software   text not null references authority.software on delete cascade,
    scopes     text not null,
    issued_at  timestamptz not null,
    expires_at timestamptz not null
);

-- Assertions that have served, so that none serves twice.
create table authority.assertion (
    software   text not null,
    jti        text not null,
    expires_at timestamptz not null,
    primary key (software, jti)
);
