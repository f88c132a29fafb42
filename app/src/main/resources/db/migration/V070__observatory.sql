-- Figures in which nobody can be recognised. No row is about one facility, and what is hidden is not here at all.
grant usage on schema home to asepsie_app;

create table home.figure (
    region     text not null,          -- code; empty: the whole country
    name       text not null,
    kind       text not null,          -- empty: all kinds
    facilities int,                    -- empty: hidden
    said       int[] check (cardinality(said) = 3),      -- quartiles, in tenths of a level; empty for a total of kinds
    proven     int[] check (cardinality(proven) = 3),
    shares     jsonb,                  -- theme → share at level 2 or above, in tens of percent
    made_at    timestamptz not null,
    primary key (region, kind),
    check (facilities is not null or (said is null and proven is null and shares is null))
);
grant select, insert, delete on home.figure to asepsie_app;
