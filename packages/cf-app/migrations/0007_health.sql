-- What the scheduled health check remembers of each target. Times are epoch ms.
CREATE TABLE health_watch (
  target             TEXT    NOT NULL PRIMARY KEY,
  state              TEXT    NOT NULL CHECK (state IN ('up', 'down')),
  since              INTEGER NOT NULL,
  checked_at         INTEGER NOT NULL,
  reason             TEXT,
  -- The beginning of the outage that operators were told of, until they are told of its end.
  told_outage_since  INTEGER
) STRICT;

-- When a target's state changed: what the status page shows of the past.
CREATE TABLE health_change (
  id      INTEGER PRIMARY KEY,
  target  TEXT    NOT NULL,
  state   TEXT    NOT NULL CHECK (state IN ('up', 'down')),
  at      INTEGER NOT NULL,
  reason  TEXT
) STRICT;
