-- Bulk exports: what was asked, by whom and within which permit. Instants are microseconds since 1970 UTC, 0 for not yet.
create table fhir.export (
  id           text collate "C" primary key,
  state        text not null,
  requester    text not null,
  organisation text not null,
  permit       text not null,
  address      text not null,
  base         text not null,
  people       text not null,
  patients     bigint[] not null,
  types        text[] not null,
  filters      text[] not null,
  elements     text[] not null,
  remarks      text[] not null,
  since        bigint not null,
  requested_at bigint not null,
  moment       bigint not null default 0,
  ended_at     bigint not null default 0,
  expires_at   bigint not null default 0,
  error        text not null default ''
);
create index export_requested on fhir.export (requested_at);
create index export_unfinished on fhir.export (requested_at) where state in ('waiting', 'running');

-- Each file of an export and how far it is: the bytes that are safely on disk, and where the reading goes on behind them.
create table fhir.export_file (
  export    text collate "C" not null references fhir.export on delete cascade,
  number    int not null,
  kind      text not null,
  type      text not null,
  filter    text not null,
  expected  bigint not null,
  resources bigint not null default 0,
  bytes     bigint not null default 0,
  position  text[] not null default '{}',
  done      boolean not null default false,
  primary key (export, number)
);
