-- Shop platforms that tell a store's orders, and what their webhooks delivered.
CREATE TABLE store_source (
  slug       TEXT NOT NULL,
  platform   TEXT NOT NULL,              -- 'shopify' or 'woocommerce'
  secret     TEXT NOT NULL,              -- signs the platform's deliveries
  created_at INTEGER NOT NULL,           -- epoch ms
  PRIMARY KEY (slug, platform)
) STRICT, WITHOUT ROWID;

CREATE TABLE webhook_delivery (
  id          INTEGER PRIMARY KEY,
  slug        TEXT NOT NULL,
  platform    TEXT NOT NULL,
  delivery_id TEXT NOT NULL,             -- the platform's
  topic       TEXT NOT NULL,
  received_at INTEGER NOT NULL,          -- epoch ms
  outcome     TEXT NOT NULL,             -- 'stored', 'counted', 'ignored' or 'failed'
  reason      TEXT,                      -- of 'ignored' and 'failed'
  content     TEXT                       -- what is read of it, JSON without anything personal; NULL once it is counted
) STRICT;
CREATE UNIQUE INDEX webhook_delivery_by_id ON webhook_delivery (slug, platform, delivery_id);
CREATE INDEX webhook_delivery_by_time ON webhook_delivery (slug, platform, received_at);
