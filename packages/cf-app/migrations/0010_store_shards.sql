-- How many objects take a store's events from when on: JSON array of { from (epoch ms, a midnight), shards }, ascending.
ALTER TABLE store ADD COLUMN shard_plan TEXT NOT NULL DEFAULT '[]';
