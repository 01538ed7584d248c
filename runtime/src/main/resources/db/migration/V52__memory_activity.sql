-- What each read and write of memory took, and for which run and about whom.
create table memory_activity (
  id            bigint generated always as identity primary key,
  at            timestamptz not null,
  written       boolean not null,
  name          text not null,
  run_key       bigint,
  element_id    text,
  entities      text[] not null,
  micros        bigint not null,
  row_count     integer not null,
  indexes       text[] not null,
  cache_hit     boolean not null,
  stale_dropped integer not null,
  tokens        integer not null,
  cost_micros   bigint not null,
  failure       text
);
create index memory_activity_at on memory_activity (at);
create index memory_activity_run on memory_activity (run_key, at) where run_key is not null;
create index memory_activity_entities on memory_activity using gin (entities);
