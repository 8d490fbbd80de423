-- The vault's own tables: laid by journal.sql into an empty file, before any migration.

-- Which migrations have run. Added only. No person.
CREATE TABLE migrations (
    number INTEGER PRIMARY KEY,
    name   TEXT NOT NULL,
    -- SHA-256 of its text in hex, line ends as LF: a released one is never edited
    digest TEXT NOT NULL,
    ran_at INTEGER NOT NULL
) STRICT;

-- The master keys by epoch: journal, vouchers and backups of an epoch stay readable after its
-- key was replaced. The file is encrypted with a key made from the newest. Never deleted.
CREATE TABLE epochs (
    epoch  INTEGER PRIMARY KEY CHECK (epoch >= 1),
    master BLOB NOT NULL CHECK (length(master) = 32)
) STRICT;

-- 操作日志 (R 10.4): who did, saw, exported what. Append-only, never destroyed; each row is
-- sealed together with the one before it. No person.
CREATE TABLE journal (
    seq       INTEGER PRIMARY KEY,     -- 1, 2, 3 … without gaps
    epoch     INTEGER NOT NULL REFERENCES epochs (epoch), -- whose key sealed it
    at        INTEGER NOT NULL,
    actor     INTEGER NOT NULL,        -- staff.id; 0: nobody was signed in
    role      TEXT NOT NULL,           -- code of the role they acted in; empty: nobody was signed in
    action    TEXT NOT NULL,           -- code, subject.verb
    object    TEXT NOT NULL,           -- code, the kind of object
    object_id INTEGER NOT NULL,        -- 0 when the action has none
    detail    TEXT NOT NULL,           -- codes, counts, numbers, days, names of changed fields; never a value
    reason    TEXT NOT NULL,           -- as typed, where one is due; no person (on trust)
    prev_mac  BLOB NOT NULL,           -- mac of the row before; 32 zero bytes in the first
    mac       BLOB NOT NULL            -- seal over this row and prev_mac
) STRICT;
-- What was done to one thing, and which kinds of things were touched.
CREATE INDEX journal_object ON journal (object, object_id);
-- What was done on a day, and the last entry for the clock.
CREATE INDEX journal_at ON journal (at);
-- Not even a mistake of ours changes an entry.
CREATE TRIGGER journal_is_not_changed BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
-- Nor takes one away.
CREATE TRIGGER journal_is_not_deleted BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
