-- What takes seconds and is computed aside: curves, doubt, aims. Derived; a result counts for the plan of its fingerprint alone.
create table schedule.aside (
    facility    uuid not null references facility.site,
    kind        text not null,
    fingerprint text not null,
    computed_at timestamptz not null,
    result      jsonb not null,
    primary key (facility, kind)
);

-- The plans a facility adopted, with what was expected of them. Rows are only added.
create table schedule.adopted (
    facility   uuid not null references facility.site,
    adopted_at timestamptz not null,
    adopted_by text not null,
    expected   jsonb not null,
    primary key (facility, adopted_at)
);

do $$
declare
    name text;
begin
    foreach name in array array['aside', 'adopted'] loop
        execute format('alter table schedule.%I enable row level security', name);
        execute format('create policy visible on schedule.%I to asepsie_app
            using (access.sees_all() or facility in (select access.visible_nodes()))
            with check (access.sees_all() or facility in (select access.visible_nodes()))', name);
    end loop;
end $$;
grant select, insert, update, delete on schedule.aside to asepsie_app;
grant select, insert on schedule.adopted to asepsie_app;
