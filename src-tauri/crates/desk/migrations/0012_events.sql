-- Lectures and events: when and where, how many seats, who signed up.

-- 讲座与活动 (R 4.7). A called-off one stays, with its reason.
CREATE TABLE events (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    kind     TEXT NOT NULL CHECK (kind IN ('lecture', 'activity')),
    title_zh TEXT NOT NULL,
    title_en TEXT NOT NULL,
    speaker  TEXT NOT NULL,                    -- who gives it; '' when nobody in particular
    day      TEXT NOT NULL,
    starts   INTEGER NOT NULL,                 -- minute of the day
    ends     INTEGER NOT NULL,
    place_zh TEXT NOT NULL,
    place_en TEXT NOT NULL,
    seats    INTEGER NOT NULL CHECK (seats > 0),
    note     TEXT NOT NULL,                    -- what to bring, for whom it is
    state    TEXT NOT NULL CHECK (state IN ('planned', 'called_off')),
    reason   TEXT NOT NULL                     -- why it was called off
) STRICT;
CREATE INDEX events_day ON events (day);

-- 报名. Who withdrew may sign up again: that is another row.
CREATE TABLE sign_ups (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    event_id   INTEGER NOT NULL REFERENCES events (id),
    visitor_id INTEGER NOT NULL REFERENCES visitors (id),
    state      TEXT NOT NULL CHECK (state IN ('signed_up', 'came', 'withdrawn')),
    signed_at  INTEGER NOT NULL,
    signed_by  INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
CREATE UNIQUE INDEX sign_ups_once ON sign_ups (event_id, visitor_id) WHERE state <> 'withdrawn';
CREATE INDEX sign_ups_visitor ON sign_ups (visitor_id);
