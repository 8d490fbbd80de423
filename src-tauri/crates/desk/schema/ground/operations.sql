-- Every write carries an id, so that a second click or a retry happens once. Rows go when their
-- time is over.
CREATE TABLE operations (
    op_id   TEXT PRIMARY KEY,          -- code: UUIDv7, made by the window
    command TEXT NOT NULL,             -- code of the command; the same id with another one is refused
    -- JSON as it was given, 'null' once anybody was erased or destroyed; personal: visitor
    answer  TEXT NOT NULL,
    actor   INTEGER NOT NULL,          -- staff.id
    at      INTEGER NOT NULL
) STRICT;
