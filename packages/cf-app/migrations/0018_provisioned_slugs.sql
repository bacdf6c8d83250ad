-- Slugs that tenants were provisioned with become their names in addresses; `organization_policy.slug` is read no more.
INSERT INTO organization_slug (organization_id, slug)
  SELECT organization_id, slug FROM organization_policy WHERE slug IS NOT NULL
  ON CONFLICT DO NOTHING;
