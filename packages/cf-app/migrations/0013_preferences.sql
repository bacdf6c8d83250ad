-- What somebody chose for themselves on the pages of a store. `value` is JSON, by `name`.
CREATE TABLE preference (
  user_id TEXT NOT NULL,
  store TEXT NOT NULL,
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  changed_at INTEGER NOT NULL,
  PRIMARY KEY (user_id, store, name)
) WITHOUT ROWID;
