// What must be unique, and what is looked up. Statements end with a semicolon at the end of a line.
CREATE CONSTRAINT memory_entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT memory_key IF NOT EXISTS FOR (n:Key) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT memory_slot IF NOT EXISTS FOR (n:Slot) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT memory_fact_id IF NOT EXISTS FOR (n:Fact) REQUIRE n.factId IS UNIQUE;
CREATE CONSTRAINT memory_episode_key IF NOT EXISTS FOR (n:Episode) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT memory_activity_key IF NOT EXISTS FOR (n:Activity) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT memory_withheld_id IF NOT EXISTS FOR (n:Withheld) REQUIRE n.id IS UNIQUE;
CREATE INDEX memory_fact_recorded IF NOT EXISTS FOR (n:Fact) ON (n.recordedFrom);
CREATE INDEX memory_withheld_at IF NOT EXISTS FOR (n:Withheld) ON (n.at);
// Full text follows the commit at a short distance, so that a write does not wait for it.
CREATE FULLTEXT INDEX memory_entity_words IF NOT EXISTS FOR (n:Entity) ON EACH [n.label, n.aliases]
  OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-no-stop-words', `fulltext.eventually_consistent`: true}};
CREATE FULLTEXT INDEX memory_fact_words IF NOT EXISTS FOR (n:Fact) ON EACH [n.sentence]
  OPTIONS {indexConfig: {`fulltext.analyzer`: 'english', `fulltext.eventually_consistent`: true}};
CREATE FULLTEXT INDEX memory_episode_words IF NOT EXISTS FOR (n:Episode) ON EACH [n.title, n.text]
  OPTIONS {indexConfig: {`fulltext.analyzer`: 'english', `fulltext.eventually_consistent`: true}};
