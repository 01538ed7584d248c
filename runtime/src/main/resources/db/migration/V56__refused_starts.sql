-- A start that the engine refused and that nobody waits for: shown, and tried again now and then.
ALTER TABLE start_trigger ADD COLUMN refused_at timestamptz;
