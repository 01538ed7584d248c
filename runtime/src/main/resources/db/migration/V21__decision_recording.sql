-- Followers read each recorded answer once, in the order of (tx, id): a transaction that commits late
-- is never skipped, because nobody reads past the oldest one that is still open.
ALTER TABLE decision_evaluation ADD COLUMN tx xid8 NOT NULL DEFAULT pg_current_xact_id();
CREATE INDEX decision_evaluation_tx ON decision_evaluation(tx, id);
CREATE INDEX decision_evaluation_at ON decision_evaluation(table_id, at);

CREATE TABLE decision_follower (
  name text   PRIMARY KEY,
  tx   xid8   NOT NULL DEFAULT '0',
  id   bigint NOT NULL DEFAULT 0
);

-- How often a row hit; kept by a follower. A row without an id of its own is known by its number.
CREATE TABLE decision_row_hit (
  table_id   text        NOT NULL,
  rule_id    text        NOT NULL,
  row_number integer     NOT NULL,
  version    integer     NOT NULL,
  hits       bigint      NOT NULL,
  last_at    timestamptz NOT NULL,
  PRIMARY KEY (table_id, rule_id)
);
CREATE TABLE decision_table_use (
  table_id    text        PRIMARY KEY,
  evaluations bigint      NOT NULL,
  first_at    timestamptz NOT NULL,
  last_at     timestamptz NOT NULL
);

-- A retired version answers only runs that began with it.
ALTER TABLE decision_table_version ADD COLUMN retired_at timestamptz;
ALTER TABLE decision_table_version ADD COLUMN retired_by text;
ALTER TABLE decision_table_version ADD COLUMN retired_why text;
ALTER TABLE decision_table_version ADD COLUMN rolled_back_to integer;

-- A flow's own table is the one that was newest when the flow was released. A row here gives a later
-- version to the flow's next runs; runs that began before keep theirs.
CREATE TABLE flow_table_pin (
  flow_id       text        NOT NULL,
  table_id      text        NOT NULL,
  table_version integer     NOT NULL,
  pinned_at     timestamptz NOT NULL DEFAULT now(),
  pinned_by     text        NOT NULL,
  PRIMARY KEY (flow_id, table_id, table_version)
);
