-- Named places in the feed. Each is read by one owner at a time, who loses it when their lease runs out.
create table fhir.feed_cursor (
  name       text primary key,
  epoch      int not null,
  txid       xid8 not null,
  seq        int not null,
  owner      text,
  -- By the database's clock, since those of the nodes differ.
  lease_ends timestamptz,
  moved_at   bigint,
  failures   int not null default 0,
  last_error text,
  next_try   bigint
);
