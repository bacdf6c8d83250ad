-- Stores that were filled with demo data: which shop's history, since when, and how far it has been told. Epoch ms.
CREATE TABLE demo_store (
  slug  TEXT PRIMARY KEY,
  shop  TEXT NOT NULL,
  since INTEGER NOT NULL,
  told  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
