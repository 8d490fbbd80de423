-- 机构: one row. No person.
CREATE TABLE institution (
    id           INTEGER PRIMARY KEY CHECK (id = 1),
    name         TEXT NOT NULL,
    address      TEXT NOT NULL,
    phone        TEXT NOT NULL,
    training     INTEGER NOT NULL CHECK (training IN (0, 1)), -- 1: made-up data for practice; never changed
    -- without a touch until the desk locks
    idle_seconds INTEGER NOT NULL CHECK (idle_seconds BETWEEN 60 AND 900)
) STRICT;

-- 开放时间: a weekday without a row is closed.
CREATE TABLE opening_hours (
    weekday    INTEGER PRIMARY KEY CHECK (weekday BETWEEN 1 AND 7), -- 1 is Monday
    opens      INTEGER NOT NULL CHECK (opens BETWEEN 0 AND 1439),
    closes     INTEGER NOT NULL CHECK (closes BETWEEN 1 AND 1439),
    break_from INTEGER CHECK (break_from BETWEEN 0 AND 1439), -- minute; NULL, both of them: no lunch break
    break_to   INTEGER CHECK (break_to BETWEEN 0 AND 1439)
) STRICT;

-- Days that somebody marked as different from their weekday: days off, make-up working days (R 7.3).
-- They win over what the State Council announced, which is shipped with the program.
CREATE TABLE special_days (
    day  TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('closed', 'working')), -- codes: institution::DayKind
    name TEXT NOT NULL,                -- 院庆, 调休上班; no person
    -- weekday whose hours a make-up day has, 1 is Monday; NULL: its own, or the first that has any
    hours_of INTEGER CHECK (hours_of BETWEEN 1 AND 7),
    -- NULL: marked before that was kept
    set_by INTEGER REFERENCES staff (id) ON DELETE RESTRICT
) STRICT;
