-- Messages that came in. A message whose thread is its own id began a run.
create table mail_message (
  message_id   text primary key,
  thread_key   text not null,
  document_id  text not null references document (id),
  from_address text not null,
  subject      text not null,
  origin       text not null,
  received_at  timestamptz not null
);
create index mail_message_thread on mail_message (thread_key);
create index mail_message_received on mail_message (received_at);

-- Messages that go out, one per idempotency key, so that replies find their thread.
create table outgoing_mail (
  send_key      text primary key,
  message_id    text not null unique,
  thread_key    text not null,
  registered_at timestamptz not null default now(),
  sent_at       timestamptz,
  receipt       text
);
create index outgoing_mail_thread on outgoing_mail (thread_key);

create table unreadable_mail (
  item_id     text primary key,
  document_id text references document (id),
  kept_at     text,
  origin      text not null,
  why         text not null,
  arrived_at  timestamptz not null,
  check ((document_id is null) <> (kept_at is null))
);
create index unreadable_mail_arrived on unreadable_mail (arrived_at);

-- How far a mailbox has been read.
create table mailbox_mark (
  mailbox      text primary key,
  uid_validity bigint not null,
  last_uid     bigint not null,
  polled_at    timestamptz not null
);
