-- 推荐方案 (R 4.3): as it was offered, with the prices of that moment. Added only; goes whole when
-- the person is erased.
CREATE TABLE proposals (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    encounter_id  INTEGER NOT NULL REFERENCES encounters (id) ON DELETE RESTRICT,
    assessment_id INTEGER NOT NULL REFERENCES assessments (id) ON DELETE RESTRICT, -- the needs it answers
    batch         INTEGER NOT NULL,    -- 1, 2, … within the assessment: what was proposed together
    position      INTEGER NOT NULL,    -- 1 is shown first
    package_id    INTEGER REFERENCES packages (id) ON DELETE RESTRICT, -- NULL: single services only
    package_price INTEGER CHECK (package_price >= 0), -- NULL: single services only
    price         INTEGER NOT NULL CHECK (price >= 0), -- of everything
    minutes       INTEGER NOT NULL,    -- of everything, one after another
    fasting       INTEGER NOT NULL CHECK (fasting IN (0, 1)),
    made_at       INTEGER NOT NULL,
    CHECK ((package_id IS NULL) = (package_price IS NULL))
) STRICT;
-- The proposals of one encounter: a declined one is not pushed again (R 4.5).
CREATE INDEX proposals_encounter ON proposals (encounter_id);

-- The services of a proposal, those of its package first.
CREATE TABLE proposal_items (
    proposal_id INTEGER NOT NULL REFERENCES proposals (id) ON DELETE RESTRICT,
    service_id  INTEGER NOT NULL REFERENCES services (id) ON DELETE RESTRICT,
    position    INTEGER NOT NULL,      -- from 1
    in_package  INTEGER NOT NULL CHECK (in_package IN (0, 1)),
    price       INTEGER NOT NULL CHECK (price >= 0), -- alone, at that moment
    PRIMARY KEY (proposal_id, service_id)
) STRICT;

-- Why, what it does not do, what to know: codes with their facts; the window owns the sentences.
CREATE TABLE proposal_points (
    proposal_id INTEGER NOT NULL REFERENCES proposals (id) ON DELETE RESTRICT,
    position    INTEGER NOT NULL,      -- from 1
    -- codes: proposals::Side
    side        TEXT NOT NULL CHECK (side IN ('reason', 'drawback', 'covered', 'uncovered')),
    code        TEXT NOT NULL,         -- codes: proposals::Say
    -- code of a concern or a condition, or an ISO month; may be empty; personal: visitor
    about       TEXT NOT NULL,
    service_id  INTEGER REFERENCES services (id) ON DELETE RESTRICT, -- NULL: of the whole
    amount      INTEGER NOT NULL,      -- fen, minutes, hours or a count, as the code says
    PRIMARY KEY (proposal_id, position)
) STRICT;

-- What the person decided (R 4.5); the latest counts. Added only.
CREATE TABLE proposal_choices (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    proposal_id INTEGER NOT NULL REFERENCES proposals (id) ON DELETE RESTRICT,
    -- codes: proposals::Choice
    choice      TEXT NOT NULL CHECK (choice IN ('accepted', 'considering', 'declined')),
    reason      TEXT NOT NULL,         -- personal: visitor
    chosen_at   INTEGER NOT NULL,
    chosen_by   INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT -- who took it down
) STRICT;
-- The decisions on one proposal.
CREATE INDEX proposal_choices_proposal ON proposal_choices (proposal_id);
