-- Writes of the HTTP API that carried an Idempotency-Key, and what they were answered; kept for a day.
CREATE TABLE idempotent_request (
  principal   TEXT NOT NULL,              -- kind:id
  key         TEXT NOT NULL,
  fingerprint TEXT NOT NULL,              -- hash of everything that was asked
  claimed_at  INTEGER NOT NULL,           -- epoch ms
  status      INTEGER,                    -- null as long as there is no answer
  answer      TEXT,                       -- the body
  PRIMARY KEY (principal, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX idempotent_request_by_claim ON idempotent_request (claimed_at);
