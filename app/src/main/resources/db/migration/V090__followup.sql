-- Reminders by e-mail and calendar feeds of a plan.
grant usage on schema followup to asepsie_app;

-- The one mail server of the installation. It is about no site, and only pages for its administrators touch it.
create table followup.mail_server (
    only_one   boolean primary key default true check (only_one),
    host       text not null,
    port       int not null check (port between 1 and 65535),
    encryption text not null check (encryption in ('starttls', 'tls', 'none')),
    login      text not null default '',
    password   bytea,                        -- sealed; empty when the server asks for none
    sender     text not null,
    address    text not null,                -- of the product, as people reach it
    changed_by text not null,
    changed_at timestamptz not null
);

-- How often a person wants to be reminded: about an account, not about a site.
create table followup.rhythm (
    account uuid primary key references access.account,
    rhythm  text not null check (rhythm in ('none', 'weekly', 'due'))
);

-- What a person was reminded of. Written before the letter leaves, so that none leaves twice.
create table followup.reminded (
    account  uuid not null references access.account,
    facility uuid not null references facility.site,
    occasion text not null,
    at       timestamptz not null,
    primary key (account, facility, occasion)
);

-- Secret addresses of calendars. The token itself is shown once and never kept.
create table followup.feed (
    id         uuid primary key,
    token_hash bytea not null unique,
    account    uuid not null references access.account,
    facility   uuid not null references facility.site,
    made_at    timestamptz not null,
    revoked_at timestamptz
);
create index feed_of_person on followup.feed (account, facility) where revoked_at is null;

do $$
declare
    name text;
begin
    foreach name in array array['reminded', 'feed'] loop
        execute format('alter table followup.%I enable row level security', name);
        execute format('create policy visible on followup.%I to asepsie_app
            using (access.sees_all() or facility in (select access.visible_nodes()))
            with check (access.sees_all() or facility in (select access.visible_nodes()))', name);
    end loop;
end $$;
grant select, insert, update, delete on followup.mail_server, followup.rhythm to asepsie_app;
grant select, insert, delete on followup.reminded to asepsie_app;
grant select, insert, update on followup.feed to asepsie_app;
