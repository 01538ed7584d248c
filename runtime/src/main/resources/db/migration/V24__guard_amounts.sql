-- What was spent in a month is added up whenever it is asked how good work may be.
CREATE INDEX guard_event_amount ON guard_event(kind, at) WHERE amount <> 0;
