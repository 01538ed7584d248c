-- The journal: what the engine's exporter stores, and the read model projected from it.
--
-- journal is one plain table and not a set of daily partitions: the exporter may run while the app is
-- down, so nobody could be relied on to create tomorrow's partition, and a missing one would stop the
-- export. Rows only arrive at the end, so the primary key grows at its right edge and stays cheap; it
-- also makes a doubled position an error instead of a silent second row. Should old rows have to go one
-- day, the whole table can be attached as the first partition of a partitioned one.
--
-- Value types and intents are Zeebe's own words, so that the table can be read without a dictionary.
CREATE TABLE journal (
    pos    bigint      NOT NULL,
    ts     timestamptz NOT NULL,
    key    bigint      NOT NULL,
    pi     bigint      NOT NULL, -- process instance, -1 where there is none
    pd     bigint      NOT NULL, -- process definition, -1 where unknown
    part   smallint    NOT NULL,
    vt     text        NOT NULL,
    intent text        NOT NULL,
    el     text,                 -- element id
    et     text,                 -- PROCESS_INSTANCE only: element type
    scope  bigint,               -- PROCESS_INSTANCE only: the enclosing element instance
    p      bytea,                -- JSON of what else is kept
    PRIMARY KEY (part, pos)
) WITH (autovacuum_vacuum_insert_scale_factor = 0.05, autovacuum_freeze_min_age = 0);

CREATE INDEX journal_pi ON journal (pi) WHERE pi > 0;

-- One row per partition of the engine, written by the exporter in the transaction of its rows.
-- (pos, ts, key) are those of the newest stored record; problem says why the exporter stands still.
CREATE TABLE journal_mark (
    part    smallint    PRIMARY KEY,
    pos     bigint      NOT NULL,
    ts      timestamptz NOT NULL,
    key     bigint      NOT NULL,
    problem text
);

-- How far the read model has got, per partition.
CREATE TABLE journal_projected (
    part smallint PRIMARY KEY,
    pos  bigint   NOT NULL
);

-- Fence messages that came through; kept for a day.
CREATE TABLE journal_fence (
    fence text        PRIMARY KEY,
    at    timestamptz NOT NULL
);

-- How many bytes of each day's log belong to committed sentences.
CREATE TABLE journal_log (
    day   date   PRIMARY KEY,
    bytes bigint NOT NULL
);

CREATE TABLE run (
    run_key        bigint      PRIMARY KEY,
    flow_id        text        NOT NULL,
    version        integer     NOT NULL,
    process_key    bigint      NOT NULL,
    parent_run_key bigint,
    state          text        NOT NULL,
    started_at     timestamptz NOT NULL,
    ended_at       timestamptz,
    start_key      text,
    title          text,
    open_incidents integer     NOT NULL
);

CREATE INDEX run_started ON run (started_at DESC, run_key DESC);
CREATE INDEX run_flow ON run (flow_id, started_at DESC, run_key DESC);
CREATE INDEX run_unfinished ON run (state, started_at DESC, run_key DESC) WHERE state <> 'COMPLETED';
CREATE INDEX run_start_key ON run (start_key) WHERE start_key IS NOT NULL;
CREATE INDEX run_title ON run USING gin (to_tsvector('simple', title)) WHERE title IS NOT NULL;

-- Kept by the one projector, so that no page ever counts a million rows.
CREATE TABLE run_count (
    flow_id text   NOT NULL,
    state   text   NOT NULL,
    n       bigint NOT NULL,
    PRIMARY KEY (flow_id, state)
);

-- Open visits only: what is finished is in the journal.
CREATE TABLE run_element (
    element_key bigint      PRIMARY KEY,
    run_key     bigint      NOT NULL,
    element_id  text        NOT NULL,
    type        text        NOT NULL,
    scope_key   bigint      NOT NULL,
    waiting     boolean     NOT NULL,
    since       timestamptz NOT NULL
) WITH (fillfactor = 80);

CREATE INDEX run_element_run ON run_element (run_key);

CREATE TABLE run_incident (
    incident_key bigint      PRIMARY KEY,
    run_key      bigint      NOT NULL,
    element_key  bigint      NOT NULL,
    element_id   text        NOT NULL,
    job_key      bigint      NOT NULL,
    error_type   text        NOT NULL,
    message      text        NOT NULL,
    opened_at    timestamptz NOT NULL,
    resolved_at  timestamptz
);

CREATE INDEX run_incident_run ON run_incident (run_key);

-- User tasks whose job is open.
CREATE TABLE run_user_task (
    job_key     bigint      PRIMARY KEY,
    run_key     bigint      NOT NULL,
    process_key bigint      NOT NULL,
    element_key bigint      NOT NULL,
    element_id  text        NOT NULL,
    headers     json        NOT NULL,
    created_at  timestamptz NOT NULL
);

-- What features recorded about a run; logged tells whether the day's log has the sentence.
CREATE TABLE run_trace (
    id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    key         text        NOT NULL UNIQUE,
    run_key     bigint      NOT NULL,
    element_key bigint,
    element_id  text,
    kind        text        NOT NULL,
    sentence    text        NOT NULL,
    details     json        NOT NULL,
    at          timestamptz NOT NULL,
    logged      boolean     NOT NULL DEFAULT false
);

CREATE INDEX run_trace_run ON run_trace (run_key);
CREATE INDEX run_trace_unlogged ON run_trace (id) WHERE NOT logged;
