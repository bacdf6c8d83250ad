-- The name of an organization in addresses: acme.app.example.com, /org/acme/…, X-Organization: acme. WorkOS knows none.
CREATE TABLE organization_slug (
  organization_id TEXT PRIMARY KEY,
  slug            TEXT NOT NULL UNIQUE
) STRICT, WITHOUT ROWID;
