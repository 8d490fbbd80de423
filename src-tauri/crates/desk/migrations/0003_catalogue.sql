-- Catalogue, needs assessments, proposals (R 4.1-4.5).

-- 科室: where a service is done.
CREATE TABLE departments (
    code        TEXT PRIMARY KEY,
    name_zh     TEXT NOT NULL,
    name_en     TEXT NOT NULL,
    place_zh    TEXT NOT NULL,
    place_en    TEXT NOT NULL,
    one_sitting INTEGER NOT NULL CHECK (one_sitting IN (0, 1)),  -- its services are done together: one blood draw
    position    INTEGER NOT NULL
) STRICT;

-- 关注、既往、过敏: the words needs are told in.
CREATE TABLE terms (
    kind     TEXT NOT NULL CHECK (kind IN ('concern', 'condition', 'allergy')),
    code     TEXT NOT NULL,
    name_zh  TEXT NOT NULL,
    name_en  TEXT NOT NULL,
    words    TEXT NOT NULL,                    -- everyday words, space separated
    broad    INTEGER NOT NULL CHECK (broad IN (0, 1)),  -- a check-up as a whole answers it
    position INTEGER NOT NULL,
    active   INTEGER NOT NULL CHECK (active IN (0, 1)),
    PRIMARY KEY (kind, code)
) STRICT;

-- 服务项目. Retired, never deleted.
CREATE TABLE services (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    code          TEXT NOT NULL UNIQUE,
    department    TEXT NOT NULL REFERENCES departments (code) ON DELETE RESTRICT,
    name_zh       TEXT NOT NULL,
    name_en       TEXT NOT NULL,
    content_zh    TEXT NOT NULL,
    content_en    TEXT NOT NULL,
    process_zh    TEXT NOT NULL,
    process_en    TEXT NOT NULL,
    advantages_zh TEXT NOT NULL,
    advantages_en TEXT NOT NULL,
    limits_zh     TEXT NOT NULL,
    limits_en     TEXT NOT NULL,
    for_whom_zh   TEXT NOT NULL,
    for_whom_en   TEXT NOT NULL,
    not_for_zh    TEXT NOT NULL,
    not_for_en    TEXT NOT NULL,
    price         INTEGER NOT NULL CHECK (price >= 0),               -- fen; the version in force
    minutes       INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
    arrive_early  INTEGER NOT NULL CHECK (arrive_early BETWEEN 0 AND 240),  -- minutes before the booked time
    lead_hours    INTEGER NOT NULL CHECK (lead_hours BETWEEN 0 AND 2160),   -- booked at least so long ahead
    fasting       INTEGER NOT NULL CHECK (fasting IN (0, 1)),
    return_next_day INTEGER NOT NULL CHECK (return_next_day IN (0, 1)),     -- a device is brought back
    sex           TEXT CHECK (sex IN ('female', 'male')),            -- NULL: either
    min_age       INTEGER NOT NULL CHECK (min_age BETWEEN 0 AND 150), -- inclusive
    max_age       INTEGER NOT NULL CHECK (max_age BETWEEN 0 AND 150), -- inclusive
    repeat_months INTEGER NOT NULL CHECK (repeat_months BETWEEN 0 AND 240), -- 0: may be repeated at any time
    bookable      INTEGER NOT NULL CHECK (bookable IN (0, 1)),       -- 0: done along with others
    active        INTEGER NOT NULL CHECK (active IN (0, 1)),
    name_key      TEXT NOT NULL,               -- folded names, for finding
    pinyin_key    TEXT NOT NULL,               -- ' gumidu '
    initial_key   TEXT NOT NULL,               -- ' gmd '
    changed_at    INTEGER NOT NULL,
    CHECK (min_age <= max_age)
) STRICT;
CREATE INDEX services_department ON services (department);

