-- Every round of a model: reserved before it, settled after it. Amounts are micro-euros.
create table budget_round (
  key        text primary key,
  at         timestamptz not null,
  day        date not null,
  lane       text not null,
  task       text not null,
  tier       text not null,
  provider   text not null,
  model      text not null,
  run_key    bigint,
  flow_id    text,
  element_id text,
  client     text,
  reserved   bigint not null check (reserved >= 0),
  scopes     text[] not null,
  settled_at timestamptz,
  ending     text,
  tokens_in  integer,
  tokens_out integer,
  spent      bigint check (spent >= 0),
  detail     text,
  check ((settled_at is null) = (spent is null))
);
create index budget_round_day on budget_round (day, at);
create index budget_round_open on budget_round (at) where settled_at is null;
create index budget_round_run on budget_round (run_key) where run_key is not null;
create index budget_round_client on budget_round (client) where client is not null;
-- What is taken of what a cap is counted over: open rounds at their most, settled ones as they were.
create table budget_taken (
  scope text primary key,
  taken bigint not null
);
