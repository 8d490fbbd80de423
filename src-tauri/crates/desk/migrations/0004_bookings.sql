-- Bookings: when rooms take people, who comes when, and the vouchers they hold.

-- 排班: a bookable resource - a room, a team - with its place.
CREATE TABLE schedules (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    code         TEXT NOT NULL UNIQUE,
    name_zh      TEXT NOT NULL,
    name_en      TEXT NOT NULL,
    department   TEXT NOT NULL,                -- code of the department
    place_zh     TEXT NOT NULL,
    place_en     TEXT NOT NULL,
    slot_minutes INTEGER NOT NULL CHECK (slot_minutes BETWEEN 5 AND 480),
    capacity     INTEGER NOT NULL CHECK (capacity BETWEEN 1 AND 200),   -- people at the same time
    alongside    INTEGER NOT NULL CHECK (alongside IN (0, 1)),  -- goes with the person (陪检), so it is no stop of its own
    active       INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT;

-- Weekly opening of a schedule; several windows a day.
CREATE TABLE schedule_windows (
    schedule_id INTEGER NOT NULL REFERENCES schedules (id) ON DELETE RESTRICT,
    weekday     INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),       -- 1 is Monday
    opens       INTEGER NOT NULL CHECK (opens BETWEEN 0 AND 1439),      -- minute of the day
    closes      INTEGER NOT NULL CHECK (closes BETWEEN 1 AND 1439),     -- end of the last slot
    PRIMARY KEY (schedule_id, weekday, opens)
) STRICT;

CREATE TABLE schedule_services (
    schedule_id INTEGER NOT NULL REFERENCES schedules (id) ON DELETE RESTRICT,
    service_id  INTEGER NOT NULL REFERENCES services (id) ON DELETE RESTRICT,
    PRIMARY KEY (schedule_id, service_id)
) STRICT;
CREATE INDEX schedule_services_service ON schedule_services (service_id);

-- One day that differs from the weekly plan.
CREATE TABLE schedule_exceptions (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    schedule_id INTEGER NOT NULL REFERENCES schedules (id) ON DELETE RESTRICT,
    day         TEXT NOT NULL,
    kind        TEXT NOT NULL CHECK (kind IN ('closed', 'changed')),
    capacity    INTEGER CHECK (capacity BETWEEN 1 AND 200),             -- NULL: as on other days
    reason      TEXT NOT NULL,
    set_at      INTEGER NOT NULL,
    set_by      INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    UNIQUE (schedule_id, day)
) STRICT;

-- Hours of that day; no row: those of the week.
CREATE TABLE schedule_exception_windows (
    exception_id INTEGER NOT NULL REFERENCES schedule_exceptions (id) ON DELETE CASCADE,
    opens        INTEGER NOT NULL CHECK (opens BETWEEN 0 AND 1439),
    closes       INTEGER NOT NULL CHECK (closes BETWEEN 1 AND 1439),
    PRIMARY KEY (exception_id, opens)
) STRICT;

-- 预约: one visit of one person on one day. What was agreed is not changed; a
-- booking is moved by ending it and making another.
CREATE TABLE bookings (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    visitor_id   INTEGER NOT NULL REFERENCES visitors (id) ON DELETE RESTRICT,
    encounter_id INTEGER REFERENCES encounters (id) ON DELETE RESTRICT, -- NULL: booked outside an encounter
    package_id   INTEGER REFERENCES packages (id) ON DELETE RESTRICT,   -- NULL: single services only
    day          TEXT NOT NULL,
    starts       INTEGER NOT NULL CHECK (starts BETWEEN 0 AND 1439),
    ends         INTEGER NOT NULL CHECK (ends BETWEEN 1 AND 1439),
    arrive_by    INTEGER NOT NULL CHECK (arrive_by BETWEEN 0 AND 1439),
    title_zh     TEXT NOT NULL,                -- the package, or the services
    title_en     TEXT NOT NULL,
    price        INTEGER NOT NULL CHECK (price >= 0),                   -- fen, as told when it was booked
    needs        TEXT NOT NULL,                -- allergies, special needs: the department must know
    note         TEXT NOT NULL,
    state        TEXT NOT NULL CHECK (state IN ('booked', 'checked_in', 'completed', 'no_show', 'cancelled', 'rescheduled')),
    reason       TEXT NOT NULL,                -- why it was cancelled or moved
    read_back_at INTEGER NOT NULL,             -- service, time, name and phone repeated and confirmed (R 5.2)
    booked_at    INTEGER NOT NULL,
    booked_by    INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    checked_in_at INTEGER,                     -- NULL: not here yet
    state_at     INTEGER NOT NULL,
    state_by     INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    moved_to     INTEGER REFERENCES bookings (id) ON DELETE RESTRICT    -- the booking that took its place
) STRICT;
CREATE INDEX bookings_day ON bookings (day, starts);
CREATE INDEX bookings_visitor ON bookings (visitor_id, day);
CREATE INDEX bookings_encounter ON bookings (encounter_id);
CREATE INDEX bookings_booked ON bookings (booked_at);

