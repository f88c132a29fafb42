-- Files of a network being read behind the page: configurations sent together, or a log. Of the files themselves nothing
-- stays here but their names; what they meant is in the tables of V110.
create table network.intake (
    id          uuid primary key,
    facility    uuid not null references facility.site,
    kind        text not null check (kind in ('configurations', 'log')),
    name        text not null,                -- names of the files, for people
    started_by  text not null,
    started_at  timestamptz not null,
    beat_at     timestamptz not null,         -- last sign of life while it is worked on
    ended_at    timestamptz,
    state       text not null check (state in ('running', 'done', 'refused', 'failed')),
    stage       text not null default 'waiting' check (stage in ('waiting', 'reading', 'judging')),
    read_bytes  bigint not null default 0,
    all_bytes   bigint not null,
    refusal     jsonb                         -- why it was refused: the key of the wording, and what fills it
);
create index intake_newest on network.intake (facility, started_at desc);
alter table network.intake enable row level security;
create policy visible on network.intake to asepsie_app
    using (access.sees_all() or facility in (select access.visible_nodes()))
    with check (access.sees_all() or facility in (select access.visible_nodes()));
grant select, insert, update on network.intake to asepsie_app;
