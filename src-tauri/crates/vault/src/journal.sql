-- The vault's own tables; subjects bring theirs as migrations.

-- Which migrations have run, with the digest of their text.
CREATE TABLE migrations (
    number INTEGER PRIMARY KEY,
    name   TEXT NOT NULL,
    digest TEXT NOT NULL,
    ran_at INTEGER NOT NULL            -- UTC ms
) STRICT;

-- The master keys by epoch: the journal, vouchers and backups of an epoch stay
-- readable after its key was replaced. This database is encrypted with the newest.
CREATE TABLE epochs (
    epoch  INTEGER PRIMARY KEY CHECK (epoch >= 1),
    master BLOB NOT NULL CHECK (length(master) = 32)
) STRICT;

-- 操作日志: append-only, chained by prev_mac → mac.
CREATE TABLE journal (
    seq       INTEGER PRIMARY KEY,     -- without gaps
    epoch     INTEGER NOT NULL REFERENCES epochs (epoch),  -- whose key sealed it
    at        INTEGER NOT NULL,        -- UTC ms
    actor     INTEGER NOT NULL,        -- staff id, 0 before sign-in
    role      TEXT NOT NULL,
    action    TEXT NOT NULL,           -- subject.verb
    object    TEXT NOT NULL,           -- kind of object
    object_id INTEGER NOT NULL,        -- 0 when the action has none
    detail    TEXT NOT NULL,           -- facts without names or values
    reason    TEXT NOT NULL,           -- as typed by the person, empty when none is due
    prev_mac  BLOB NOT NULL,
    mac       BLOB NOT NULL
) STRICT;
CREATE INDEX journal_object ON journal (object, object_id);
CREATE INDEX journal_at ON journal (at);
CREATE TRIGGER journal_is_not_changed BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_is_not_deleted BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
