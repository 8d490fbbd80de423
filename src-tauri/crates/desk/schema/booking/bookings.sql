-- 预约: one visit of one person on one day. What was agreed is not changed; a booking is moved by
-- ending it and making another (R 5.5).
CREATE TABLE bookings (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    visitor_id    INTEGER NOT NULL REFERENCES visitors (id) ON DELETE RESTRICT,
    encounter_id  INTEGER REFERENCES encounters (id) ON DELETE RESTRICT, -- NULL: booked outside an encounter
    package_id    INTEGER REFERENCES packages (id) ON DELETE RESTRICT, -- NULL: single services only
    day           TEXT NOT NULL,
    starts        INTEGER NOT NULL CHECK (starts BETWEEN 0 AND 1439), -- of the first item
    ends          INTEGER NOT NULL CHECK (ends BETWEEN 1 AND 1439), -- of the last
    arrive_by     INTEGER NOT NULL CHECK (arrive_by BETWEEN 0 AND 1439), -- minute of the day
    title_zh      TEXT NOT NULL,       -- the package or the services, as told; no person
    title_en      TEXT NOT NULL,       -- no person
    price         INTEGER NOT NULL CHECK (price >= 0), -- as told
    -- allergies, special needs: the department must know (R 5.4); personal: visitor
    needs         TEXT NOT NULL,
    note          TEXT NOT NULL,       -- personal: visitor
    -- codes: bookings::BookingState
    state         TEXT NOT NULL CHECK (state IN
        ('booked', 'checked_in', 'completed', 'no_show', 'cancelled', 'rescheduled')),
    reason        TEXT NOT NULL,       -- why it was cancelled or moved; personal: visitor
    read_back_at  INTEGER NOT NULL,    -- service, time, name and phone were repeated and confirmed (R 5.2)
    booked_at     INTEGER NOT NULL,
    booked_by     INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    checked_in_at INTEGER,             -- NULL: not here yet
    state_at      INTEGER NOT NULL,    -- since when it stands where it stands
    state_by      INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    -- the booking that took its place; NULL: none, or destroyed since
    moved_to      INTEGER REFERENCES bookings (id) ON DELETE RESTRICT,
    -- why it is booked although it does not suit the person
    despite       TEXT NOT NULL DEFAULT '', -- personal: visitor
    -- the first visit of what is done in two; NULL: this is the first or the only one, or the
    -- first was destroyed since
    part_of       INTEGER REFERENCES bookings (id) ON DELETE RESTRICT
) STRICT;
-- Who comes on a day, in the order of their times.
CREATE INDEX bookings_day ON bookings (day, starts);
-- What a person has booked.
CREATE INDEX bookings_visitor ON bookings (visitor_id, day);
-- What was booked in an encounter.
CREATE INDEX bookings_encounter ON bookings (encounter_id);
-- The other visit of what is done in two.
CREATE INDEX bookings_part ON bookings (part_of);
-- The ledger asks for those that were made on a day (R 12.1).
CREATE INDEX bookings_booked ON bookings (booked_at);

-- What is done, where and when, in the words it was told in.
CREATE TABLE booking_items (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    booking_id    INTEGER NOT NULL REFERENCES bookings (id) ON DELETE RESTRICT,
    service_id    INTEGER NOT NULL REFERENCES services (id) ON DELETE RESTRICT,
    -- NULL: done on the way, without a time of its own
    schedule_id   INTEGER REFERENCES schedules (id) ON DELETE RESTRICT,
    day           TEXT NOT NULL,       -- the booking's own
    starts        INTEGER CHECK (starts BETWEEN 0 AND 1439), -- NULL: on the way
    ends          INTEGER CHECK (ends BETWEEN 1 AND 1439), -- NULL: on the way
    service_zh    TEXT NOT NULL,       -- no person
    service_en    TEXT NOT NULL,       -- no person
    department_zh TEXT NOT NULL,       -- no person
    department_en TEXT NOT NULL,       -- no person
    place_zh      TEXT NOT NULL,       -- no person
    place_en      TEXT NOT NULL,       -- no person
    price         INTEGER NOT NULL CHECK (price >= 0), -- alone, as told
    CHECK ((schedule_id IS NULL) = (starts IS NULL) AND (starts IS NULL) = (ends IS NULL))
) STRICT;
-- The items of one booking.
CREATE INDEX booking_items_booking ON booking_items (booking_id);
-- Which places are taken on a day (R 5.1).
CREATE INDEX booking_items_taken ON booking_items (schedule_id, day);

-- 预约经过: every state a booking came to, in order (R 12.1). Added only; the booking repeats the last.
CREATE TABLE booking_steps (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    booking_id INTEGER NOT NULL REFERENCES bookings (id) ON DELETE RESTRICT,
    -- codes: bookings::BookingState
    state      TEXT NOT NULL CHECK (state IN
        ('booked', 'checked_in', 'completed', 'no_show', 'cancelled', 'rescheduled')),
    at         INTEGER NOT NULL,
    by         INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT
) STRICT;
-- The way of one booking, step by step.
CREATE INDEX booking_steps_booking ON booking_steps (booking_id, id);
-- What became of bookings after a day was over.
CREATE INDEX booking_steps_at ON booking_steps (at);
