-- Which stores an organization of WorkOS owns: what its members, API keys and applications see.
CREATE TABLE organization_store (
  organization_id TEXT NOT NULL,
  slug            TEXT NOT NULL,
  PRIMARY KEY (organization_id, slug)
) STRICT, WITHOUT ROWID;
CREATE INDEX organization_store_by_slug ON organization_store (slug);
