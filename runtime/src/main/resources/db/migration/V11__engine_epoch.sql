-- Which process engine the keys of runs belong to: 0 for the first; one more for each engine that was taken over
-- after it, because an engine with an empty folder counts its keys from the beginning again.
CREATE TABLE engine_epoch (
  epoch integer PRIMARY KEY,
  since timestamptz NOT NULL DEFAULT now()
);
INSERT INTO engine_epoch(epoch) VALUES (0);