-- What is done, where and when; a service that needs no time of its own has no schedule.
CREATE TABLE booking_items (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    booking_id  INTEGER NOT NULL REFERENCES bookings (id) ON DELETE RESTRICT,
    service_id  INTEGER NOT NULL REFERENCES services (id) ON DELETE RESTRICT,
    schedule_id INTEGER REFERENCES schedules (id) ON DELETE RESTRICT,   -- NULL: on the way
    day         TEXT NOT NULL,
    starts      INTEGER CHECK (starts BETWEEN 0 AND 1439),
    ends        INTEGER CHECK (ends BETWEEN 1 AND 1439),
    service_zh  TEXT NOT NULL,                 -- names as they were told
    service_en  TEXT NOT NULL,
    department_zh TEXT NOT NULL,
    department_en TEXT NOT NULL,
    place_zh    TEXT NOT NULL,
    place_en    TEXT NOT NULL,
    price       INTEGER NOT NULL CHECK (price >= 0),
    CHECK ((schedule_id IS NULL) = (starts IS NULL) AND (starts IS NULL) = (ends IS NULL))
) STRICT;
CREATE INDEX booking_items_booking ON booking_items (booking_id);
CREATE INDEX booking_items_taken ON booking_items (schedule_id, day);

-- 预约凭证: what a person holds in the hand. Never changed, only voided.
CREATE TABLE vouchers (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    booking_id INTEGER NOT NULL UNIQUE REFERENCES bookings (id) ON DELETE RESTRICT,
    no         TEXT NOT NULL UNIQUE,           -- day, running number, check digit: 13 digits
    name       TEXT NOT NULL,                  -- of the visitor, as read back
    phone      TEXT NOT NULL,
    issued_at  INTEGER NOT NULL,
    issued_by  INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    voided_at  INTEGER,                        -- NULL: valid
    voided_by  INTEGER REFERENCES staff (id) ON DELETE RESTRICT,
    void_cause TEXT CHECK (void_cause IN ('cancelled', 'rescheduled')),
    CHECK ((voided_at IS NULL) = (void_cause IS NULL))
) STRICT;

-- What to bring and how to prepare, as it stands on the voucher.
CREATE TABLE voucher_lines (
    voucher_id INTEGER NOT NULL REFERENCES vouchers (id) ON DELETE RESTRICT,
    kind       TEXT NOT NULL CHECK (kind IN ('bring', 'prepare')),
    position   INTEGER NOT NULL,
    text_zh    TEXT NOT NULL,
    text_en    TEXT NOT NULL,
    PRIMARY KEY (voucher_id, kind, position)
) STRICT;

-- Every print: asked before, settled when the spooler answered.
CREATE TABLE voucher_prints (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    voucher_id INTEGER NOT NULL REFERENCES vouchers (id) ON DELETE RESTRICT,
    n          INTEGER NOT NULL CHECK (n >= 1),  -- as marked on the paper
    paper      TEXT NOT NULL CHECK (paper IN ('a4', 'a5', 'roll80')),
    way        TEXT NOT NULL CHECK (way IN ('printer', 'file')),
    state      TEXT NOT NULL CHECK (state IN ('asked', 'done', 'refused')),  -- asked: the outcome is not known
    job        TEXT NOT NULL,                  -- the spooler's name for it
    asked_at   INTEGER NOT NULL,
    asked_by   INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT
) STRICT;
CREATE INDEX voucher_prints_voucher ON voucher_prints (voucher_id);
