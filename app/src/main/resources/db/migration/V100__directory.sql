-- What was examined of the directory of a facility. The files themselves are never kept: only the answer, in both
-- languages, and a compact map of the paths to the top. No password or other secret is in either.
grant usage on schema directory to asepsie_app;
create table directory.collection (
    id           uuid primary key,
    facility     uuid not null references facility.site,
    name         text not null,               -- names of the files, for people
    size_bytes   bigint not null,
    started_by   text not null,
    started_at   timestamptz not null,
    beat_at      timestamptz not null,        -- last sign of life while it is worked on
    ended_at     timestamptz,
    state        text not null check (state in ('running', 'done', 'refused', 'failed')),
    stage        text not null default 'waiting',
    step         int not null default 0,
    steps        int not null default 1,
    problem_fr   text not null default '',    -- why it was refused: what, where, how to mend it
    problem_en   text not null default '',
    collected_at timestamptz,                 -- the newest moment its sources were taken from the directory
    level        int,
    evaluated    int,
    points       int,
    failing      int,
    exposed      int,
    accounts     int,
    answer_fr    bytea,                       -- the document of docs/schemas/directory.schema.json, compressed
    answer_en    bytea,
    map          bytea,
    check (state <> 'done' or (answer_fr is not null and answer_en is not null and map is not null))
);
create index collection_by_facility on directory.collection (facility, collected_at desc);

-- What a collection proved: taken back when it is deleted.
create table directory.published (
    collection uuid not null references directory.collection on delete cascade,
    facility   uuid not null references facility.site,
    indicator  text not null,
    value      numeric(14, 2) not null,
    evidence   uuid not null,
    primary key (collection, indicator)
);

-- Findings that people decided to live with until a day, for a reason. A row is withdrawn, never deleted.
create table directory.acceptance (
    id           uuid primary key,
    facility     uuid not null references facility.site,
    point        text not null,
    object       text not null,               -- SID or GUID; empty for every object of the point
    object_name  text not null,
    until        date not null,
    reason       text not null check (reason <> ''),
    accepted_by  text not null,
    accepted_at  timestamptz not null,
    withdrawn_by text,
    withdrawn_at timestamptz
);
create index acceptance_by_facility on directory.acceptance (facility, point);

do $$
declare
    name text;
begin
    foreach name in array array['collection', 'published', 'acceptance'] loop
        execute format('alter table directory.%I enable row level security', name);
        execute format('create policy visible on directory.%I to asepsie_app
            using (access.sees_all() or facility in (select access.visible_nodes()))
            with check (access.sees_all() or facility in (select access.visible_nodes()))', name);
    end loop;
end $$;
grant select, insert, update, delete on directory.collection to asepsie_app;
grant select, insert, delete on directory.published to asepsie_app;
grant select, insert, update on directory.acceptance to asepsie_app;
