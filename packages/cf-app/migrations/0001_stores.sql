-- The store registry and the record of every change of access.
CREATE TABLE store (
  slug       TEXT PRIMARY KEY,
  name       TEXT NOT NULL,
  time_zone  TEXT NOT NULL,
  currency   TEXT NOT NULL,
  domains    TEXT NOT NULL DEFAULT '[]', -- JSON array of host names that may send events
  shards     INTEGER NOT NULL DEFAULT 1,
  created_at INTEGER NOT NULL            -- epoch ms
) STRICT;

CREATE TABLE audit_log (
  id         INTEGER PRIMARY KEY,
  at         INTEGER NOT NULL,           -- epoch ms
  actor      TEXT NOT NULL,
  action     TEXT NOT NULL,
  target     TEXT NOT NULL,
  before     TEXT,                       -- JSON
  after      TEXT,                       -- JSON
  request_id TEXT NOT NULL
) STRICT;
CREATE INDEX audit_log_by_target ON audit_log (target, at);

-- Sessions that were ended; their tokens stay valid for minutes, so this is asked on every request.
CREATE TABLE revoked_session (
  sid        TEXT PRIMARY KEY,
  revoked_at INTEGER NOT NULL            -- epoch ms
) STRICT;
