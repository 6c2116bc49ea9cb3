-- Who wrote which version of a Subscription, and what they may see: a notification never tells more.
-- A version without author is one in which the server itself kept the status.
create table fhir.subscription_author (
  rid     bigint not null,
  version int not null,
  base    text not null,
  caller  text not null,
  primary key (rid, version)
);

-- What each Subscription has come to: `definition` is the version that counts, `events` and `received` are numbers of
-- its last event and of the last one that its subscriber accepted. Changes after the position are its events.
create table fhir.subscriber (
  rid        bigint primary key,
  fid        text collate "C" not null,
  status     text not null,
  definition int not null,
  verified   boolean not null,
  epoch      int not null,
  txid       xid8 not null,
  seq        int not null,
  events     bigint not null default 0,
  received   bigint not null default 0,
  contact_at bigint,
  failures   int not null default 0,
  last_error text,
  next_try   bigint
);

-- The events of each Subscription, numbered without gap; each points to a change of the feed.
create table fhir.subscription_event (
  rid    bigint not null,
  number bigint not null,
  epoch  int not null,
  txid   xid8 not null,
  seq    int not null,
  primary key (rid, number)
);
