-- Structures look after their own people.

-- For whom an invitation is, and into what.
alter table access.invitation
    add column name       text,
    add column mail       text,
    -- The Organization, and the family of the position that waits there.
    add column structure  text,
    add column family     text,
    add column referent   boolean not null default false,
    add column invited_by uuid references access.account;

-- Who manages the people of which Organization.
create table access.referent (
    account   uuid not null references access.account,
    structure text not null,
    since     timestamptz not null,
    primary key (account, structure)
);

-- When somebody's place in an Organization was last confirmed, and when that was last asked for.
create table access.review (
    account     uuid not null references access.account,
    structure   text not null,
    reviewed_at timestamptz not null,
    reminded_at timestamptz,
    primary key (account, structure)
);

-- The code sent by mail to a login that waits, as its hash.
alter table access.login
    add column mailed_code  bytea,
    add column mailed_until timestamptz;

-- Links that let somebody choose a new password, once.
create table access.recovery (
    secret  bytea primary key,
    account uuid not null references access.account,
    ends_at timestamptz not null
);
