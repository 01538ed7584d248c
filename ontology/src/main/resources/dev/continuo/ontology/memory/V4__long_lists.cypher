// Lists that stay quick when they are long. Statements end with a semicolon at the end of a line.
CREATE INDEX memory_withheld_status IF NOT EXISTS FOR (n:Withheld) ON (n.status, n.at);
CREATE INDEX memory_merge_state IF NOT EXISTS FOR (n:Merge) ON (n.state, n.score);
CREATE INDEX memory_entity_name IF NOT EXISTS FOR (n:Entity) ON (n.kind, n.label);
CREATE INDEX memory_stale_at IF NOT EXISTS FOR ()-[s:STALE]-() ON (s.at);
CREATE INDEX memory_withheld_settled IF NOT EXISTS FOR (n:Withheld) ON (n.settledAt);
CREATE INDEX memory_merge_settled IF NOT EXISTS FOR (n:Merge) ON (n.settledAt);
CREATE INDEX memory_episode_at IF NOT EXISTS FOR (n:Episode) ON (n.occurredAt);
