create table document (
  id         text primary key check (id ~ '^[0-9a-f]{64}$'),
  size       bigint not null,
  media_type text not null,
  name       text not null,
  stored_at  timestamptz not null default now()
);
comment on table document is 'What is known of a kept document; the content is a file named by the id, the SHA-256 of the content.';
