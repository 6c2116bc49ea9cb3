-- Who is on their way to an identity provider, and which sessions stand on one there.

create table federation.departure (
    -- SHA-256 of what the browser keeps.
    secret       bytea primary key,
    provider     text not null,
    state        text not null,
    nonce        text not null,
    verifier     text not null,
    redirect_uri text not null,
    destination  text not null,
    ends_at      timestamptz not null
);

create table federation.stay (
    -- The session here.
    session  uuid primary key,
    provider text not null,
    -- The session there; empty when it has no name.
    sid      text not null,
    subject  text not null,
    -- The signed token about the person, by which the session there is ended.
    identity text not null
);
create index stay_there on federation.stay (provider, sid);
create index stay_subject on federation.stay (provider, subject);
