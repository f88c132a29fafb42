-- Zones of a network, what its devices let through, what logs show. The files themselves are not kept: see
-- docs/decisions/0020-policies-not-files.md.
grant usage on schema network to asepsie_app;

-- Each change of the zones or of what may pass is a new version of the whole; the highest counts.
create table network.zone_plan (
    facility   uuid not null references facility.site,
    version    int not null check (version > 0),
    content    jsonb not null,
    changed_by text not null,
    changed_at timestamptz not null,
    primary key (facility, version)
);

-- A configuration as it was understood: interfaces, routes, rules. No line of it that may hold a secret.
create table network.configuration (
    id         uuid primary key,
    facility   uuid not null references facility.site,
    file       text not null,
    kind       text not null,
    lines      int not null,
    understood int not null,
    gaps       jsonb not null,
    policy     bytea not null,
    read_by    text not null,
    read_at    timestamptz not null,
    ended_at   timestamptz               -- replaced by a newer one of the same name, or taken away
);
create unique index configuration_in_use on network.configuration (facility, file) where ended_at is null;

-- What a log of connections showed, by zone; not its lines.
create table network.flow_log (
    id          uuid primary key,
    facility    uuid not null references facility.site,
    file        text not null,
    fingerprint bytea not null check (length(fingerprint) = 32),
    zones       text not null,            -- fingerprint of the addresses of the zones it was read with
    content     jsonb not null,
    read_by     text not null,
    read_at     timestamptz not null,
    ended_at    timestamptz
);
create unique index flow_log_once on network.flow_log (facility, fingerprint) where ended_at is null;

-- One examination: the zones and configurations of that moment, and all that was found.
create table network.study (
    seq       bigint generated always as identity primary key,
    id        uuid not null unique,
    facility  uuid not null references facility.site,
    made_by   text not null,
    made_at   timestamptz not null,
    basis     text not null,              -- what it was made from: the same basis is not examined twice
    content   jsonb not null
);
create index study_newest on network.study (facility, seq desc);

do $$
declare
    name text;
begin
    foreach name in array array['zone_plan', 'configuration', 'flow_log', 'study'] loop
        execute format('alter table network.%I enable row level security', name);
        execute format('create policy visible on network.%I to asepsie_app
            using (access.sees_all() or facility in (select access.visible_nodes()))
            with check (access.sees_all() or facility in (select access.visible_nodes()))', name);
    end loop;
end $$;
grant select, insert on network.zone_plan, network.study to asepsie_app;
grant select, insert, update (ended_at) on network.configuration, network.flow_log to asepsie_app;