-- What a service covers, what rules it out, what asks for care.
CREATE TABLE service_codes (
    service_id INTEGER NOT NULL REFERENCES services (id) ON DELETE RESTRICT,
    kind       TEXT NOT NULL CHECK (kind IN ('covers', 'not_condition', 'not_allergy', 'caution_condition')),
    position   INTEGER NOT NULL,
    code       TEXT NOT NULL,
    PRIMARY KEY (service_id, kind, position)
) STRICT;

-- What to prepare and what to bring, line by line.
CREATE TABLE service_lines (
    service_id INTEGER NOT NULL REFERENCES services (id) ON DELETE RESTRICT,
    kind       TEXT NOT NULL CHECK (kind IN ('prepare', 'bring')),
    position   INTEGER NOT NULL,
    zh         TEXT NOT NULL,
    en         TEXT NOT NULL,
    PRIMARY KEY (service_id, kind, position)
) STRICT;

-- 套餐: services offered together. What rules one out is the union over its services.
CREATE TABLE packages (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    code        TEXT NOT NULL UNIQUE,
    name_zh     TEXT NOT NULL,
    name_en     TEXT NOT NULL,
    content_zh  TEXT NOT NULL,
    content_en  TEXT NOT NULL,
    for_whom_zh TEXT NOT NULL,
    for_whom_en TEXT NOT NULL,
    not_for_zh  TEXT NOT NULL,
    not_for_en  TEXT NOT NULL,
    limits_zh   TEXT NOT NULL,
    limits_en   TEXT NOT NULL,
    price       INTEGER NOT NULL CHECK (price >= 0),                 -- fen; the version in force
    sex         TEXT CHECK (sex IN ('female', 'male')),              -- NULL: either
    min_age     INTEGER NOT NULL CHECK (min_age BETWEEN 0 AND 150),
    max_age     INTEGER NOT NULL CHECK (max_age BETWEEN 0 AND 150),
    active      INTEGER NOT NULL CHECK (active IN (0, 1)),
    name_key    TEXT NOT NULL,
    pinyin_key  TEXT NOT NULL,
    initial_key TEXT NOT NULL,
    changed_at  INTEGER NOT NULL,
    CHECK (min_age <= max_age)
) STRICT;

CREATE TABLE package_services (
    package_id INTEGER NOT NULL REFERENCES packages (id) ON DELETE RESTRICT,
    service_id INTEGER NOT NULL REFERENCES services (id) ON DELETE RESTRICT,
    position   INTEGER NOT NULL,
    PRIMARY KEY (package_id, service_id)
) STRICT;

-- 价格版本: every price there ever was. Rows are only added.
CREATE TABLE prices (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    service_id INTEGER REFERENCES services (id) ON DELETE RESTRICT,
    package_id INTEGER REFERENCES packages (id) ON DELETE RESTRICT,
    price      INTEGER NOT NULL CHECK (price >= 0),                  -- fen
    valid_from INTEGER NOT NULL,
    set_by     INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    CHECK ((service_id IS NULL) <> (package_id IS NULL))
) STRICT;
CREATE INDEX prices_service ON prices (service_id);
CREATE INDEX prices_package ON prices (package_id);

-- 需求评估: every version of what was asked and told (R 4.1). Rows are only added.
CREATE TABLE assessments (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    encounter_id INTEGER NOT NULL REFERENCES encounters (id) ON DELETE RESTRICT,
    version      INTEGER NOT NULL,
    relation     TEXT NOT NULL,                -- for whom, when not the visitor: 母亲
    sex          TEXT CHECK (sex IN ('female', 'male')),             -- NULL: not known
    age          INTEGER CHECK (age BETWEEN 0 AND 150),              -- NULL: not known
    goal         TEXT NOT NULL,                -- in the person's own words
    budget       INTEGER CHECK (budget >= 0),  -- fen; NULL: no limit told
    minutes      INTEGER CHECK (minutes BETWEEN 1 AND 1440),         -- NULL: no limit told
    days         TEXT NOT NULL,                -- when they can come, as told: 周六上午
    made_at      INTEGER NOT NULL,
    made_by      INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    UNIQUE (encounter_id, version)
) STRICT;

