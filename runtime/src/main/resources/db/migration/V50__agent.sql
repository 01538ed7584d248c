-- Writes to memory that steps ask for. The row comes first, so that what was known before a write
-- stays known when the step is done again, and what came of it is answered again.
create table agent_memory_write (
  write_key    text primary key,
  run_key      bigint not null,
  element_id   text not null,
  known_before jsonb not null,
  outcome      jsonb,
  asked_at     timestamptz not null default now(),
  done_at      timestamptz,
  check ((outcome is null) = (done_at is null))
);
create index agent_memory_write_open on agent_memory_write (asked_at) where done_at is null;
create index agent_memory_write_run on agent_memory_write (run_key);
