-- The inbox. A card is raised once per card_key and decided once.
CREATE TABLE card (
  id             uuid PRIMARY KEY,
  card_key       text NOT NULL UNIQUE,
  kind           text NOT NULL,
  severity       text NOT NULL,
  title          text NOT NULL,
  summary        text NOT NULL,
  run_key        bigint,
  element_id     text,
  body           text NOT NULL,
  content_hash   text NOT NULL,
  state          text NOT NULL,
  raised_at      timestamptz NOT NULL DEFAULT now(),
  due_at         timestamptz,
  snoozed_until  timestamptz,
  closed_at      timestamptz,
  follow_up      text,
  followed_up_at timestamptz
);
CREATE INDEX card_open ON card(raised_at) WHERE state IN ('OPEN', 'SNOOZED');
CREATE INDEX card_follow_up ON card(closed_at) WHERE follow_up IS NOT NULL AND followed_up_at IS NULL;
CREATE INDEX card_run ON card(run_key);

-- The decision record: who, when, what was shown, what was changed, which rule asked.
CREATE TABLE card_verdict (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  card_id      uuid NOT NULL UNIQUE REFERENCES card(id),
  decision     text NOT NULL,
  who          text NOT NULL,
  decided_at   timestamptz NOT NULL DEFAULT now(),
  content_hash text NOT NULL,
  shown        text NOT NULL,
  edited       text,
  note         text NOT NULL DEFAULT ''
);

-- Proposals to the outside and the ledger of their intents.
CREATE TABLE effect (
  effect_key       text PRIMARY KEY,
  run_key          bigint NOT NULL,
  element_id       text NOT NULL,
  element_instance bigint NOT NULL,
  job_key          bigint NOT NULL,
  title            text NOT NULL,
  content_hash     text NOT NULL,
  state            text NOT NULL,
  proposed_at      timestamptz NOT NULL DEFAULT now(),
  note             text NOT NULL DEFAULT '',
  completed_at     timestamptz
);
CREATE INDEX effect_run ON effect(run_key);
CREATE INDEX effect_job ON effect(job_key) WHERE completed_at IS NULL;

-- The permission to send: by a person or by a released policy row, for exactly one content.
CREATE TABLE effect_approval (
  effect_key   text NOT NULL REFERENCES effect(effect_key),
  content_hash text NOT NULL,
  approved_by  text NOT NULL,
  approved_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (effect_key, content_hash)
);

CREATE TABLE effect_intent (
  idempotency_key text PRIMARY KEY,
  effect_key      text NOT NULL REFERENCES effect(effect_key),
  ordinal         integer NOT NULL,
  channel         text NOT NULL,
  summary         text NOT NULL,
  content         text NOT NULL,
  state           text NOT NULL,
  tries           integer NOT NULL DEFAULT 0,
  next_try_at     timestamptz,
  sending_since   timestamptz,
  receipt         text,
  details         text,
  why             text,
  settled_at      timestamptz,
  UNIQUE (effect_key, ordinal)
);
CREATE INDEX effect_intent_open ON effect_intent(state) WHERE state IN ('PROPOSED', 'SENDING');
