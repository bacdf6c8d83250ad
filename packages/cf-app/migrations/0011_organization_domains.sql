-- Domains of an organization, each with its own news: WorkOS tells when one is verified, and not that its organization
-- changed. `organization.domains` goes on being written for the Worker of before, and is read by nobody.
CREATE TABLE organization_domain (
  id              TEXT PRIMARY KEY,
  organization_id TEXT NOT NULL,
  domain          TEXT NOT NULL,         -- in lower case
  state           TEXT NOT NULL,         -- 'verified', 'pending', 'failed', …
  updated_at      INTEGER NOT NULL,
  version         TEXT NOT NULL,
  deleted_at      INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX organization_domain_by_name ON organization_domain (domain);
CREATE INDEX organization_domain_by_organization ON organization_domain (organization_id);

-- What is known so far, under ids of ours: the nightly compare puts WorkOS's own in their place.
INSERT INTO organization_domain (id, organization_id, domain, state, updated_at, version)
SELECT o.id || ':' || json_extract(d.value, '$.domain'), o.id, json_extract(d.value, '$.domain'),
  coalesce(json_extract(d.value, '$.state'), 'pending'), o.updated_at, o.version
FROM organization o JOIN json_each(o.domains) d
WHERE o.deleted_at IS NULL AND json_extract(d.value, '$.domain') IS NOT NULL
ON CONFLICT DO NOTHING;
