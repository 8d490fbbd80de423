-- How far something outside of the file was read in, so that it is read once. No person.
CREATE TABLE marks (
    name  TEXT PRIMARY KEY,            -- code: attempts.<series> of the wrong passwords that wait outside
    value INTEGER NOT NULL             -- the highest line that was read
) STRICT;
