-- How often something was committed by people who see a place and all below it: what is worked out about a facility holds for
-- as long as the numbers of the places above it and its own have not moved. Row-level security lets nobody write to a place
-- that they do not see, so the sight of the writer bounds what was written; the numbers say nothing of what it was.
create table access.change (
    path  text primary key,                  -- as in access.node; '' for those who see everything
    times bigint not null
);
grant select, insert, update on access.change to asepsie_app;

-- Called last in each transaction that may write, and counts those that did: only they have been given a number.
create function access.count_change(paths text[]) returns void language sql as $$
    with wrote as materialized (select pg_current_xact_id_if_assigned() is not null as anything)
    insert into access.change as known (path, times)
    select path, 1 from wrote, unnest(paths) as path where anything order by path
    on conflict (path) do update set times = known.times + 1
$$;

create function access.changes(paths text[]) returns bigint language sql stable parallel safe as $$
    select coalesce(sum(times), 0)::bigint from access.change where path = any (paths)
$$;
