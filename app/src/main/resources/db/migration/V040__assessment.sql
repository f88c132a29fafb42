-- What a facility says of itself, topic by topic, what that is worth at a moment, and the diagnoses it closed.

-- A log: the newest row of a topic counts, none is ever changed or taken away.
create table assessment.answer (
    seq        bigint generated always as identity primary key,
    facility   uuid not null references facility.site,
    topic      text not null,
    question   text not null,           -- through which question of which version of which framework it was given
    framework  text not null,
    version    text not null,
    kind       text not null check (kind in ('said', 'unknown', 'not-applicable')),
    attainment smallint check (attainment between 0 and 3),
    fact       text,                    -- the fact that makes the topic not applicable
    comment    text not null default '',
    given_by   text not null,
    account    uuid references access.account,   -- empty: through a link that was handed over
    given_at   timestamptz not null,
    client_key uuid not null,           -- the same key sent twice makes one row
    check ((kind = 'said') = (attainment is not null)),
    check ((kind = 'not-applicable') = (fact is not null)),
    unique (facility, client_key)
);
create index answer_newest on assessment.answer (facility, topic, seq desc);

-- Which class of a framework that has classes the facility says it belongs to. A log too.
create table assessment.declared_class (
    seq         bigint generated always as identity primary key,
    facility    uuid not null references facility.site,
    framework   text not null,
    class       text,                   -- empty: not known yet
    declared_by text not null,
    declared_at timestamptz not null
);
create index declared_class_newest on assessment.declared_class (facility, framework, seq desc);

-- A diagnosis that was closed: all it takes to compute it again, whatever becomes of the catalogue.
create table assessment.frozen (
    id        uuid primary key,
    facility  uuid not null references facility.site,
    framework text not null,
    version   text not null,
    as_of     timestamptz not null,
    frozen_by text not null,
    proven    int not null,             -- scores in thousandths of a level, for lists and trends
    said      int not null,
    possible  int not null,
    snapshot  jsonb not null
);
create index frozen_by_facility on assessment.frozen (facility, framework, as_of desc);

-- Where each facility stands now, for those who look at many: derived, so it may be written again.
create table assessment.standing (
    facility        uuid not null references facility.site,
    framework       text not null,
    version         text not null,
    as_of           timestamptz not null,
    marks           int[] not null check (cardinality(marks) = 11),
    known           int not null,       -- weights, as in the completeness of the result
    unknown         int not null,
    unanswered      int not null,
    not_applicable  int not null,
    themes          jsonb not null,     -- theme → [proven, said, possible], in thousandths of a level
    primary key (facility, framework)
);
comment on column assessment.standing.marks is
    'index, score before gates, score: three each for proven, said and possible; then the declared interval. Thousandths.';

-- A question handed to somebody who has no account.
create table assessment.hand_over (
    link      uuid primary key,
    facility  uuid not null references facility.site,
    question  text not null,
    recipient text not null,
    handed_by text not null,
    handed_at timestamptz not null
);
create index hand_over_by_question on assessment.hand_over (facility, question, handed_at desc);

do $$
declare
    name text;
begin
    foreach name in array array['answer', 'declared_class', 'frozen', 'standing', 'hand_over'] loop
        execute format('alter table assessment.%I enable row level security', name);
        execute format('create policy visible on assessment.%I to asepsie_app
            using (access.sees_all() or facility in (select access.visible_nodes()))
            with check (access.sees_all() or facility in (select access.visible_nodes()))', name);
    end loop;
end $$;
grant select, insert on assessment.answer, assessment.declared_class, assessment.frozen, assessment.hand_over to asepsie_app;
grant select, insert, update, delete on assessment.standing to asepsie_app;
