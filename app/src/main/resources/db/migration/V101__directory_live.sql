-- A directory that the product reads live for a facility, when it is told to. Its password is sealed: it is of no use
-- to whoever has a copy of the database alone.
create table directory.live_source (
    facility    uuid primary key references facility.site,
    address     text not null,                -- host or host:port of a domain controller
    line        text not null check (line in ('ldaps', 'starttls')),
    belief      text not null check (belief in ('system', 'authorities', 'fingerprint')),
    certificate text not null default '',     -- authorities in PEM, or a fingerprint
    login       text not null,
    password    bytea not null,
    rhythm      text not null check (rhythm in ('by_hand', 'daily', 'weekly')),
    weekday     int not null check (weekday between 1 and 7),
    hour        int not null check (hour between 0 and 23),
    paused      boolean not null default false, -- the account was refused: trying again could lock it
    begun_at    timestamptz,                  -- the last time it was read, or tried
    collection  uuid references directory.collection on delete set null,
    changed_by  text not null,
    changed_at  timestamptz not null
);

-- The written record of a live collection: what was read of which naming context.
create table directory.reading (
    collection uuid not null references directory.collection on delete cascade,
    facility   uuid not null references facility.site,
    position   int not null,
    base       text not null,
    entries    bigint not null,
    described  bigint not null,               -- of them, with their descriptor
    took_ms    bigint not null,
    refused    text not null default '',      -- why it was cut short
    primary key (collection, position)
);

do $$
declare
    name text;
begin
    foreach name in array array['live_source', 'reading'] loop
        execute format('alter table directory.%I enable row level security', name);
        execute format('create policy visible on directory.%I to asepsie_app
            using (access.sees_all() or facility in (select access.visible_nodes()))
            with check (access.sees_all() or facility in (select access.visible_nodes()))', name);
    end loop;
end $$;
grant select, insert, update, delete on directory.live_source to asepsie_app;
grant select, insert, delete on directory.reading to asepsie_app;
