-- What an installation adds to the knowledge that comes with the product: questionnaires of its regions, and decisions on dated rules.
create table knowledge.published_framework (
    region       uuid not null references facility.region,
    framework    text not null,
    version      text not null,
    valid_from   date not null,
    yaml         text not null,
    published_by text not null,
    published_at timestamptz not null,
    position     bigint generated always as identity,   -- the order of publication
    primary key (framework, version)
);

-- A file that somebody sent and nobody published yet, as it was sent.
create table knowledge.draft (
    id          uuid primary key,
    region      uuid not null references facility.region,
    file_name   text not null,
    content     bytea not null,
    uploaded_by text not null,
    uploaded_at timestamptz not null
);

create table knowledge.switch_decision (
    switch     text not null,
    is_on      boolean not null,
    since      date not null,
    reason     text not null,
    decided_by text not null,
    decided_at timestamptz not null,
    position   bigint generated always as identity primary key
);

-- Which versions were ever in use here, so that an old result can say what it was measured with.
create table knowledge.version_in_use (
    framework     text not null,
    version       text not null,
    first_used_at timestamptz not null,
    primary key (framework, version)
);

grant select, insert on knowledge.published_framework, knowledge.switch_decision, knowledge.version_in_use to asepsie_app;
grant select, insert, delete on knowledge.draft to asepsie_app;
