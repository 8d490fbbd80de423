-- What the bound of a wait came from, so that it can be held against what happened; of what was
-- told before it is not known.
ALTER TABLE tickets ADD COLUMN told_model INTEGER;

-- Who took care of somebody whom no open point can help. Added only.
CREATE TABLE ticket_alarms (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    ticket_id INTEGER NOT NULL REFERENCES tickets (id) ON DELETE RESTRICT,
    taken_at  INTEGER NOT NULL,
    taken_by  INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT
) STRICT;
-- Who took the alarm of a ticket last.
CREATE INDEX ticket_alarms_ticket ON ticket_alarms (ticket_id, id);
