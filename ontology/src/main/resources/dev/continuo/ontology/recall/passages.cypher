// What recall keeps beside the facts; everything here can be thrown away and made again from the sources.
CREATE CONSTRAINT recall_passage_id IF NOT EXISTS FOR (n:Passage) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT recall_rollup_key IF NOT EXISTS FOR (n:Rollup) REQUIRE n.key IS UNIQUE;
CREATE INDEX recall_rollup_period IF NOT EXISTS FOR (n:Rollup) ON (n.period, n.to);
CREATE VECTOR INDEX recall_rollup_vectors IF NOT EXISTS FOR (n:Rollup) ON (n.vector)
  OPTIONS {indexConfig: {`vector.dimensions`: 384, `vector.similarity_function`: 'cosine'}};
DROP INDEX recall_episode_recorded IF EXISTS;
CREATE FULLTEXT INDEX recall_passage_words IF NOT EXISTS FOR (n:Passage) ON EACH [n.words]
  OPTIONS {indexConfig: {`fulltext.analyzer`: 'english', `fulltext.eventually_consistent`: true}};
CREATE VECTOR INDEX recall_passage_vectors IF NOT EXISTS FOR (n:Passage) ON (n.vector)
  OPTIONS {indexConfig: {`vector.dimensions`: 384, `vector.similarity_function`: 'cosine'}};
CREATE INDEX recall_entity_merged IF NOT EXISTS FOR (n:Entity) ON (n.mergedInto);
CREATE INDEX recall_fact_closed IF NOT EXISTS FOR (n:Fact) ON (n.recordedTo);
