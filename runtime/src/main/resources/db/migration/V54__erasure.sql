-- Erasures of clients. The plan says what is still to do and is emptied when it is done; what stays
-- proves that it happened and names nobody.
create table erasure (
  key          text primary key,
  who          text not null,
  why          text not null,
  requested_at timestamptz not null default now(),
  plan         text,
  done_at      timestamptz,
  counts       jsonb,
  logs_until   timestamptz,
  check ((plan is null) = (done_at is not null))
);
create index erasure_open on erasure (requested_at) where done_at is null;
