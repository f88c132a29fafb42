-- What is known of each establishment. Rows are added, never changed: a correction or a withdrawal is a row that replaces an older one.
create type evidence.grade as enum ('declared', 'documented', 'observed', 'measured');

-- Files kept as proof: their bytes stay with the rest, so that one backup holds all.
create table evidence.attachment (
    id          uuid primary key,
    facility    uuid not null references facility.site,
    sha256      bytea not null check (length(sha256) = 32),
    name        text not null,
    kind        text not null,
    size        int not null check (size between 1 and 26214400),
    content     bytea not null,
    uploaded_by text not null,
    uploaded_at timestamptz not null,
    unique (facility, sha256)
);
alter table evidence.attachment alter column content set storage external;   -- these kinds are compressed already

create table evidence.evidence (
    id               uuid primary key,
    facility         uuid not null references facility.site,
    indicator        text not null,
    value            numeric,                -- null: the row withdraws what it replaces
    grade            evidence.grade not null,
    observed_at      timestamptz not null,
    valid_until      timestamptz not null,
    source_kind      text not null,
    source_reference text not null,
    recorded_by      text not null,
    recorded_at      timestamptz not null,
    proof            uuid references evidence.attachment,
    note             text,
    client_key       text,
    supersedes       uuid references evidence.evidence,
    reason           text,
    check (observed_at < valid_until),
    check (value is not null or supersedes is not null),
    check ((supersedes is null) = (reason is null)),
    unique (facility, client_key)
);
create unique index evidence_replaced_once on evidence.evidence (supersedes) where supersedes is not null;
create index evidence_by_facility on evidence.evidence (facility, indicator, grade, observed_at desc);

alter table evidence.attachment enable row level security;
create policy visible on evidence.attachment to asepsie_app
    using (access.sees_all() or facility in (select access.visible_nodes()))
    with check (access.sees_all() or facility in (select access.visible_nodes()));
alter table evidence.evidence enable row level security;
create policy visible on evidence.evidence to asepsie_app
    using (access.sees_all() or facility in (select access.visible_nodes()))
    with check (access.sees_all() or facility in (select access.visible_nodes()));
grant select, insert on evidence.attachment, evidence.evidence to asepsie_app;
