-- 科室: where a service is done. No person.
CREATE TABLE departments (
    code        TEXT PRIMARY KEY,
    name_zh     TEXT NOT NULL,
    name_en     TEXT NOT NULL,
    place_zh    TEXT NOT NULL,         -- floor, area, room
    place_en    TEXT NOT NULL,
    -- 1: its services are done together, as with one blood draw: the longest counts
    one_sitting INTEGER NOT NULL CHECK (one_sitting IN (0, 1)),
    position    INTEGER NOT NULL       -- the order of a walk through the house
) STRICT;

-- 关注、既往、过敏: the words needs are told in (R 4.1). Retired, never deleted. No person.
CREATE TABLE terms (
    kind     TEXT NOT NULL CHECK (kind IN ('concern', 'condition', 'allergy')), -- codes: catalogue::TermKind
    code     TEXT NOT NULL,            -- unique in its kind
    name_zh  TEXT NOT NULL,
    name_en  TEXT NOT NULL,
    words    TEXT NOT NULL,            -- everyday words people say instead, space separated
    broad    INTEGER NOT NULL CHECK (broad IN (0, 1)), -- 1: a concern that a check-up as a whole answers
    position INTEGER NOT NULL,
    active   INTEGER NOT NULL CHECK (active IN (0, 1)),
    PRIMARY KEY (kind, code)
) STRICT;

-- 服务项目 (R 4.2). Retired, never deleted. No person.
CREATE TABLE services (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    code            TEXT NOT NULL UNIQUE, -- code in kebab case, never changed
    department      TEXT NOT NULL REFERENCES departments (code) ON DELETE RESTRICT,
    name_zh         TEXT NOT NULL,
    name_en         TEXT NOT NULL,
    content_zh      TEXT NOT NULL,     -- what is done
    content_en      TEXT NOT NULL,
    process_zh      TEXT NOT NULL,     -- how it goes
    process_en      TEXT NOT NULL,
    advantages_zh   TEXT NOT NULL,
    advantages_en   TEXT NOT NULL,
    limits_zh       TEXT NOT NULL,     -- what it cannot do
    limits_en       TEXT NOT NULL,
    for_whom_zh     TEXT NOT NULL,     -- in words; the rule is sex, ages and service_codes
    for_whom_en     TEXT NOT NULL,
    not_for_zh      TEXT NOT NULL,
    not_for_en      TEXT NOT NULL,
    price           INTEGER NOT NULL CHECK (price >= 0), -- in force; repeats the newest of prices
    minutes         INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 1440), -- how long it takes
    arrive_early    INTEGER NOT NULL CHECK (arrive_early BETWEEN 0 AND 240), -- minutes before the booked time
    -- booked at least so many hours ahead
    lead_hours      INTEGER NOT NULL CHECK (lead_hours BETWEEN 0 AND 2160),
    fasting         INTEGER NOT NULL CHECK (fasting IN (0, 1)), -- 1: the person comes fasting
    return_next_day INTEGER NOT NULL CHECK (return_next_day IN (0, 1)), -- 1: a device is brought back
    sex             TEXT CHECK (sex IN ('female', 'male')), -- codes: visitors::Sex; NULL: either
    min_age         INTEGER NOT NULL CHECK (min_age BETWEEN 0 AND 150), -- completed years, inclusive
    max_age         INTEGER NOT NULL CHECK (max_age BETWEEN 0 AND 150), -- inclusive; 150 is no limit
    -- makes sense again after so many; 0: at any time
    repeat_months   INTEGER NOT NULL CHECK (repeat_months BETWEEN 0 AND 240),
    -- 0: has no slots of its own, done along with others
    bookable        INTEGER NOT NULL CHECK (bookable IN (0, 1)),
    active          INTEGER NOT NULL CHECK (active IN (0, 1)),
    name_key        TEXT NOT NULL,     -- folded names, for finding
    pinyin_key      TEXT NOT NULL,     -- ' gumidu '
    initial_key     TEXT NOT NULL,     -- ' gmd '
    changed_at      INTEGER NOT NULL,
    CHECK (min_age <= max_age)
) STRICT;
-- The services of a department.
CREATE INDEX services_department ON services (department);

