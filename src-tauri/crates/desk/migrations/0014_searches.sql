-- What somebody searched for by number within the last day, as tags: searching in vain again
-- and again is no way to learn a number.
CREATE TABLE searches (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    staff_id INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    at       INTEGER NOT NULL,
    tail     TEXT NOT NULL,
    run      TEXT NOT NULL,
    missed   INTEGER NOT NULL CHECK (missed IN (0, 1)),
    counted  INTEGER NOT NULL CHECK (counted IN (0, 1))
) STRICT;
CREATE INDEX searches_staff ON searches (staff_id, at);
