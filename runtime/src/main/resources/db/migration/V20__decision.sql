-- A decision table with its draft. Released versions are immutable rows of their own.
CREATE TABLE decision_table (
  id             text PRIMARY KEY,
  title          text NOT NULL,
  kind           text NOT NULL CHECK (kind IN ('HOUSE', 'FLOW')),
  draft_xml      text NOT NULL,
  draft_revision integer NOT NULL DEFAULT 1,
  draft_saved_at timestamptz,
  -- the newest text that came with the product and was put before the owner
  shipped_hash   text,
  offered_xml    text,
  created_at     timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE decision_table_version (
  table_id     text NOT NULL REFERENCES decision_table(id),
  version      integer NOT NULL,
  content_hash text NOT NULL,
  xml          text NOT NULL,
  released_at  timestamptz NOT NULL DEFAULT now(),
  released_by  text NOT NULL,
  why          text NOT NULL DEFAULT '',
  PRIMARY KEY (table_id, version)
);

-- Every answer of a released table. replay_key names a question of one visit of an element, so that
-- a redelivered job finds its answer instead of writing a second one. json and not jsonb: values
-- are shown in the order of the table's columns.
CREATE TABLE decision_evaluation (
  id                   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at                   timestamptz NOT NULL DEFAULT now(),
  table_id             text NOT NULL,
  version              integer NOT NULL,
  decision_id          text NOT NULL,
  inputs               json NOT NULL,
  outputs              json NOT NULL,
  hits                 json NOT NULL,
  problems             json NOT NULL,
  answered             boolean NOT NULL,
  micros               bigint NOT NULL,
  run_key              bigint,
  element_instance_key bigint,
  element_id           text,
  replay_key           text UNIQUE
);
CREATE INDEX decision_evaluation_run ON decision_evaluation(run_key) WHERE run_key IS NOT NULL;
CREATE INDEX decision_evaluation_table ON decision_evaluation(table_id, id);
