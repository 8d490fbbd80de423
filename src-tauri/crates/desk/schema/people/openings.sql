-- What somebody searched for by number within the last day, as tags that only this desk can
-- make: searching in vain again and again is no way to learn a number. Older rows go with the
-- next search. No person.
CREATE TABLE searches (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    staff_id INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    at       INTEGER NOT NULL,
    tail     TEXT NOT NULL,            -- code: tag of the last four places
    run      TEXT NOT NULL,            -- code: tag of the whole
    missed   INTEGER NOT NULL CHECK (missed IN (0, 1)), -- 1: nobody was found
    counted  INTEGER NOT NULL CHECK (counted IN (0, 1)) -- 1: costs half an opening
) STRICT;
-- What one member of staff searched for lately.
CREATE INDEX searches_staff ON searches (staff_id, at);
