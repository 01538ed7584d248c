-- When a person last marked what changed about somebody as seen.
create table last_look (
  person    text        not null,
  entity_id text        not null,
  seen_at   timestamptz not null default now(),
  primary key (person, entity_id)
);
create index last_look_entity on last_look (entity_id);
