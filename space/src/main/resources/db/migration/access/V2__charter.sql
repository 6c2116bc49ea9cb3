-- Who accepted which version of the usage charter, and when.
create table access.acceptance (
    account     uuid not null references access.account,
    version     integer not null,
    accepted_at timestamptz not null,
    primary key (account, version)
);
