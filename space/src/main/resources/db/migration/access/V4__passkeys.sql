-- Keys that people's devices keep; Parvis keeps their public half.
create table access.passkey (
    -- Its credential's id, in base64url.
    id              text primary key,
    account         uuid not null references access.account,
    name            text not null,
    -- AttestedCredentialData (WebAuthn, section 6.5.1), in base64url.
    data            text not null,
    counter         bigint not null,
    backup_eligible boolean not null,
    backed_up       boolean not null,
    created_at      timestamptz not null,
    used_at         timestamptz
);
create index passkey_account on access.passkey (account);

-- Challenges that have been answered: each is, once.
create table access.answered (
    challenge bytea primary key,
    ends_at   timestamptz not null
);
