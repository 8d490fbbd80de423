-- Every write carries an id, so that a second click or a retry happens once. The same id from
-- another person, with another command or input is refused. Rows go when their time is over.
CREATE TABLE operations (
    op_id   TEXT PRIMARY KEY,          -- code: UUIDv7, made by the window
    command TEXT NOT NULL,             -- code of the command
    -- JSON as it was given, 'null' once anybody was erased or destroyed; personal: visitor
    answer  TEXT NOT NULL,
    actor   INTEGER NOT NULL,          -- staff.id
    at      INTEGER NOT NULL,
    -- no person: SHA-256 of id and input; '' when not known (any more), then the id is used
    input   TEXT NOT NULL DEFAULT ''
) STRICT;
