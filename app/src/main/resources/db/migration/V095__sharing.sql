-- What is decided or offered once for several sites: lines of plans shared below one place, offers of an adviser.
grant usage on schema sharing to asepsie_app;

create table sharing.action (
    id           uuid primary key,
    node         uuid not null references access.node,   -- the place above the sites where it is decided
    action       text not null,                          -- kind and subject, as in do.bak-offline
    title_fr     text not null,
    title_en     text not null,
    status       text not null check (status in ('planned', 'under-way', 'done')),
    owner        text not null default '',
    due          date,
    sites        int not null,                           -- derived: a site sees how many share it, not which
    version      int not null,
    changed_by   text not null,
    changed_at   timestamptz not null,
    dissolved_at timestamptz
);
create index action_by_node on sharing.action (node) where dissolved_at is null;

create table sharing.member (
    shared   uuid not null references sharing.action,
    facility uuid not null references facility.site,
    action   text not null,
    left_at  timestamptz,
    primary key (shared, facility)
);
create unique index member_once on sharing.member (facility, action) where left_at is null;

create table sharing.offer (
    id       uuid primary key,
    node     uuid not null references access.node,       -- whose adviser makes it
    action   text not null,
    title_fr text not null,
    title_en text not null,
    words    text not null,
    day      date,
    by_name  text not null,
    made_at  timestamptz not null,
    ended_at timestamptz
);

create table sharing.offered (
    offer       uuid not null references sharing.offer,
    facility    uuid not null references facility.site,
    answer      text check (answer in ('yes', 'no', 'later')),
    note        text not null default '',
    answered_by text,
    answered_at timestamptz,
    primary key (offer, facility)
);
create index offered_by_facility on sharing.offered (facility);

do $$
declare
    name text;
begin
    foreach name in array array['member', 'offered'] loop
        execute format('alter table sharing.%I enable row level security', name);
        execute format('create policy visible on sharing.%I to asepsie_app
            using (access.sees_all() or facility in (select access.visible_nodes()))
            with check (access.sees_all() or facility in (select access.visible_nodes()))', name);
    end loop;
end $$;

-- A site reads what it takes part in; only whoever sees the place above writes.
alter table sharing.action enable row level security;
create policy visible on sharing.action to asepsie_app
    using (access.sees_all() or node in (select access.visible_nodes())
        or id in (select shared from sharing.member))
    with check (access.sees_all() or node in (select access.visible_nodes()));
alter table sharing.offer enable row level security;
create policy visible on sharing.offer to asepsie_app
    using (access.sees_all() or node in (select access.visible_nodes())
        or id in (select offer from sharing.offered))
    with check (access.sees_all() or node in (select access.visible_nodes()));

grant select, insert, update on all tables in schema sharing to asepsie_app;
