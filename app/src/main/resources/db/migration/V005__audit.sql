-- What was done, by whom, in an order nobody can change afterwards: each row holds a fingerprint of itself and of the row
-- before. The application may add and read, never change.
create table access.audit (
    number   bigint primary key,             -- 1, 2, 3… without a gap
    at       timestamptz not null,
    account  uuid,                           -- null: a link holder, a stranger or the installation
    name     text not null,
    action   text not null,
    place    uuid,
    subject  text not null,
    detail   text not null,
    previous bytea not null,
    hash     bytea not null
);
create index audit_by_time on access.audit (at);
create index audit_by_place on access.audit (place, number);
grant select, insert on access.audit to asepsie_app;
