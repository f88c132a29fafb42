-- Failed attempts are counted before the secret is checked, so that attempts sent at the same time count too.
create table access.attempt (
    key           text primary key,          -- what is tried (account, address, second step), hashed
    failures      int not null,
    last_at       timestamptz not null,
    blocked_until timestamptz not null
);
create index attempt_by_age on access.attempt (last_at);
grant select, insert, update, delete on access.attempt to asepsie_app;

alter table access.account
    add column totp_last_step bigint,        -- the newest 30-second step whose code was accepted: it is refused from then on
    add constraint email_fits check (length(email) <= 254),
    add constraint name_fits check (length(name) <= 200);

create table access.recovery_code (
    account uuid not null references access.account,
    hash    bytea not null,                  -- SHA-256 of 80 random bits
    used_at timestamptz,
    primary key (account, hash)
);
grant select, insert, update, delete on access.recovery_code to asepsie_app;
