-- What was called "today" is what can wait for the owner's working hours.
UPDATE card SET severity = 'WORKING_HOURS' WHERE severity = 'TODAY';
