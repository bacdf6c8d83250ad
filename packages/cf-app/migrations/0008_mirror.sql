-- What WorkOS keeps of organizations and people, as far as access is decided by it or operators look at it. `updated_at`
-- is WorkOS's, epoch ms; `version` orders what it changed in one millisecond. What was deleted there stays as a row
-- without anything personal, so that news that come late bring nobody back.
CREATE TABLE organization (
  id         TEXT PRIMARY KEY,
  name       TEXT NOT NULL,
  domains    TEXT NOT NULL,              -- JSON: [{ "domain": "acme.com", "state": "verified" }]
  updated_at INTEGER NOT NULL,
  version    TEXT NOT NULL,
  deleted_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX organization_by_name ON organization (name);

CREATE TABLE user (
  id             TEXT PRIMARY KEY,
  email          TEXT NOT NULL,          -- in lower case
  first_name     TEXT,
  last_name      TEXT,
  email_verified INTEGER NOT NULL,
  updated_at     INTEGER NOT NULL,
  version        TEXT NOT NULL,
  deleted_at     INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX user_by_email ON user (email);

CREATE TABLE membership (
  id              TEXT PRIMARY KEY,
  user_id         TEXT NOT NULL,
  organization_id TEXT NOT NULL,
  role            TEXT,
  status          TEXT NOT NULL,         -- 'active', 'inactive' or 'pending'
  updated_at      INTEGER NOT NULL,
  version         TEXT NOT NULL,
  deleted_at      INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX membership_by_user ON membership (user_id, organization_id);
CREATE INDEX membership_by_organization ON membership (organization_id);

CREATE TABLE invitation (
  id              TEXT PRIMARY KEY,
  email           TEXT NOT NULL,
  organization_id TEXT,
  role            TEXT,
  state           TEXT NOT NULL,
  expires_at      INTEGER,               -- epoch ms
  updated_at      INTEGER NOT NULL,
  version         TEXT NOT NULL,
  deleted_at      INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX invitation_by_organization ON invitation (organization_id);

-- Single sign-on of an organization.
CREATE TABLE connection (
  id              TEXT PRIMARY KEY,
  organization_id TEXT,
  name            TEXT NOT NULL,
  type            TEXT NOT NULL,
  state           TEXT NOT NULL,         -- 'active' lets people in
  updated_at      INTEGER NOT NULL,
  version         TEXT NOT NULL,
  deleted_at      INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX connection_by_organization ON connection (organization_id);

-- Directory sync of an organization, and the people in it.
CREATE TABLE directory (
  id              TEXT PRIMARY KEY,
  organization_id TEXT,
  name            TEXT NOT NULL,
  type            TEXT NOT NULL,
  state           TEXT NOT NULL,
  updated_at      INTEGER NOT NULL,
  version         TEXT NOT NULL,
  deleted_at      INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX directory_by_organization ON directory (organization_id);

CREATE TABLE directory_user (
  id              TEXT PRIMARY KEY,
  directory_id    TEXT NOT NULL,
  organization_id TEXT,
  email           TEXT NOT NULL,         -- in lower case; kept after a deletion, since it says who is out
  state           TEXT NOT NULL,         -- 'active' or 'inactive'
  updated_at      INTEGER NOT NULL,
  version         TEXT NOT NULL,
  deleted_at      INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX directory_user_by_email ON directory_user (email, organization_id);

-- Sessions that are known here, to end those of somebody who lost their access.
CREATE TABLE known_session (
  sid             TEXT PRIMARY KEY,
  user_id         TEXT NOT NULL,
  organization_id TEXT,
  seen_at         INTEGER NOT NULL       -- epoch ms
) STRICT, WITHOUT ROWID;
CREATE INDEX known_session_by_user ON known_session (user_id);

-- Everything that WorkOS told, by webhook or when asked.
CREATE TABLE webhook_event (
  id           TEXT PRIMARY KEY,         -- WorkOS's
  type         TEXT NOT NULL,
  created_at   INTEGER NOT NULL,         -- WorkOS's, epoch ms
  received_at  INTEGER NOT NULL,         -- epoch ms
  source       TEXT NOT NULL,            -- 'webhook' or 'events'
  state        TEXT NOT NULL,            -- 'waiting', 'done' or 'parked'
  attempts     INTEGER NOT NULL DEFAULT 0,
  reason       TEXT,                     -- of 'parked'
  payload      TEXT,                     -- JSON; gone once it is done
  processed_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX webhook_event_by_state ON webhook_event (state, received_at);

-- How far something that goes on from where it was has got, and what it found the last time.
CREATE TABLE sync_cursor (
  name     TEXT PRIMARY KEY,
  position TEXT,
  ran_at   INTEGER NOT NULL,             -- epoch ms
  report   TEXT                          -- JSON
) STRICT, WITHOUT ROWID;

-- What we and not WorkOS decide about an organization.
CREATE TABLE organization_policy (
  organization_id TEXT PRIMARY KEY,
  slug            TEXT UNIQUE,           -- acme.app.example.com, /org/acme/…
  require_sso     INTEGER NOT NULL DEFAULT 0,
  auto_join_role  TEXT                   -- null: nobody joins by their e-mail's domain
) STRICT, WITHOUT ROWID;

-- The tenant that an operator looks at in one of their sessions.
CREATE TABLE tenant_visit (
  sid             TEXT PRIMARY KEY,
  organization_id TEXT NOT NULL,
  begun_at        INTEGER NOT NULL       -- epoch ms
) STRICT, WITHOUT ROWID;
