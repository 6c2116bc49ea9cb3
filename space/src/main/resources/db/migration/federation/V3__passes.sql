-- Whom the gateway of an establishment's network announced, until they come.
create table federation.pass (
    -- SHA-256 of what their browser shows.
    secret        bytea primary key,
    -- The certificate of the gateway, and the statement that it signed: each serves once.
    gateway       uuid not null,
    statement     text not null,
    -- The Organization whose network it is.
    structure     text not null,
    subject       text not null,
    family_name   text not null,
    given_name    text not null,
    number_system text not null,
    number_value  text not null,
    role_family   text not null,
    served        boolean not null default false,
    ends_at       timestamptz not null,
    unique (gateway, statement)
);
