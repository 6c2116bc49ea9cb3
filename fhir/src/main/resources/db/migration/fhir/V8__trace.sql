-- The trace: one row for each access to data, never changed and never taken away. Instants are microseconds since 1970 UTC.

-- Who asked, once for each name, person, organisation and purpose; '' where there is none.
create table fhir.trace_caller (
  id           int generated always as identity primary key,
  name         text collate "C" not null,
  person       text collate "C" not null,
  organisation text collate "C" not null,
  purpose      text collate "C" not null,
  unique (name, person, organisation, purpose)
);

-- patient: whom the access was about; 0 for nobody, and for several, who then stand in trace_patient.
-- txid and epoch: the transaction that wrote the row, by which the sealer knows what it has not sealed.
create table fhir.trace (
  moment    bigint not null,
  id        bigint not null,
  patient   bigint not null,
  txid      bigint not null default pg_current_xact_id()::text::bigint,
  epoch     int not null,
  caller    int not null,
  type      int not null,
  version   int not null,
  outcome   smallint not null,
  action    "char" not null,
  address   text collate "C" not null,
  session   text collate "C" not null,
  detail    text collate "C" not null,
  resources bigint[] not null,
  primary key (moment, id)
);
create index trace_about on fhir.trace (patient, moment, id) where patient <> 0;
create index trace_by on fhir.trace (caller, moment, id);
create index trace_unsealed on fhir.trace using brin (epoch, txid) with (pages_per_range = 16, autosummarize = on);

create table fhir.trace_patient (
  patient bigint not null,
  moment  bigint not null,
  id      bigint not null,
  primary key (patient, moment, id)
);
create index trace_patient_entry on fhir.trace_patient (moment, id);

-- AuditEvents that others sent, whole. Their entry's moment is what they call recorded.
create table fhir.trace_received (
  moment   bigint not null,
  id       bigint not null,
  started  bigint not null,
  event    text collate "C" not null,  -- system|code, as the subtype
  subtype  text collate "C" not null,
  action   text collate "C" not null,
  body     bytea not null,
  primary key (moment, id)
);
alter table fhir.trace_received alter column body set storage external;

-- Stretches of the trace in the order in which they were committed: the digest of each entry, and a hash of all that
-- continues the hash before. What was written by transactions before (epoch, until) is sealed.
create table fhir.trace_seal (
  number  bigint primary key,
  day     int not null,      -- days since 1970 UTC
  made    bigint not null,
  epoch   int not null,
  until   bigint not null,
  moments bigint[] not null,
  ids     bigint[] not null,
  digests bytea not null,    -- 32 bytes each
  hash    bytea not null
);
alter table fhir.trace_seal alter column digests set storage external;
create index trace_seal_day on fhir.trace_seal (day, number);

create function fhir.refuse_trace_change() returns trigger language plpgsql as $$
begin
  raise exception 'The trace is never changed' using errcode = 'PV002';
end $$;

create trigger append_only before update or delete or truncate on fhir.trace_caller
  for each statement execute function fhir.refuse_trace_change();
create trigger append_only before update or delete or truncate on fhir.trace
  for each statement execute function fhir.refuse_trace_change();
create trigger append_only before update or delete or truncate on fhir.trace_patient
  for each statement execute function fhir.refuse_trace_change();
create trigger append_only before update or delete or truncate on fhir.trace_received
  for each statement execute function fhir.refuse_trace_change();
create trigger append_only before update or delete or truncate on fhir.trace_seal
  for each statement execute function fhir.refuse_trace_change();
