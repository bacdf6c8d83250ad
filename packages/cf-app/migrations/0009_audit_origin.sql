-- From where access was changed. Unknown for what is older, and for what runs by the clock.
ALTER TABLE audit_log ADD COLUMN via TEXT;     -- 'console', 'settings', 'api' or 'command'
ALTER TABLE audit_log ADD COLUMN address TEXT; -- the sender's IP address
CREATE INDEX audit_log_by_time ON audit_log (at);
