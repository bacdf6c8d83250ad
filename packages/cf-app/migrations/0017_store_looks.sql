-- What the objects of stores last said of themselves: the order of more stores than can be asked at once.
CREATE TABLE store_look (
  slug          TEXT PRIMARY KEY,
  at            INTEGER NOT NULL,        -- when it was asked, epoch ms
  bytes         INTEGER,                 -- null: it has not answered yet
  events        INTEGER,
  last_event_at INTEGER                  -- epoch ms
) STRICT, WITHOUT ROWID;
CREATE INDEX store_look_by_at ON store_look (at);
