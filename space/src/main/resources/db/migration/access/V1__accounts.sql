-- Who may come in, how they prove it, and who is in now. A secret is kept as its SHA-256 only.

create table access.account (
    id         uuid primary key,
    -- In lower case, as it is compared.
    login      text not null unique,
    name       text not null,
    audience   text not null check (audience in ('PROFESSIONAL', 'CITIZEN', 'OPERATOR')),
    -- The resource that stands for them: Practitioner/12, Patient/7, RelatedPerson/3.
    person     text,
    mail       text,
    state      text not null check (state in ('ACTIVE', 'SUSPENDED', 'CLOSED')),
    created_at timestamptz not null,
    -- bcrypt of the password as marked by the server's key.
    password   text,
    -- Sealed by the server's key.
    code_key   bytea,
    -- The newest time step whose code was used: a code serves once.
    code_step  bigint not null default 0
);

-- Under which name an identity provider knows an account.
create table access.identity (
    issuer  text not null,
    subject text not null,
    account uuid not null references access.account,
    primary key (issuer, subject)
);

create table access.session (
    id            uuid primary key,
    secret        bytea not null unique,
    account       uuid not null references access.account,
    road          text not null,
    second_factor boolean not null,
    -- The PractitionerRole as which they act.
    position      text,
    address       text not null,
    browser       text not null,
    opened_at     timestamptz not null,
    seen_at       timestamptz not null,
    ends_at       timestamptz not null
);
create index session_account on access.session (account);

-- Logins that have shown a password, and not yet a second factor.
create table access.login (
    secret      bytea primary key,
    account     uuid not null references access.account,
    destination text not null,
    -- Offered to an account without one-time codes, sealed; it becomes the account's with the first right code.
    code_key    bytea,
    ends_at     timestamptz not null
);

-- Links that let one person open one account, once.
create table access.invitation (
    secret   bytea primary key,
    audience text not null check (audience in ('PROFESSIONAL', 'CITIZEN', 'OPERATOR')),
    ends_at  timestamptz not null
);

-- How often an account or an address was tried lately, and when it may try again.
create table access.tries (
    subject text primary key,
    count   integer not null,
    last_at timestamptz not null,
    next_at timestamptz not null
);
