-- An export keeps its whole caller, as a subscription does.
alter table fhir.export rename column permit to caller;
update fhir.export set caller = (caller::jsonb || jsonb_build_object('name', requester)
    || case organisation when '' then '{}'::jsonb else jsonb_build_object('organisation', organisation) end)::text;
alter table fhir.export drop column organisation;
