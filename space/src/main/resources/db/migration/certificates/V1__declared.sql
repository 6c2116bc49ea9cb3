-- Which certificates stand for which structures.
create table certificates.declared (
    id             uuid primary key,
    -- Logical id of the Organization, and its name as it is shown.
    structure      text not null,
    structure_name text not null,
    use            text not null check (use in ('SOFTWARE', 'GATEWAY')),
    name           text not null,
    -- Distinguished names (RFC 2253).
    subject        text not null,
    issuer         text not null,
    -- SHA-256 of the certificate that was declared, as people compare it.
    fingerprint    text not null unique,
    -- Whether later certificates of the same subject and issuer stand for the structure too.
    renewed        boolean not null,
    ends_at        timestamptz not null
);
