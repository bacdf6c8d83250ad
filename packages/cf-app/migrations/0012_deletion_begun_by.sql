-- Who began a deletion: they may finish it, though the store is nobody's any more.
ALTER TABLE store_deletion ADD COLUMN begun_by TEXT NOT NULL DEFAULT 'operator';
