-- Events between modules that have not been handled yet survive a stop (Spring Modulith's outbox, its own layout).
create table access.event_publication (
    id                     uuid primary key,
    listener_id            text not null,
    event_type             text not null,
    serialized_event       text not null,
    publication_date       timestamptz not null,
    completion_date        timestamptz,
    status                 text,
    completion_attempts    int,
    last_resubmission_date timestamptz
);
create index event_publication_by_completion on access.event_publication (completion_date);
create index event_publication_by_event on access.event_publication using hash (serialized_event);
grant select, insert, update, delete on access.event_publication to asepsie_app;
