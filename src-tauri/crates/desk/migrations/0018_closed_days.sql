-- A day that is over keeps what it said: what a record was before it was changed, when, by whom.

-- 预约经过: every state a booking came to. Those of before are read from the journal.
CREATE TABLE booking_steps (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    booking_id INTEGER NOT NULL REFERENCES bookings (id) ON DELETE RESTRICT,
    state      TEXT NOT NULL CHECK (state IN
        ('booked', 'checked_in', 'completed', 'no_show', 'cancelled', 'rescheduled')),
    at         INTEGER NOT NULL,
    by         INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT
) STRICT;
CREATE INDEX booking_steps_booking ON booking_steps (booking_id, id);
CREATE INDEX booking_steps_at ON booking_steps (at);
INSERT INTO booking_steps (booking_id, state, at, by)
SELECT id, 'booked', booked_at, booked_by FROM bookings ORDER BY id;
INSERT INTO booking_steps (booking_id, state, at, by)
SELECT b.id, j.detail, j.at, j.actor
FROM journal j
JOIN bookings b ON b.id = j.object_id
JOIN staff s ON s.id = j.actor
WHERE j.object = 'booking'
    AND j.action IN ('bookings.check_in', 'bookings.undo_check_in', 'bookings.complete', 'bookings.no_show',
        'bookings.cancel', 'bookings.reschedule')
    AND j.detail IN ('booked', 'checked_in', 'completed', 'no_show', 'cancelled', 'rescheduled')
ORDER BY j.seq;
-- Where a booking stands is its last step, whatever the journal says.
INSERT INTO booking_steps (booking_id, state, at, by)
SELECT b.id, b.state, b.state_at, b.state_by
FROM bookings b
JOIN booking_steps l ON l.id = (SELECT MAX(m.id) FROM booking_steps m WHERE m.booking_id = b.id)
WHERE l.state <> b.state
ORDER BY b.id;

-- 更名前: name and phone as they were, of a person known since an earlier day.
CREATE TABLE visitors_before (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    visitor_id INTEGER NOT NULL REFERENCES visitors (id) ON DELETE CASCADE,
    name       TEXT NOT NULL,
    phone      TEXT NOT NULL,
    until      INTEGER NOT NULL,
    by         INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT
) STRICT;
CREATE INDEX visitors_before_visitor ON visitors_before (visitor_id, id);

-- 补记前: what was known of an encounter, when it was changed on a later day than its own.
CREATE TABLE encounters_before (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    encounter_id INTEGER NOT NULL REFERENCES encounters (id) ON DELETE CASCADE,
    day          TEXT NOT NULL,
    visitor_id   INTEGER REFERENCES visitors (id) ON DELETE RESTRICT,
    matter       TEXT NOT NULL,
    category_id  INTEGER REFERENCES categories (id) ON DELETE RESTRICT,
    urgency      TEXT NOT NULL CHECK (urgency IN ('immediate', 'urgent', 'routine')),
    complexity   TEXT NOT NULL CHECK (complexity IN ('on_the_spot', 'specialist', 'several_departments')),
    until        INTEGER NOT NULL,
    by           INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT
) STRICT;
CREATE INDEX encounters_before_encounter ON encounters_before (encounter_id, id);
CREATE INDEX encounters_before_visitor ON encounters_before (visitor_id);
