-- Deletions that have begun and are not over; what they still have to do.
CREATE TABLE store_deletion (
  slug          TEXT PRIMARY KEY,
  begun_at      INTEGER NOT NULL,         -- epoch ms
  step          TEXT NOT NULL,
  access_cursor TEXT,                     -- where KV was read to
  object        TEXT,                     -- JSON: what the store's object held
  archive       TEXT                      -- JSON: what the bucket held
) STRICT;
