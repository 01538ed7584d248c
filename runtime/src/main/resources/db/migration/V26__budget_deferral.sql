-- How often a step was put off because money was short.
create table budget_deferral (
  effect_key text primary key,
  times      integer not null,
  last_at    timestamptz not null default now()
);
