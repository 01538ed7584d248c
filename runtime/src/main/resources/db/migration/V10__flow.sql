-- The owner's settings: one JSON document per topic.
CREATE TABLE setting (
  topic      text PRIMARY KEY,
  value      text NOT NULL,
  changed_at timestamptz NOT NULL DEFAULT now()
);

-- A flow with its draft. Published versions are immutable rows of their own.
CREATE TABLE flow (
  id             text PRIMARY KEY,
  title          text NOT NULL,
  shipped        boolean NOT NULL DEFAULT false,
  draft_xml      text,
  draft_revision integer NOT NULL DEFAULT 0,
  draft_saved_at timestamptz,
  created_at     timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE flow_version (
  flow_id        text NOT NULL REFERENCES flow(id),
  version        integer NOT NULL,
  content_hash   text NOT NULL,
  xml            text NOT NULL,
  process_key    bigint,
  engine_version integer,
  released_at    timestamptz NOT NULL DEFAULT now(),
  released_by    text NOT NULL,
  why            text NOT NULL DEFAULT '',
  PRIMARY KEY (flow_id, version)
);
CREATE INDEX flow_version_process ON flow_version(process_key);

-- Starting once: the row comes before the engine is asked (see the architecture notes).
CREATE TABLE start_trigger (
  trigger_key  text PRIMARY KEY,
  flow_id      text NOT NULL,
  origin       text NOT NULL,
  variables    text NOT NULL,
  run_key      bigint,
  created_at   timestamptz NOT NULL DEFAULT now(),
  last_try_at  timestamptz NOT NULL DEFAULT now(),
  tries        integer NOT NULL DEFAULT 0,
  confirmed_at timestamptz,
  last_error   text
);
CREATE INDEX start_trigger_open ON start_trigger(last_try_at) WHERE confirmed_at IS NULL;

-- Messages on their way to waiting runs.
CREATE TABLE message_out (
  message_id      text NOT NULL,
  name            text NOT NULL,
  correlation_key text NOT NULL,
  variables       text NOT NULL,
  created_at      timestamptz NOT NULL DEFAULT now(),
  last_try_at     timestamptz NOT NULL DEFAULT now(),
  published_at    timestamptz,
  PRIMARY KEY (name, message_id)
);
CREATE INDEX message_out_open ON message_out(last_try_at) WHERE published_at IS NULL;

-- One row per finished visit of a step.
CREATE TABLE step_execution (
  job                  bigint PRIMARY KEY,
  run_key              bigint NOT NULL,
  element_instance_key bigint NOT NULL,
  element_id           text NOT NULL,
  step                 text NOT NULL,
  outcome              text NOT NULL,
  started_at           timestamptz NOT NULL,
  micros               bigint NOT NULL
);
CREATE INDEX step_execution_run ON step_execution(run_key);
