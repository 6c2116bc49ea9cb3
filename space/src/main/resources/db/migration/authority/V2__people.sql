-- Software that acts for people: what they allow it, and the tokens by which it shows that.

alter table authority.software
    -- An application need not belong to one structure, nor have keys.
    alter column structure drop not null,
    -- What it may do, separated by spaces: SERVICE, APPLICATION, EXCHANGE, RESOURCES.
    add column uses text not null default 'SERVICE',
    -- Where people are sent back to, separated by spaces.
    add column redirects text not null default '',
    -- Where it begins when it is opened from a record.
    add column launch text;

-- What somebody allows software to do in their name, where they work.
create table authority.approval (
    id       uuid primary key,
    software text not null references authority.software on delete cascade,
    account  uuid not null,
    -- Their PractitionerRole; none for those who act nowhere.
    position text,
    scopes   text not null,
    given_at timestamptz not null,
    ends_at  timestamptz not null,
    unique nulls not distinct (account, software, position)
);

-- One time that software began to act under an approval: a family of tokens, which end together.
create table authority.delegation (
    id               uuid primary key,
    approval         uuid not null references authority.approval on delete cascade,
    -- The session with which it ends; none when it outlives it.
    session          uuid,
    scopes           text not null,
    patient          text,
    redirect         text not null,
    challenge        text not null,
    nonce            text,
    road             text not null,
    authenticated_at timestamptz not null
);

create index delegation_approval on authority.delegation (approval);

-- Tokens live minutes: those of before are asked for again.
drop table authority.token;

create table authority.token (
    -- SHA-256 of the token.
    secret     bytea primary key,
    -- CODE, ACCESS or REFRESH.
    kind       text not null,
    software   text not null references authority.software on delete cascade,
    -- None when the software acts for its structure.
    delegation uuid references authority.delegation on delete cascade,
    scopes     text not null,
    issued_at  timestamptz not null,
    expires_at timestamptz not null,
    -- When a code or a refresh token was used: it serves once.
    used_at    timestamptz
);

create index token_delegation on authority.token (delegation);

-- Launches from a record: what an application was opened on, until it asks.
create table authority.launch (
    -- SHA-256 of the value that the application was opened with.
    secret     bytea primary key,
    software   text not null references authority.software on delete cascade,
    account    uuid not null,
    patient    text not null,
    expires_at timestamptz not null
);

-- The keys with which this server signs who somebody is; several are published while one takes over from another.
create table authority.signing_key (
    id      text primary key,
    -- The private key (JWK), sealed by the server's own key, which is not in the database.
    sealed  bytea not null,
    made_at timestamptz not null
);
