-- Triage and queue: service points, who sits there, tickets and every step of them.

-- 窗口/专岗: where a ticket is called to (R 2.4). Retired, never deleted.
CREATE TABLE points (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    code     TEXT NOT NULL UNIQUE,
    name_zh  TEXT NOT NULL,
    name_en  TEXT NOT NULL,
    place_zh TEXT NOT NULL,
    place_en TEXT NOT NULL,
    audience TEXT NOT NULL CHECK (audience IN ('everyone', 'special_groups')), -- others come here only when nothing else is open
    position INTEGER NOT NULL,
    active   INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT;

CREATE TABLE point_languages (
    point_id INTEGER NOT NULL REFERENCES points (id) ON DELETE CASCADE,
    language TEXT NOT NULL CHECK (language IN ('zh', 'yue', 'en', 'sign', 'ug', 'bo', 'ja', 'ko', 'ru')),
    PRIMARY KEY (point_id, language)
) STRICT;

-- What a point can do; a top category stands for all of its leaves.
CREATE TABLE point_categories (
    point_id    INTEGER NOT NULL REFERENCES points (id) ON DELETE CASCADE,
    category_id INTEGER NOT NULL REFERENCES categories (id) ON DELETE RESTRICT,
    PRIMARY KEY (point_id, category_id)
) STRICT;

-- Who worked where from when to when: a point is open while somebody sits there.
CREATE TABLE point_sittings (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    point_id  INTEGER NOT NULL REFERENCES points (id) ON DELETE RESTRICT,
    staff_id  INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    opened_at INTEGER NOT NULL,
    closed_at INTEGER                          -- NULL: sits there now
) STRICT;
CREATE UNIQUE INDEX point_sittings_staff ON point_sittings (staff_id) WHERE closed_at IS NULL;
CREATE INDEX point_sittings_point ON point_sittings (point_id) WHERE closed_at IS NULL;

-- 排队号. What was given out is never changed; where it stands now repeats the last of its steps.
CREATE TABLE tickets (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    no           TEXT NOT NULL,                -- A023, as it is called
    day          TEXT NOT NULL,
    encounter_id INTEGER NOT NULL REFERENCES encounters (id) ON DELETE RESTRICT,
    category_id  INTEGER NOT NULL REFERENCES categories (id) ON DELETE RESTRICT,
    language     TEXT NOT NULL CHECK (language IN ('zh', 'yue', 'en', 'sign', 'ug', 'bo', 'ja', 'ko', 'ru')),
    need         TEXT NOT NULL CHECK (need IN ('immediate', 'urgent', 'routine')), -- urgency, lifted by special groups
    first        INTEGER NOT NULL CHECK (first IN (0, 1)), -- first among those of equal need
    lifted_by    TEXT NOT NULL,                -- code of the special group; empty: none
    issued_at    INTEGER NOT NULL,
    issued_by    INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    told_median  INTEGER,                      -- minutes of waiting told when it was issued; NULL: not enough was known
    told_bound   INTEGER,
    state        TEXT NOT NULL CHECK (state IN ('waiting', 'called', 'serving', 'done', 'no_show', 'left')),
    point_id     INTEGER NOT NULL REFERENCES points (id) ON DELETE RESTRICT,
    note         TEXT NOT NULL,                -- the one handoff note (R 2.8)
    place_need   TEXT CHECK (place_need IN ('immediate', 'urgent', 'routine')), -- moved by a person: stands as if it were this; NULL: not moved
    place_first  INTEGER CHECK (place_first IN (0, 1)),
    place_at     INTEGER,
    called_at    INTEGER,
    called_by    INTEGER REFERENCES staff (id) ON DELETE RESTRICT,
    started_at   INTEGER,
    ended_at     INTEGER,
    transfers    INTEGER NOT NULL,
    needless     INTEGER NOT NULL,             -- of the transfers
    UNIQUE (day, no)
) STRICT;
CREATE UNIQUE INDEX tickets_live ON tickets (encounter_id) WHERE state IN ('waiting', 'called', 'serving');
CREATE INDEX tickets_state ON tickets (state, day);
CREATE INDEX tickets_served ON tickets (point_id, ended_at) WHERE state = 'done';

-- Every step of a ticket with where it stood afterwards. Rows are never changed.
CREATE TABLE ticket_steps (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    ticket_id   INTEGER NOT NULL REFERENCES tickets (id) ON DELETE RESTRICT,
    kind        TEXT NOT NULL CHECK (kind IN ('issued', 'called', 'recalled', 'started', 'finished', 'no_show', 'left', 'transferred', 'moved', 'undone', 'lapsed')),
    at          INTEGER NOT NULL,
    by          INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    reason      TEXT NOT NULL,                 -- due for a move (R 2.3); empty where none is
    state       TEXT NOT NULL CHECK (state IN ('waiting', 'called', 'serving', 'done', 'no_show', 'left')),
    point_id    INTEGER NOT NULL REFERENCES points (id) ON DELETE RESTRICT,
    note        TEXT NOT NULL,
    place_need  TEXT CHECK (place_need IN ('immediate', 'urgent', 'routine')),
    place_first INTEGER CHECK (place_first IN (0, 1)),
    place_at    INTEGER,
    called_at   INTEGER,
    called_by   INTEGER REFERENCES staff (id) ON DELETE RESTRICT,
    started_at  INTEGER,
    ended_at    INTEGER,
    transfers   INTEGER NOT NULL,
    needless    INTEGER NOT NULL
) STRICT;
CREATE INDEX ticket_steps_ticket ON ticket_steps (ticket_id, id);
CREATE INDEX ticket_steps_by ON ticket_steps (by, at);