-- Codes of an assessment; 'denied' is a condition or allergy the person said they do not have,
-- 'asked' a question answered with "no limit" or "none".
CREATE TABLE assessment_codes (
    assessment_id INTEGER NOT NULL REFERENCES assessments (id) ON DELETE RESTRICT,
    kind     TEXT NOT NULL CHECK (kind IN ('concern', 'condition', 'allergy', 'denied_condition', 'denied_allergy', 'asked')),
    position INTEGER NOT NULL,                 -- concerns: in the order they were told
    code     TEXT NOT NULL,
    PRIMARY KEY (assessment_id, kind, position)
) STRICT;

-- What was done before, for the interval at which it makes sense again.
CREATE TABLE assessment_done (
    assessment_id INTEGER NOT NULL REFERENCES assessments (id) ON DELETE RESTRICT,
    service_id    INTEGER NOT NULL REFERENCES services (id) ON DELETE RESTRICT,
    month         TEXT NOT NULL,               -- 2026-05
    PRIMARY KEY (assessment_id, service_id)
) STRICT;

-- 推荐方案: as it was offered, with the prices of that moment. Rows are only added.
CREATE TABLE proposals (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    encounter_id  INTEGER NOT NULL REFERENCES encounters (id) ON DELETE RESTRICT,
    assessment_id INTEGER NOT NULL REFERENCES assessments (id) ON DELETE RESTRICT,
    batch         INTEGER NOT NULL,            -- what was proposed together
    position      INTEGER NOT NULL,            -- 1 is shown first
    package_id    INTEGER REFERENCES packages (id) ON DELETE RESTRICT,   -- NULL: single services only
    package_price INTEGER CHECK (package_price >= 0),                    -- fen
    price         INTEGER NOT NULL CHECK (price >= 0),                   -- fen, of everything
    minutes       INTEGER NOT NULL,
    fasting       INTEGER NOT NULL CHECK (fasting IN (0, 1)),
    made_at       INTEGER NOT NULL,
    CHECK ((package_id IS NULL) = (package_price IS NULL))
) STRICT;
CREATE INDEX proposals_encounter ON proposals (encounter_id);

CREATE TABLE proposal_items (
    proposal_id INTEGER NOT NULL REFERENCES proposals (id) ON DELETE RESTRICT,
    service_id  INTEGER NOT NULL REFERENCES services (id) ON DELETE RESTRICT,
    position    INTEGER NOT NULL,
    in_package  INTEGER NOT NULL CHECK (in_package IN (0, 1)),
    price       INTEGER NOT NULL CHECK (price >= 0),                     -- fen, alone, that day
    PRIMARY KEY (proposal_id, service_id)
) STRICT;

-- Why, what it does not do, what to know: codes with their facts.
CREATE TABLE proposal_points (
    proposal_id INTEGER NOT NULL REFERENCES proposals (id) ON DELETE RESTRICT,
    position    INTEGER NOT NULL,
    side        TEXT NOT NULL CHECK (side IN ('reason', 'drawback', 'covered', 'uncovered')),
    code        TEXT NOT NULL,
    about       TEXT NOT NULL,                 -- a concern, a condition, a month; may be empty
    service_id  INTEGER REFERENCES services (id) ON DELETE RESTRICT,     -- NULL: of the whole
    amount      INTEGER NOT NULL,              -- fen, minutes, hours or a count
    PRIMARY KEY (proposal_id, position)
) STRICT;

-- What the person decided (R 4.5); the latest counts. Rows are only added.
CREATE TABLE proposal_choices (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    proposal_id INTEGER NOT NULL REFERENCES proposals (id) ON DELETE RESTRICT,
    choice      TEXT NOT NULL CHECK (choice IN ('accepted', 'considering', 'declined')),
    reason      TEXT NOT NULL,
    chosen_at   INTEGER NOT NULL,
    chosen_by   INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT
) STRICT;
CREATE INDEX proposal_choices_proposal ON proposal_choices (proposal_id);
