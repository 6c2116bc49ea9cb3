-- Codes by which citizens reach their own record, as marked by the server's key.
create table access.record_code (
    mark    bytea primary key,
    -- Logical id of the Patient.
    patient text not null,
    ends_at timestamptz not null
);
