-- The plan by quarter: what a facility can spend, what it decided about single measures, and the plan as it was computed.
grant usage on schema schedule to asepsie_app;

-- Without a row, kind and size decide (knowledge/planning.yaml).
create table schedule.means (
    facility       uuid primary key references facility.site,
    quarters       smallint not null check (quarters in (8, 12)),
    days_direction numeric(6, 1) not null check (days_direction between 0 and 1000),   -- working days a quarter
    days_it        numeric(6, 1) not null check (days_it between 0 and 1000),
    days_hr        numeric(6, 1) not null check (days_hr between 0 and 1000),
    days_care      numeric(6, 1) not null check (days_care between 0 and 1000),
    euros          bigint not null check (euros between 0 and 100000000),              -- a calendar year
    euros_first    bigint check (euros_first between 0 and 100000000),                 -- what is left of the first year; empty: its share
    changed_by     text not null,
    changed_at     timestamptz not null
);

-- One wish a measure, put there by hand.
create table schedule.hand_move (
    facility   uuid not null references facility.site,
    measure    text not null,
    kind       text not null check (kind in ('pinned', 'forced', 'ordered', 'refused')),
    quarter    date,                    -- first day of the quarter in which it is to finish
    changed_by text not null,
    changed_at timestamptz not null,
    primary key (facility, measure),
    check ((kind = 'pinned') = (quarter is not null))
);

-- A date that binds measures, with its reason.
create table schedule.binding_date (
    id         uuid primary key,
    facility   uuid not null references facility.site,
    title      text not null,
    by_day     date not null,
    measures   text[] not null check (cardinality(measures) > 0),
    proposal   text,                    -- the date of planning.yaml it was taken from
    changed_by text not null,
    changed_at timestamptz not null
);
create index binding_date_by_facility on schedule.binding_date (facility, by_day);

-- The newest plan that could be made: derived, so it may be written again. The fingerprint is that of all it was made from.
create table schedule.computed (
    facility    uuid primary key references facility.site,
    fingerprint text not null,
    computed_at timestamptz not null,
    plan        jsonb not null,
    price       jsonb                   -- what the last hand move cost; empty when something else changed
);

do $$
declare
    name text;
begin
    foreach name in array array['means', 'hand_move', 'binding_date', 'computed'] loop
        execute format('alter table schedule.%I enable row level security', name);
        execute format('create policy visible on schedule.%I to asepsie_app
            using (access.sees_all() or facility in (select access.visible_nodes()))
            with check (access.sees_all() or facility in (select access.visible_nodes()))', name);
    end loop;
end $$;
grant select, insert, update, delete on schedule.means, schedule.hand_move, schedule.binding_date, schedule.computed to asepsie_app;
