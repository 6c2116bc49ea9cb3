-- What the trace has kept as long as it must is taken away by whole seals. The seals stay, with a digest of each entry: copies
-- that were taken along can be held to them, and the chain is whole.
create table fhir.trace_retired (
  seal bigint primary key,  -- the entries of all seals up to this one are gone
  day  int not null,        -- the day of that seal, in days since 1970 UTC
  made bigint not null      -- microseconds since 1970 UTC
);
create trigger append_only before update or delete or truncate on fhir.trace_retired
  for each statement execute function fhir.refuse_trace_change();

-- Entries go in a transaction that says so, and nothing else of the trace ever does.
create or replace function fhir.refuse_trace_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and tg_table_name in ('trace', 'trace_patient', 'trace_received')
      and current_setting('parvis.retiring_trace', true) = 'on' then
    return null;
  end if;
  raise exception 'The trace is never changed' using errcode = 'PV002';
end $$;
