-- Work that another module found and people took into the plan: what the catalogue of measures cannot know, such as one
-- right to remove in the directory of this facility.
create table plan.task (
    facility  uuid not null references facility.site,
    action    text not null,          -- as in task.directory-krbtgt
    title_fr  text not null,
    title_en  text not null,
    why_fr    text not null,
    why_en    text not null,
    how_fr    text[] not null,
    how_en    text[] not null,
    address   text not null,          -- where it was found, below the address of the facility
    days_low  numeric(6, 2) not null,
    days_high numeric(6, 2) not null,
    primary key (facility, action)
);
alter table plan.task enable row level security;
create policy visible on plan.task to asepsie_app
    using (access.sees_all() or facility in (select access.visible_nodes()))
    with check (access.sees_all() or facility in (select access.visible_nodes()));
grant select, insert, update on plan.task to asepsie_app;
