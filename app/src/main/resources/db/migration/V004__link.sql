-- What may be done once by whoever holds the token. The token itself is shown once and never kept.
create table access.link (
    id         uuid primary key,
    token_hash bytea not null unique,
    purpose    text not null,
    place      uuid references access.node,
    payload    jsonb not null,
    issued_by  uuid references access.account,
    issued_at  timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz
);
create index link_by_account on access.link ((payload ->> 'account')) where used_at is null;
grant select, insert, update on access.link to asepsie_app;
