-- What each import of the register did. Kept for good; visible to those who see the whole country.
create table facility.finess_import (
    id           uuid primary key,
    file_name    text not null,
    size_bytes   bigint not null,
    started_by   text not null,
    started_at   timestamptz not null,
    beat_at      timestamptz not null,   -- last sign of life while it runs
    ended_at     timestamptz,
    state        text not null check (state in ('running', 'done', 'refused', 'failed')),
    problem      text,                   -- why it was refused or failed
    problem_line bigint not null default 0,
    bytes_read   bigint not null default 0,
    read         bigint not null default 0,
    added        bigint not null default 0,
    changed      bigint not null default 0,
    unchanged    bigint not null default 0,
    closed       bigint not null default 0,
    reopened     bigint not null default 0,
    refused      bigint not null default 0,
    key_warnings bigint not null default 0,
    absent       bigint not null default 0
);
create index finess_import_by_start on facility.finess_import (started_at desc);
-- The first lines of each kind worth showing: a bounded number for each import.
create table facility.finess_note (
    import  uuid not null references facility.finess_import,
    ordinal int not null,
    kind    text not null check (kind in ('refused', 'changed', 'closed', 'reopened', 'key')),
    line    bigint not null,
    finess  text not null,
    what    text not null,               -- reason of a refusal, or field that changed
    before  text not null,
    after   text not null,
    primary key (import, ordinal)
);
alter table facility.finess_import enable row level security;
create policy visible on facility.finess_import to asepsie_app
    using (access.sees_all() or exists (
        select from access.node where kind = 'nation' and id in (select access.visible_nodes())));
alter table facility.finess_note enable row level security;
create policy visible on facility.finess_note to asepsie_app
    using (import in (select id from facility.finess_import));
grant select, insert, update on facility.finess_import to asepsie_app;
grant select, insert on facility.finess_note to asepsie_app;
