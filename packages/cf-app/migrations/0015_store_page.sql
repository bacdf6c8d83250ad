-- Links that lead to a store's page without signing in. Who has the token has the page, so it is kept as a hash only.
CREATE TABLE share_link (
  id             TEXT PRIMARY KEY,
  slug           TEXT NOT NULL,
  name           TEXT NOT NULL,
  token_hash     TEXT NOT NULL UNIQUE,      -- SHA-256, hexadecimal
  password       TEXT,                      -- pbkdf2-sha256$iterations$salt$hash; null for none
  filters        TEXT NOT NULL,             -- JSON: [{ "dimension", "op", "values" }], locked
  embed_hosts    TEXT NOT NULL,             -- JSON: hosts whose pages may show parts of it
  created_at     INTEGER NOT NULL,          -- epoch ms, as all times
  created_by     TEXT NOT NULL,
  expires_at     INTEGER,
  revoked_at     INTEGER
) STRICT, WITHOUT ROWID;
-- Passwords that were tried on a link since then; no row where the last one was right.
CREATE TABLE share_attempt (
  link     TEXT PRIMARY KEY,
  attempts INTEGER NOT NULL,
  since    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX share_link_by_store ON share_link (slug, created_at);

-- What happened on a day, told by whoever sees the store, for all who see it.
CREATE TABLE annotation (
  id         TEXT PRIMARY KEY,
  slug       TEXT NOT NULL,
  day        TEXT NOT NULL,                 -- YYYY-MM-DD, the store's
  text       TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX annotation_by_store ON annotation (slug, day);

-- What a store wants its visitors to do.
CREATE TABLE goal (
  id         TEXT PRIMARY KEY,
  slug       TEXT NOT NULL,
  name       TEXT NOT NULL,
  dimension  TEXT NOT NULL,                 -- 'page' or 'event'
  op         TEXT NOT NULL,                 -- 'is', 'contains' or 'prefix'
  value      TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX goal_by_store ON goal (slug, created_at);
