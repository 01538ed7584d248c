-- Times that are ours: RESERVED for a draft, HELD once the calendar file is written.
create table calendar_hold (
  hold_id   uuid primary key,
  hold_key  text not null,
  starts_at timestamptz not null,
  ends_at   timestamptz not null check (ends_at > starts_at),
  state     text not null check (state in ('RESERVED', 'HELD', 'RELEASED')),
  file      text,
  made_at   timestamptz not null default now(),
  constraint calendar_hold_no_overlap
    exclude using gist (tstzrange(starts_at, ends_at) with &&) where (state <> 'RELEASED')
);
create index calendar_hold_key on calendar_hold (hold_key);
