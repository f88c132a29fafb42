-- The measures that the plan of a facility set for the coming year when it was last worked out, each night: who looks
-- at hundreds of facilities at once cannot have all their plans worked out for one page.
create table plan.put_forward (
    facility uuid not null references facility.site,
    action   text not null,          -- as in do.bak-offline
    as_of    timestamptz not null,
    primary key (facility, action)
);
alter table plan.put_forward enable row level security;
create policy visible on plan.put_forward to asepsie_app
    using (access.sees_all() or facility in (select access.visible_nodes()))
    with check (access.sees_all() or facility in (select access.visible_nodes()));
grant select, insert, delete on plan.put_forward to asepsie_app;
