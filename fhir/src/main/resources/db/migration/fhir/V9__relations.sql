-- Who is what to which patient, and what patients want, as resources say it: rows of these resources, made and renewed
-- with their index rows. 0 stands for any; moments are microseconds since 1970 UTC.
create table fhir.relation (
  patient bigint not null, rid bigint not null,  -- the resource that says so
  subject bigint not null,  -- the patient whose data are opened
  holder  bigint not null,  -- to whom
  basis   int not null,
  type    int not null,     -- of this type
  resource bigint not null, -- this resource alone
  begins  bigint not null, ends bigint not null
);
create index relation_subject on fhir.relation (subject, holder) include (basis, type, resource, begins, ends);
create index relation_holder on fhir.relation (holder, basis, subject);
create index relation_source on fhir.relation (rid);

create table fhir.will (
  patient bigint not null, rid bigint not null,  -- the Consent
  subject bigint not null,
  depth   int not null,     -- 0: the outer rule, 1: its exceptions, and so on
  denies  boolean not null,
  actor   bigint not null,
  purpose int not null,
  type    int not null,
  label   int not null,
  resource bigint not null,
  begins  bigint not null, ends bigint not null
);
create index will_subject on fhir.will (subject, actor);
create index will_source on fhir.will (rid);
