-- What somebody was typing (R 1.2: nothing typed is lost): replaced by the next, deleted when it
-- is saved or cleared, and when its time is over. The one change that leaves no journal entry.
CREATE TABLE drafts (
    staff_id INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    key      TEXT NOT NULL,            -- code of the window: place/id, as in answer/42
    body     TEXT NOT NULL,            -- JSON in the window's own form; personal: visitor
    saved_at INTEGER NOT NULL,
    PRIMARY KEY (staff_id, key)
) STRICT;
