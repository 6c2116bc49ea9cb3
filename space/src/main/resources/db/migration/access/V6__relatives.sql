-- As whom citizens are known to those whom they stand by: their RelatedPersons, beside the person that they are.

create table access.relative (
    person  text primary key,
    account uuid not null references access.account,
    since   timestamptz not null
);
create index relative_account on access.relative (account);

-- An invitation that a patient sends leads to this RelatedPerson.
alter table access.invitation add column person text;
