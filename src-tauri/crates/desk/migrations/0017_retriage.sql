-- A ticket that follows its encounter takes a step of its own.
CREATE TABLE ticket_steps_now (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    ticket_id   INTEGER NOT NULL REFERENCES tickets (id) ON DELETE RESTRICT,
    kind        TEXT NOT NULL CHECK (kind IN ('issued', 'called', 'recalled', 'started', 'finished', 'no_show', 'left',
        'transferred', 'moved', 'undone', 'lapsed', 'retriaged')),
    at          INTEGER NOT NULL,
    by          INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    reason      TEXT NOT NULL,
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
INSERT INTO ticket_steps_now SELECT id, ticket_id, kind, at, by, reason, state, point_id, note, place_need, place_first,
    place_at, called_at, called_by, started_at, ended_at, transfers, needless FROM ticket_steps;
DROP TABLE ticket_steps;
ALTER TABLE ticket_steps_now RENAME TO ticket_steps;
CREATE INDEX ticket_steps_ticket ON ticket_steps (ticket_id, id);
CREATE INDEX ticket_steps_by ON ticket_steps (by, at);
