-- 需求评估: every version of what was asked and told (R 4.1). Added only; goes whole when the person is erased.
CREATE TABLE assessments (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    encounter_id INTEGER NOT NULL REFERENCES encounters (id) ON DELETE RESTRICT,
    version      INTEGER NOT NULL,     -- 1, 2, … within the encounter
    relation     TEXT NOT NULL,        -- for whom, when it is not the visitor: 母亲; personal: visitor
    -- codes: visitors::Sex; NULL: not known; personal fact: visitor
    sex          TEXT CHECK (sex IN ('female', 'male')),
    age          INTEGER CHECK (age BETWEEN 0 AND 150), -- completed years; NULL: not known
    goal         TEXT NOT NULL,        -- in the person's own words; personal: visitor
    budget       INTEGER CHECK (budget >= 0), -- fen; NULL: no limit told
    minutes      INTEGER CHECK (minutes BETWEEN 1 AND 1440), -- NULL: no limit told
    days         TEXT NOT NULL,        -- when they can come, as told: 周六上午; personal: visitor
    made_at      INTEGER NOT NULL,
    made_by      INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    UNIQUE (encounter_id, version)
) STRICT;

-- The codes of an assessment.
CREATE TABLE assessment_codes (
    assessment_id INTEGER NOT NULL REFERENCES assessments (id) ON DELETE RESTRICT,
    -- codes of this table's own; denied: said not to have it
    kind          TEXT NOT NULL CHECK (kind IN
        ('concern', 'condition', 'allergy', 'denied_condition', 'denied_allergy', 'asked')),
    position      INTEGER NOT NULL,    -- from 0; concerns in the order they were told
    -- of terms; of assessments::Question where kind is 'asked': answered with "no limit" or "none"; personal: visitor
    code          TEXT NOT NULL,
    PRIMARY KEY (assessment_id, kind, position)
) STRICT;

-- What was done before, for the interval at which it makes sense again.
CREATE TABLE assessment_done (
    assessment_id INTEGER NOT NULL REFERENCES assessments (id) ON DELETE RESTRICT,
    service_id    INTEGER NOT NULL REFERENCES services (id) ON DELETE RESTRICT,
    month         TEXT NOT NULL,       -- ISO month, 2026-05; personal fact: visitor
    PRIMARY KEY (assessment_id, service_id)
) STRICT;
