-- Documents and the offer of care are found too; the cursor begins anew, so that what is there already is looked at again.

alter table search.entry rename column born to day;
-- Whose it is: whoever has to do with few patients is proposed what is theirs.
alter table search.entry add column patient text collate "C" not null default '';

create table search.document partition of search.entry for values in ('DocumentReference');
create table search.offer partition of search.entry for values in ('HealthcareService');
create table search.place partition of search.entry for values in ('Location');

create index on search.entry (patient) where patient <> '';
