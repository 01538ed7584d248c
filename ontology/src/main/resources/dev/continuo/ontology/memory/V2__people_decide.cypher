// Merges, erasures and the operator's extension. Statements end with a semicolon at the end of a line.
CREATE CONSTRAINT memory_merge_id IF NOT EXISTS FOR (n:Merge) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT memory_erasure_key IF NOT EXISTS FOR (n:Erasure) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT memory_erased_key IF NOT EXISTS FOR (n:Erased) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT memory_extension_number IF NOT EXISTS FOR (n:Extension) REQUIRE n.number IS UNIQUE;
CREATE INDEX memory_entity_merged IF NOT EXISTS FOR (n:Entity) ON (n.mergedInto);
CREATE INDEX memory_entity_seen IF NOT EXISTS FOR (n:Entity) ON (n.firstSeen);
CREATE INDEX memory_fact_predicate IF NOT EXISTS FOR (n:Fact) ON (n.predicate);
CREATE INDEX memory_activity_at IF NOT EXISTS FOR (n:Activity) ON (n.at);
