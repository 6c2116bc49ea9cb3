-- Establishments that vouch for their own staff by a provider of theirs.

create table federation.directory (
    key           text primary key,
    -- The Organization that vouches.
    structure     text not null,
    name          text not null,
    issuer        text not null unique,
    client_id     text not null,
    -- Sealed by the server's key.
    client_secret bytea not null,
    groups_claim  text not null
);

-- What members of a group are here.
create table federation.directory_group (
    directory  text not null references federation.directory on delete cascade,
    group_name text not null,
    family     text not null,
    primary key (directory, group_name)
);
