-- The store: current resources, superseded versions, one narrow row per indexed value, and the feed.
-- `patient` stands on every clinical row: the rid of the patient whom the resource is about, 0 for none or several.
-- Instants are microseconds since 1970 UTC, so that arrays of them travel in binary form.

-- Words kept once: resource types, search parameters, systems, units, owners, label sets.
create table fhir.word (
  id   int generated always as identity primary key,
  kind text collate "C" not null,
  word text collate "C" not null,
  unique (kind, word)
);

-- Every known identity, alive or deleted: it is what a write locks, and never goes away.
create table fhir.identity (
  type    int not null,
  fid     text collate "C" not null,
  rid     bigint not null,
  patient bigint not null,
  primary key (type, fid)
);

-- Blocks of 1000 rids: time-ordered, so that new rows land beside each other.
create sequence fhir.rid_block increment by 1000 start with 1000;

create table fhir.resource (
  patient bigint not null,
  rid     bigint not null,
  updated bigint not null,
  type    int not null,
  version int not null,
  owner   int not null,
  labels  int not null,
  shared  boolean not null,
  method  "char" not null,
  fid     text collate "C" not null,
  body    bytea not null,
  primary key (rid, patient)
);
-- Bodies are compressed by the store: PostgreSQL shall not try again.
alter table fhir.resource alter column body set storage external;
create index resource_updated on fhir.resource (type, updated, rid);

-- Versions that a later one replaced, and the marks of deletion (method D, empty body).
create table fhir.superseded (
  patient bigint not null,
  rid     bigint not null,
  updated bigint not null,
  type    int not null,
  version int not null,
  owner   int not null,
  labels  int not null,
  shared  boolean not null,
  method  "char" not null,
  fid     text collate "C" not null,
  body    bytea not null,
  primary key (rid, version)
);
alter table fhir.superseded alter column body set storage external;
create index superseded_updated on fhir.superseded (type, updated, rid);

-- The patients of a resource that names several; such a resource stands under patient 0.
create table fhir.shared_patient (
  rid     bigint not null,
  patient bigint not null,
  primary key (rid, patient)
);

-- flags: 1 = first with this code in its resource, 2 = smallest and 4 = largest value of this parameter in its resource.
create table fhir.ix_token (
  param int not null, sys int not null, patient bigint not null, rid bigint not null,
  txt int not null, flags smallint not null, code text collate "C" not null
);
create index ix_token_code on fhir.ix_token (param, code, patient, rid) include (sys, flags);

-- Texts shown beside a token (display, concept text), kept once per token for the :text modifier.
create table fhir.token_text (
  id     int generated always as identity primary key,
  param  int not null,
  sys    int not null,
  code   text collate "C" not null,
  folded text collate "C" not null,
  unique (param, code, sys, folded)
);

create table fhir.ix_reference (
  target bigint not null, patient bigint not null, rid bigint not null, param int not null, type int not null
);
create index ix_reference_target on fhir.ix_reference (target, param, patient, rid);
create index ix_reference_source on fhir.ix_reference (rid, param) include (target, type);

create table fhir.ix_date (
  low bigint not null, high bigint not null, patient bigint not null, rid bigint not null,
  param int not null, flags smallint not null
);
create index ix_date_low on fhir.ix_date (param, low, patient, rid) include (high);
create index ix_date_high on fhir.ix_date (param, high, patient, rid) include (low);
create index ix_date_patient on fhir.ix_date (patient, param, low, rid) include (high, flags);
create index ix_date_source on fhir.ix_date (rid, param) include (low, high, flags) where patient = 0;

create table fhir.ix_string (
  patient bigint not null, rid bigint not null, param int not null, flags smallint not null,
  folded text collate "C" not null, exact text collate "C" not null
);
create index ix_string_folded on fhir.ix_string (param, folded, patient, rid);
create index ix_string_source on fhir.ix_string (rid, param);

-- Numbers too (unit 0). clow and chigh: the same range in the canonical UCUM unit cunit, or low and high again when there is none.
create table fhir.ix_quantity (
  low float8 not null, high float8 not null, clow float8 not null, chigh float8 not null,
  patient bigint not null, rid bigint not null,
  param int not null, unit int not null, cunit int not null, flags smallint not null
);
create index ix_quantity_value on fhir.ix_quantity (param, clow, patient, rid) include (cunit, chigh);
create index ix_quantity_source on fhir.ix_quantity (rid, param);

-- Composites: a token or reference first, then a token, a string, a date (microseconds) or a quantity of the same element.
create table fhir.ix_pair (
  low float8 not null, high float8 not null, clow float8 not null, chigh float8 not null,
  patient bigint not null, rid bigint not null,
  param int not null, sys int not null, unit int not null, cunit int not null, sys2 int not null,
  code text collate "C" not null, code2 text collate "C" not null
);
create index ix_pair_value on fhir.ix_pair (param, code, clow, patient, rid) include (sys, cunit, chigh);

create table fhir.ix_position (
  latitude float8 not null, longitude float8 not null, patient bigint not null, rid bigint not null, param int not null
);
create index ix_position_place on fhir.ix_position (param, latitude, longitude, patient, rid);

-- One life of the database cluster: transaction ids start again after a restore, so the feed's order begins with it.
create table fhir.epoch (
  id       int generated always as identity primary key,
  cluster  bigint not null unique,
  began_at bigint not null
);

-- The feed: every committed change, in commit-safe order (epoch, txid, seq).
create table fhir.change (
  txid    xid8 not null default pg_current_xact_id(),
  rid     bigint not null,
  patient bigint not null,
  at      bigint not null,
  epoch   int not null,
  seq     int not null,
  type    int not null,
  version int not null,
  owner   int not null,
  labels  int not null,
  shared  boolean not null,
  method  "char" not null,
  fid     text collate "C" not null,
  primary key (epoch, txid, seq)
);

-- Keys that the store makes for itself once: page links, export links.
create table fhir.secret (
  name text primary key,
  key  bytea not null
);

-- The search parameters in force, one row. A write takes part only if its node knows their number, and so leaves no row
-- of theirs out.
create table fhir.definitions (
  number     bigint not null,  -- grows when what is taken from resources changes
  revision   bigint not null,  -- grows with the number, and when a parameter becomes searchable
  extraction int not null      -- version of the extraction by which rows are made
);
insert into fhir.definitions (number, revision, extraction) values (0, 0, 0);

create function fhir.require_definitions(known bigint) returns void language plpgsql as $$
begin
  if not exists (select from fhir.definitions where number = known) then
    raise exception 'The search parameters have changed' using errcode = 'PV001';
  end if;
end $$;

-- The indexing of what was stored before: of one posted parameter on one type, or of all parameters of a type (source
-- and code empty) when the extraction itself has changed. The id of a posted parameter is part of its word, so that
-- rows of one definition are never taken for those of another. Moments and durations are microseconds.
create table fhir.indexing (
  id       int generated always as identity primary key,
  source   text collate "C" not null,  -- logical id of the SearchParameter
  type     int not null,
  code     text collate "C" not null,
  url      text not null,
  state    text collate "C" not null check (state in ('waiting', 'building', 'complete', 'removing')),
  changed  bigint not null,
  reached  bigint not null default 0,  -- resources up to this rid are done
  done     bigint not null default 0,
  total    bigint not null default 0,
  failed   bigint not null default 0,
  note     text not null default '',
  spent    bigint not null default 0,
  started  bigint not null default 0,
  finished bigint not null default 0
);
