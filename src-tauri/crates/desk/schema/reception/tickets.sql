-- 排队号. Its number is never changed; its class, language and need follow the encounter, with a
-- step; where it stands (from state on) repeats its last step.
CREATE TABLE tickets (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    no           TEXT NOT NULL,        -- number as it is called, A023; unique on its day
    day          TEXT NOT NULL,
    encounter_id INTEGER NOT NULL REFERENCES encounters (id) ON DELETE RESTRICT,
    category_id  INTEGER NOT NULL REFERENCES categories (id) ON DELETE RESTRICT,
    -- codes: language::Language
    language     TEXT NOT NULL CHECK (language IN ('zh', 'yue', 'en', 'sign', 'ug', 'bo', 'ja', 'ko', 'ru')),
    -- codes: categories::Urgency, lifted by a special group (R 2.2)
    need         TEXT NOT NULL CHECK (need IN ('immediate', 'urgent', 'routine')),
    first        INTEGER NOT NULL CHECK (first IN (0, 1)), -- 1: first among those of equal need
    -- code of the special group that did it; empty: none; personal fact: visitor
    lifted_by    TEXT NOT NULL,
    issued_at    INTEGER NOT NULL,
    issued_by    INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    -- minutes of waiting as told then (R 2.6); NULL, both of them: not enough was known
    told_median  INTEGER,
    told_bound   INTEGER,              -- minutes that nine of ten stay below
    -- codes: tickets::State
    state        TEXT NOT NULL CHECK (state IN ('waiting', 'called', 'serving', 'done', 'no_show', 'left')),
    -- where it waits or was called to
    point_id     INTEGER NOT NULL REFERENCES points (id) ON DELETE RESTRICT,
    note         TEXT NOT NULL,        -- the one handoff note (R 2.8); personal: visitor
    -- codes: categories::Urgency; a person put it where this need stands (R 2.3); NULL, all three: nobody did
    place_need   TEXT CHECK (place_need IN ('immediate', 'urgent', 'routine')),
    place_first  INTEGER CHECK (place_first IN (0, 1)),
    place_at     INTEGER,              -- as if it had come then
    called_at    INTEGER,              -- the last call; NULL: not called since it came here
    called_by    INTEGER REFERENCES staff (id) ON DELETE RESTRICT,
    started_at   INTEGER,              -- the conversation began; NULL: not yet
    ended_at     INTEGER,              -- NULL: its way is not at its end
    transfers    INTEGER NOT NULL,     -- how often it was passed to another point
    needless     INTEGER NOT NULL,     -- how many of these could have been spared (R 2.4)
    -- seconds the bound was before it was set right by what had happened; NULL: not known
    told_model   INTEGER,
    UNIQUE (day, no)
) STRICT;
-- One live ticket per encounter.
CREATE UNIQUE INDEX tickets_live ON tickets (encounter_id) WHERE state IN ('waiting', 'called', 'serving');
-- The queue of a day.
CREATE INDEX tickets_state ON tickets (state, day);
-- How long the latest services at a point took, for telling the wait.
CREATE INDEX tickets_served ON tickets (point_id, ended_at) WHERE state = 'done';
-- The newest ticket of an encounter.
CREATE INDEX tickets_encounter ON tickets (encounter_id, id);

-- Every step of a ticket with where it stood afterwards; undoing is a step too. Added only.
CREATE TABLE ticket_steps (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    ticket_id   INTEGER NOT NULL REFERENCES tickets (id) ON DELETE RESTRICT,
    kind        TEXT NOT NULL CHECK (kind IN ('issued', 'called', 'recalled', 'started', 'finished', 'no_show', 'left',
        'transferred', 'moved', 'undone', 'lapsed', 'retriaged')), -- codes: tickets::StepKind
    at          INTEGER NOT NULL,
    by          INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    reason      TEXT NOT NULL,         -- due for a move (R 2.3), empty where none is; personal: visitor
    -- codes: tickets::State; from here on as in tickets
    state       TEXT NOT NULL CHECK (state IN ('waiting', 'called', 'serving', 'done', 'no_show', 'left')),
    point_id    INTEGER NOT NULL REFERENCES points (id) ON DELETE RESTRICT,
    note        TEXT NOT NULL,         -- personal: visitor
    place_need  TEXT CHECK (place_need IN ('immediate', 'urgent', 'routine')), -- codes: categories::Urgency
    place_first INTEGER CHECK (place_first IN (0, 1)),
    place_at    INTEGER,
    called_at   INTEGER,
    called_by   INTEGER REFERENCES staff (id) ON DELETE RESTRICT,
    started_at  INTEGER,
    ended_at    INTEGER,
    transfers   INTEGER NOT NULL,
    needless    INTEGER NOT NULL
) STRICT;
-- The way of one ticket, step by step.
CREATE INDEX ticket_steps_ticket ON ticket_steps (ticket_id, id);
-- What somebody did last, to undo it.
CREATE INDEX ticket_steps_by ON ticket_steps (by, at);

-- Who took care of somebody whom no open point can help. Added only. No person.
CREATE TABLE ticket_alarms (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    ticket_id INTEGER NOT NULL REFERENCES tickets (id) ON DELETE RESTRICT,
    taken_at  INTEGER NOT NULL,
    taken_by  INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT
) STRICT;
-- Who took the alarm of a ticket last.
CREATE INDEX ticket_alarms_ticket ON ticket_alarms (ticket_id, id);
