// A source carries the label Unread until recall has read it to its end. Statements end with a semicolon at the end of a line.
CREATE INDEX memory_unread IF NOT EXISTS FOR (n:Unread) ON (n.kind, n.recordedAt);
MATCH (ep:Episode) WHERE NOT EXISTS { (ep)<-[:OF]-() } CALL (ep) { SET ep:Unread } IN TRANSACTIONS OF 1000 ROWS;
