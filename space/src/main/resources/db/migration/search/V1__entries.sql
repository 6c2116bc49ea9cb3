-- What one-search looks through: derived from the store by following its feed, so that dropping it loses nothing.
-- No right is kept here: whoever searches is shown what the store lets them read.

create table search.entry (
  kind text collate "C" not null,
  id text collate "C" not null,
  words text[] not null,
  born text collate "C" not null,
  primary key (kind, id)
) partition by list (kind);

-- Each kind has its own indexes: a professional is found as fast beside a million patients as alone.
create table search.patient partition of search.entry for values in ('Patient');
create table search.professional partition of search.entry for values in ('Practitioner');
create table search.structure partition of search.entry for values in ('Organization');

create index on search.entry using gin (words);
create index on search.entry (born) where born <> '';

-- Every word there is, and what it becomes when one of its letters is left out: two words that share one are a slip apart.
create table search.word (
  word text collate "C" primary key
);

create table search.neighbour (
  shortened text collate "C" not null,
  word text collate "C" not null,
  primary key (shortened, word)
);
