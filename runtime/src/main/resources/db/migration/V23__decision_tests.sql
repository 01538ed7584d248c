-- Tests that are kept beside a table.
CREATE TABLE kept_test (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  table_id      text NOT NULL REFERENCES decision_table(id),
  name          text NOT NULL,
  decision_id   text NOT NULL,
  given         json NOT NULL,
  expect        json NOT NULL,
  evaluation_id bigint,
  kept_by       text NOT NULL,
  kept_at       timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX kept_test_table ON kept_test(table_id, id);

-- A candidate that is asked beside the released table; its mark is a decision_follower of its id.
CREATE TABLE shadow (
  id            text PRIMARY KEY,
  table_id      text NOT NULL REFERENCES decision_table(id),
  candidate_xml text NOT NULL,
  started_by    text NOT NULL,
  started_at    timestamptz NOT NULL DEFAULT now(),
  until         timestamptz NOT NULL,
  ended_at      timestamptz,
  ended_why     text,
  asked         bigint NOT NULL DEFAULT 0,
  changed       bigint NOT NULL DEFAULT 0,
  failed        bigint NOT NULL DEFAULT 0
);
CREATE INDEX shadow_table ON shadow(table_id, started_at DESC);
CREATE TABLE shadow_difference (
  shadow_id     text NOT NULL REFERENCES shadow(id),
  evaluation_id bigint NOT NULL,
  at            timestamptz NOT NULL,
  run_key       bigint,
  inputs        json NOT NULL,
  before        json NOT NULL,
  after         json NOT NULL,
  problems      json NOT NULL,
  PRIMARY KEY (shadow_id, evaluation_id)
);
