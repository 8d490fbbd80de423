-- 排班: a bookable resource, a room or a team, with its place (R 5.1). Retired, never deleted. No person.
CREATE TABLE schedules (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    code         TEXT NOT NULL UNIQUE,
    name_zh      TEXT NOT NULL,
    name_en      TEXT NOT NULL,
    department   TEXT NOT NULL,        -- code of departments
    place_zh     TEXT NOT NULL,
    place_en     TEXT NOT NULL,
    slot_minutes INTEGER NOT NULL CHECK (slot_minutes BETWEEN 5 AND 480),
    capacity     INTEGER NOT NULL CHECK (capacity BETWEEN 1 AND 200), -- people at the same time
    -- 1: goes with the person (陪检), so it is no stop of its own
    alongside    INTEGER NOT NULL CHECK (alongside IN (0, 1)),
    active       INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT;

-- The week of a schedule; several windows a day.
CREATE TABLE schedule_windows (
    schedule_id INTEGER NOT NULL REFERENCES schedules (id) ON DELETE RESTRICT,
    weekday     INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7), -- 1 is Monday
    opens       INTEGER NOT NULL CHECK (opens BETWEEN 0 AND 1439),
    closes      INTEGER NOT NULL CHECK (closes BETWEEN 1 AND 1439), -- end of the last slot
    PRIMARY KEY (schedule_id, weekday, opens)
) STRICT;

-- What is done there.
CREATE TABLE schedule_services (
    schedule_id INTEGER NOT NULL REFERENCES schedules (id) ON DELETE RESTRICT,
    service_id  INTEGER NOT NULL REFERENCES services (id) ON DELETE RESTRICT,
    PRIMARY KEY (schedule_id, service_id)
) STRICT;
-- Where a service is done.
CREATE INDEX schedule_services_service ON schedule_services (service_id);

-- One day that differs from the week; deleted when it does no longer.
CREATE TABLE schedule_exceptions (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    schedule_id INTEGER NOT NULL REFERENCES schedules (id) ON DELETE RESTRICT,
    day         TEXT NOT NULL,
    kind        TEXT NOT NULL CHECK (kind IN ('closed', 'changed')), -- codes: schedules::ExceptionKind
    capacity    INTEGER CHECK (capacity BETWEEN 1 AND 200), -- NULL: as on other days
    reason      TEXT NOT NULL,         -- no person (on trust)
    set_at      INTEGER NOT NULL,
    set_by      INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    UNIQUE (schedule_id, day)
) STRICT;

-- The hours of that day; no row: those of the week.
CREATE TABLE schedule_exception_windows (
    exception_id INTEGER NOT NULL REFERENCES schedule_exceptions (id) ON DELETE CASCADE,
    opens        INTEGER NOT NULL CHECK (opens BETWEEN 0 AND 1439),
    closes       INTEGER NOT NULL CHECK (closes BETWEEN 1 AND 1439),
    PRIMARY KEY (exception_id, opens)
) STRICT;
