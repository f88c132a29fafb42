-- What people decided about the actions of a plan. What is merely proposed has no row: it is worked out again each time.
create table plan.action (
    facility     uuid not null references facility.site,
    action       text not null,              -- kind and subject, as in do.bak-offline
    title_fr     text not null,              -- as it was read when decided: it stays when the catalogue forgets the action
    title_en     text not null,
    status       text not null check (status in ('proposed', 'planned', 'under-way', 'done', 'dismissed')),
    reason       text not null default '',   -- why it was not retained
    owner        text not null default '',
    due          date,
    quarter      date,                       -- first day of the quarter a person chose
    done_at      timestamptz,
    proven_until timestamptz,                -- derived: until when evidence in date proves it
    version      int not null,               -- rises with each change; 0 stands for no row
    changed_by   text not null,
    changed_at   timestamptz not null,
    primary key (facility, action),
    check ((status = 'done') = (done_at is not null)),
    check (status <> 'dismissed' or reason <> '')
);
create index action_open on plan.action (facility, status, due);

-- Who changed what, when; comments and files too. Rows are only added.
create table plan.entry (
    seq        bigint generated always as identity primary key,
    facility   uuid not null references facility.site,
    action     text not null,
    version    int not null,                 -- of the action, once this was done
    kind       text not null check (kind in ('status', 'owner', 'due', 'quarter', 'comment', 'file')),
    before     text not null default '',
    after      text not null,
    note       text not null default '',
    by_name    text not null,
    account    uuid references access.account,
    at         timestamptz not null,
    client_key uuid                          -- the same form sent twice writes once
);
create index entry_by_action on plan.entry (facility, action, seq);
create unique index entry_once on plan.entry (facility, client_key, kind, action) where client_key is not null;

-- How many days of its own people a facility gives to its plan each quarter. Without a row, its size decides.
create table plan.capacity (
    facility   uuid primary key references facility.site,
    days       numeric(6, 2) not null check (days > 0 and days <= 1000),
    changed_by text not null,
    changed_at timestamptz not null
);

do $$
declare
    name text;
begin
    foreach name in array array['action', 'entry', 'capacity'] loop
        execute format('alter table plan.%I enable row level security', name);
        execute format('create policy visible on plan.%I to asepsie_app
            using (access.sees_all() or facility in (select access.visible_nodes()))
            with check (access.sees_all() or facility in (select access.visible_nodes()))', name);
    end loop;
end $$;
grant select, insert, update on plan.action, plan.capacity to asepsie_app;
grant select, insert on plan.entry to asepsie_app;
