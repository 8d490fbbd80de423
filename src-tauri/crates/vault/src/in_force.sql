-- Which key file is in force: noted in the transaction of every change of the keys.
CREATE TABLE key_file (
    id     INTEGER PRIMARY KEY CHECK (id = 1),
    seq    INTEGER NOT NULL,           -- its number, which only grows
    digest TEXT NOT NULL,              -- SHA-256 of its text, hex
    slots  TEXT NOT NULL               -- its slots, number and beginning of the salt, with a comma between
) STRICT;
