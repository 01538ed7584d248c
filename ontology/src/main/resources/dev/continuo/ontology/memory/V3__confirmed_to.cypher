// The latest confirmation stands on the slot, so that a write need not read all of them.
MATCH (s:Slot)-[c:CONFIRMED_BY]->(:Episode) WITH s, max(c.at) AS latest SET s.confirmedTo = latest;
