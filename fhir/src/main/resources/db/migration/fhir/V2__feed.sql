-- What reads the feed. A patient's name is looked up by the number that every change about them carries.
create index identity_patient on fhir.identity (rid) include (fid) where patient = rid;
