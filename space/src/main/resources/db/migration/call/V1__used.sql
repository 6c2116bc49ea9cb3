-- Calls that have opened a record: each opens one once. A row may go when its call has ended.
create table call.used (
  software text not null,
  call text not null,
  ends timestamptz not null,
  primary key (software, call)
);

create index on call.used (ends);
