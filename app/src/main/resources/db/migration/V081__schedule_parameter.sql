-- Ranges that an administrator put in place of the knowledge's, for one kind of establishment. A log: the newest row of a
-- parameter counts; without ends, it gives the knowledge's own range back.
create table schedule.parameter (
    position   bigint generated always as identity primary key,
    kind       text not null check (kind in ('hospital', 'esms', 'other')),
    parameter  text not null,
    low        double precision check (low >= 0),
    high       double precision check (high >= low),
    reason     text not null check (reason <> ''),
    changed_by text not null,
    changed_at timestamptz not null,
    check ((low is null) = (high is null))
);
create index parameter_newest on schedule.parameter (kind, parameter, position desc);
grant select, insert on schedule.parameter to asepsie_app;
