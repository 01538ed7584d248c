-- Documents that belong to somebody: what came with a mail, and what was added by hand. A row waits
-- until its text was read and memory knows it, and then says what came of that. Its key is the
-- durable key of the write to memory.
create table filed_document (
  filing_key  text primary key,
  document_id text not null references document (id) on delete cascade,
  owner_key   text not null,
  house_key   text,
  carrier_key text,
  filing      jsonb not null,
  filed_at    timestamptz not null default now(),
  tries       int not null default 0,
  state       text,
  media_type  text,
  characters  int,
  why         text,
  done_at     timestamptz,
  check ((state is null) = (done_at is null))
);
create index filed_document_waiting on filed_document (filed_at) where done_at is null;
create index filed_document_owner on filed_document (owner_key);
create index filed_document_house on filed_document (house_key);
create index filed_document_document on filed_document (document_id);
