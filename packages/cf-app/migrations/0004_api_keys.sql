-- What people did with API keys here. WorkOS keeps the keys; nothing in here opens anything.
CREATE TABLE api_key (
  id              TEXT PRIMARY KEY,       -- WorkOS's
  organization_id TEXT NOT NULL,
  name            TEXT NOT NULL,
  scopes          TEXT NOT NULL,          -- JSON array of permissions
  obfuscated      TEXT NOT NULL,          -- how it begins and ends, to recognise it by
  created_by      TEXT,                   -- null for a key that was made at WorkOS
  created_at      INTEGER NOT NULL,       -- epoch ms
  revoked_by      TEXT,
  revoked_at      INTEGER                 -- epoch ms; from then on it opens nothing
) STRICT;
CREATE INDEX api_key_by_organization ON api_key (organization_id, created_at);
