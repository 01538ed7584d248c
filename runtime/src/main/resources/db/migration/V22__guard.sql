-- What guards look at: told by the journal's projector in the order of positions, and by features.
-- (tx, seq) is the order in which it is read; see V21.
CREATE TABLE guard_event (
  seq     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tx      xid8 NOT NULL DEFAULT pg_current_xact_id(),
  id      text NOT NULL UNIQUE,
  kind    text NOT NULL,
  subject text NOT NULL,
  at      timestamptz NOT NULL,
  run_key bigint,
  detail  text NOT NULL,
  amount  double precision NOT NULL
);
CREATE INDEX guard_event_order ON guard_event(tx, seq);

CREATE TABLE guard_setting (
  guard_id   text PRIMARY KEY,
  watching   boolean NOT NULL,
  parameters json NOT NULL,
  changed_at timestamptz NOT NULL DEFAULT now(),
  changed_by text NOT NULL
);

-- Each firing once; parameters are those it was found with.
CREATE TABLE guard_firing (
  key        text PRIMARY KEY,
  guard_id   text NOT NULL,
  subject    text NOT NULL,
  at         timestamptz NOT NULL,
  sentence   text NOT NULL,
  because    json NOT NULL,
  parameters json NOT NULL,
  stored_at  timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX guard_firing_guard ON guard_firing(guard_id, at DESC);

CREATE TABLE guard_mark (
  name text   PRIMARY KEY,
  tx   xid8   NOT NULL DEFAULT '0',
  seq  bigint NOT NULL DEFAULT 0
);
INSERT INTO guard_mark(name) VALUES ('guards');

-- Failed tries of a step's job, for the retry policy.
CREATE TABLE step_failure (
  job        bigint PRIMARY KEY,
  tries      integer NOT NULL,
  last_class text NOT NULL,
  last_at    timestamptz NOT NULL DEFAULT now()
);

-- What the escalation table did to a card.
CREATE TABLE card_escalation (
  card_id    uuid NOT NULL,
  step       integer NOT NULL,
  action     text NOT NULL,
  reason     text NOT NULL,
  rule       text NOT NULL,
  at         timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (card_id, step)
);
