-- 讲座与活动 (R 4.7): one date each. One that is called off stays, with its reason. No person but
-- who gives it, which people type.
CREATE TABLE events (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    -- codes: events::EventKind
    kind     TEXT NOT NULL CHECK (kind IN ('lecture', 'activity')),
    title_zh TEXT NOT NULL,             -- no person (on trust)
    title_en TEXT NOT NULL,             -- no person (on trust)
    speaker  TEXT NOT NULL,             -- '': nobody in particular; no person (on trust): who speaks in public
    day      TEXT NOT NULL,
    starts   INTEGER NOT NULL,
    ends     INTEGER NOT NULL,
    place_zh TEXT NOT NULL,             -- no person (on trust)
    place_en TEXT NOT NULL,             -- no person (on trust)
    seats    INTEGER NOT NULL CHECK (seats > 0),
    note     TEXT NOT NULL,             -- what to bring, for whom it is; no person (on trust)
    -- codes: events::EventState
    state    TEXT NOT NULL CHECK (state IN ('planned', 'called_off')),
    reason   TEXT NOT NULL              -- why it was called off; no person (on trust)
) STRICT;
-- The events of a stretch of days.
CREATE INDEX events_day ON events (day);

-- 报名: a seat of a visitor. Who withdrew may sign up again: that is another row.
CREATE TABLE sign_ups (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    event_id   INTEGER NOT NULL REFERENCES events (id),
    visitor_id INTEGER NOT NULL REFERENCES visitors (id),
    -- codes: events::SignUpState; personal fact: visitor
    state      TEXT NOT NULL CHECK (state IN ('signed_up', 'came', 'withdrawn')),
    signed_at  INTEGER NOT NULL,
    signed_by  INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
-- One seat a person.
CREATE UNIQUE INDEX sign_ups_once ON sign_ups (event_id, visitor_id) WHERE state <> 'withdrawn';
-- The seats of one visitor: what is held of them.
CREATE INDEX sign_ups_visitor ON sign_ups (visitor_id);