-- What a service covers, what rules it out, what asks for care (R 4.3).
CREATE TABLE service_codes (
    service_id INTEGER NOT NULL REFERENCES services (id) ON DELETE RESTRICT,
    -- codes of this table's own
    kind       TEXT NOT NULL CHECK (kind IN ('covers', 'not_condition', 'not_allergy', 'caution_condition')),
    position   INTEGER NOT NULL,       -- from 0
    code       TEXT NOT NULL,          -- code of terms: a concern it covers, else a condition or an allergy
    PRIMARY KEY (service_id, kind, position)
) STRICT;

-- What to prepare and what to bring, line by line. No person.
CREATE TABLE service_lines (
    service_id INTEGER NOT NULL REFERENCES services (id) ON DELETE RESTRICT,
    kind       TEXT NOT NULL CHECK (kind IN ('prepare', 'bring')), -- codes of this table and of voucher_lines
    position   INTEGER NOT NULL,       -- from 0
    zh         TEXT NOT NULL,
    en         TEXT NOT NULL,
    PRIMARY KEY (service_id, kind, position)
) STRICT;

-- 套餐: services offered together; what rules one out is the union over its services. Retired, never
-- deleted. No person.
CREATE TABLE packages (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    code        TEXT NOT NULL UNIQUE,  -- code in kebab case, never changed
    name_zh     TEXT NOT NULL,
    name_en     TEXT NOT NULL,
    content_zh  TEXT NOT NULL,         -- what is in it, in words
    content_en  TEXT NOT NULL,
    for_whom_zh TEXT NOT NULL,
    for_whom_en TEXT NOT NULL,
    not_for_zh  TEXT NOT NULL,
    not_for_en  TEXT NOT NULL,
    limits_zh   TEXT NOT NULL,         -- what it leaves out
    limits_en   TEXT NOT NULL,
    price       INTEGER NOT NULL CHECK (price >= 0), -- in force; repeats the newest of prices
    sex         TEXT CHECK (sex IN ('female', 'male')), -- codes: visitors::Sex; NULL: either
    min_age     INTEGER NOT NULL CHECK (min_age BETWEEN 0 AND 150), -- completed years, inclusive
    max_age     INTEGER NOT NULL CHECK (max_age BETWEEN 0 AND 150),
    active      INTEGER NOT NULL CHECK (active IN (0, 1)),
    name_key    TEXT NOT NULL,         -- folded names, for finding
    pinyin_key  TEXT NOT NULL,
    initial_key TEXT NOT NULL,
    changed_at  INTEGER NOT NULL,
    CHECK (min_age <= max_age)
) STRICT;

-- Which services a package holds.
CREATE TABLE package_services (
    package_id INTEGER NOT NULL REFERENCES packages (id) ON DELETE RESTRICT,
    service_id INTEGER NOT NULL REFERENCES services (id) ON DELETE RESTRICT,
    position   INTEGER NOT NULL,       -- from 0
    PRIMARY KEY (package_id, service_id)
) STRICT;

-- 价格版本: every price there ever was, of a service or of a package. Added only.
CREATE TABLE prices (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    service_id INTEGER REFERENCES services (id) ON DELETE RESTRICT, -- NULL: of a package
    package_id INTEGER REFERENCES packages (id) ON DELETE RESTRICT, -- NULL: of a service
    price      INTEGER NOT NULL CHECK (price >= 0),
    valid_from INTEGER NOT NULL,       -- a moment
    set_by     INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    CHECK ((service_id IS NULL) <> (package_id IS NULL))
) STRICT;
-- What a service cost when.
CREATE INDEX prices_service ON prices (service_id);
-- What a package cost when.
CREATE INDEX prices_package ON prices (package_id);
