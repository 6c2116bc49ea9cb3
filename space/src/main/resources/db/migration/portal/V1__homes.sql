-- What a home page shows beside what the store holds. A person is a reference, such as Practitioner/12, or their name.

create table portal.opened (
  person text not null,
  patient text not null,
  at timestamptz not null,
  primary key (person, patient)
);

create index on portal.opened (person, at desc);

create table portal.toured (
  person text primary key,
  at timestamptz not null
);

create table portal.announcement (
  id bigint generated always as identity primary key,
  title text not null,
  words text not null,
  author text not null,
  written timestamptz not null,
  ends timestamptz not null
);
