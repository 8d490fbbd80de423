-- How far something outside of the database was read in, so that it is read once.
CREATE TABLE marks (
    name  TEXT PRIMARY KEY,
    value INTEGER NOT NULL
) STRICT;

-- 一次性口令: until when the secret that an administrator handed out may be used.
ALTER TABLE staff ADD COLUMN code_until INTEGER;   -- UTC ms; NULL: the password is the person's own
