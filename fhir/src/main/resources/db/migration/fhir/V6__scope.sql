-- Whether anything names a patient among others: only then must rows under nobody be searched for that patient.
create index shared_patient_patient on fhir.shared_patient (patient, rid);

-- Words that come together: without this, the planner takes a code of a parameter for much rarer than it is.
create statistics fhir.ix_token_words (dependencies) on param, sys, code from fhir.ix_token;
create statistics fhir.ix_pair_words (dependencies) on param, sys, code from fhir.ix_pair;
create statistics fhir.ix_reference_patient (dependencies) on target, patient, param from fhir.ix_reference;

-- The dates of a patient by resource, so that the date of each match is one short step away.
drop index fhir.ix_date_patient;
create index ix_date_patient on fhir.ix_date (patient, param, rid) include (low, high, flags);
