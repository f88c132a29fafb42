-- Who may see and do what: a tree of places (nation, region, group, legal entity, site), accounts, grants, sessions, audit trail.
grant usage on schema access, facility, knowledge, evidence, assessment, plan, report to asepsie_app;

create table access.node (
    id     uuid primary key,
    kind   text not null check (kind in ('nation', 'region', 'group', 'entity', 'site')),
    parent uuid references access.node,
    path   text not null unique,   -- /nation/region/.../ : ids from the root down to this node, each closed by a slash
    check ((kind = 'nation') = (parent is null))
);
create index node_by_path on access.node using spgist (path);
create index node_by_parent on access.node (parent);

create table access.account (
    id            uuid primary key,
    email         text not null,
    name          text not null,
    language      text not null default 'fr' check (language in ('fr', 'en')),
    password_hash text,
    totp_secret   bytea,
    disabled      boolean not null default false,
    created_at    timestamptz not null
);
create unique index account_by_email on access.account (lower(email));

create table access.grant_of_role (
    account uuid not null references access.account,
    node    uuid not null references access.node,
    role    text not null,
    primary key (account, node, role)
);
create index grant_by_node on access.grant_of_role (node);

-- What the current actor sees. The application sets asepsie.scopes at the start of each transaction: paths separated by
-- commas, or * for the installation itself. Nothing set: nothing seen.
create function access.sees_all() returns boolean language sql stable parallel safe as
$$ select coalesce(current_setting('asepsie.scopes', true), '') = '*' $$;

create function access.visible_nodes() returns setof uuid language sql stable parallel safe as
$$
    select node.id
    from unnest(string_to_array(coalesce(current_setting('asepsie.scopes', true), ''), ',')) as scope(path)
    join access.node on node.path ^@ scope.path
    where scope.path <> ''
$$;

create table access.session (
    primary_id            char(36) not null primary key,
    session_id            char(36) not null,
    creation_time         bigint not null,
    last_access_time      bigint not null,
    max_inactive_interval int not null,
    expiry_time           bigint not null,
    principal_name        varchar(100)
);
create unique index session_by_id on access.session (session_id);
create index session_by_expiry on access.session (expiry_time);
create index session_by_principal on access.session (principal_name);
create table access.session_attributes (
    session_primary_id char(36) not null references access.session on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea not null,
    primary key (session_primary_id, attribute_name)
);

grant select, insert, update on access.node, access.account to asepsie_app;
grant select, insert, delete on access.grant_of_role to asepsie_app;
grant select, insert, update, delete on access.session, access.session_attributes to asepsie_app;
