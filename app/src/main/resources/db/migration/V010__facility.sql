-- Places of care. Each row shares its id with the node of the tree that it describes.
create table facility.region (
    id   uuid primary key references access.node,
    code text not null unique,
    name text not null
);
create table facility.care_group (
    id   uuid primary key references access.node,
    name text not null,
    kind text not null                -- ght, gcs, association…
);
create table facility.legal_entity (
    id     uuid primary key references access.node,
    finess text unique,
    siren  text,
    name   text not null,
    status text                       -- public, private-non-profit, private-for-profit
);
create table facility.site (
    id            uuid primary key references access.node,
    finess        text unique,
    siret         text,
    name          text not null,
    category      text not null,      -- code of the FINESS nomenclature
    kind          text not null check (kind in ('hospital', 'esms', 'other')),
    places        int not null default 0 check (places >= 0),   -- beds or places: the weight of its activity
    department    text,
    commune       text,
    closed_on     date
);
alter table facility.site enable row level security;
create policy visible on facility.site to asepsie_app
    using (access.sees_all() or id in (select access.visible_nodes()))
    with check (access.sees_all() or id in (select access.visible_nodes()));
grant select, insert, update on all tables in schema facility to asepsie_app;
