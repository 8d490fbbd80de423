-- 接待: one row per contact, whatever the channel (R 1.6). What is known of it may change while it is open.
CREATE TABLE encounters (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    no              TEXT NOT NULL UNIQUE, -- number: day and running number, 20261121-0042
    day             TEXT NOT NULL,
    -- codes: encounters::Channel
    channel         TEXT NOT NULL CHECK (channel IN ('walk_in', 'phone', 'voicemail', 'website', 'email', 'letter')),
    visitor_id      INTEGER REFERENCES visitors (id) ON DELETE RESTRICT, -- NULL: anonymous
    on_behalf       TEXT NOT NULL,     -- for whom, when it is not the visitor; personal: visitor
    matter          TEXT NOT NULL,     -- 咨询事项 as told; personal: visitor
    category_id     INTEGER REFERENCES categories (id) ON DELETE RESTRICT, -- NULL: not classified yet
    -- codes: categories::Urgency
    urgency         TEXT NOT NULL CHECK (urgency IN ('immediate', 'urgent', 'routine')),
    -- codes: categories::Complexity
    complexity      TEXT NOT NULL CHECK (complexity IN ('on_the_spot', 'specialist', 'several_departments')),
    read_back_at    INTEGER,           -- name and phone were repeated and confirmed (R 1.2); NULL: not yet
    handoff         TEXT NOT NULL,     -- the one note that travels with the ticket (R 2.8); personal: visitor
    first_asked     INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT, -- 首问人; never changed (R 7.1)
    started_at      INTEGER NOT NULL,
    -- codes: encounters::Outcome; NULL: open
    outcome         TEXT CHECK (outcome IN ('answered', 'referred', 'booked', 'promised', 'declined', 'left')),
    outcome_note    TEXT NOT NULL,     -- personal: visitor
    ended_at        INTEGER,           -- NULL: open, or opened again on the same day
    ended_by        INTEGER REFERENCES staff (id) ON DELETE RESTRICT,
    -- 5 is very satisfied (R 6.4); NULL: not asked or not said
    rating          INTEGER CHECK (rating BETWEEN 1 AND 5),
    escort_asked_at INTEGER,           -- 陪同办理 (R 1.4); NULL: not asked for
    escort_done_at  INTEGER            -- NULL: somebody still has to go along
) STRICT;
-- The encounters of a day.
CREATE INDEX encounters_day ON encounters (day);
-- What somebody came for before.
CREATE INDEX encounters_visitor ON encounters (visitor_id);
-- What is open now.
CREATE INDEX encounters_open ON encounters (ended_at) WHERE ended_at IS NULL;
-- Who waits for somebody to go along.
CREATE INDEX encounters_escort ON encounters (escort_asked_at)
    WHERE escort_asked_at IS NOT NULL AND escort_done_at IS NULL;

-- 咨询解答 (R 3.1). Added only: a better answer is another row.
CREATE TABLE consultations (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    encounter_id INTEGER NOT NULL REFERENCES encounters (id) ON DELETE RESTRICT,
    question     TEXT NOT NULL,        -- personal: visitor
    -- codes: encounters::Nature
    nature       TEXT NOT NULL CHECK (nature IN ('policy', 'procedure', 'health', 'price', 'report', 'other')),
    analysis     TEXT NOT NULL,        -- personal: visitor
    answer       TEXT NOT NULL,        -- personal: visitor
    answered_by  INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    answered_at  INTEGER NOT NULL
) STRICT;
-- The consultations of one encounter.
CREATE INDEX consultations_encounter ON consultations (encounter_id);

-- 承诺: "we will tell you by …" (R 3.3). Changed once, when it is kept.
CREATE TABLE promises (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    encounter_id INTEGER NOT NULL REFERENCES encounters (id) ON DELETE RESTRICT,
    what         TEXT NOT NULL,        -- personal: visitor
    due_at       INTEGER NOT NULL,
    owner        INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT, -- the first person asked (R 7.1)
    made_at      INTEGER NOT NULL,
    kept_at      INTEGER,              -- NULL: open
    kept_by      INTEGER REFERENCES staff (id) ON DELETE RESTRICT,
    result       TEXT NOT NULL         -- what the person was told; empty while open; personal: visitor
) STRICT;
-- The open ones, the most urgent first.
CREATE INDEX promises_open ON promises (due_at) WHERE kept_at IS NULL;
-- The ledger asks for those that were made on a day (R 12.1).
CREATE INDEX promises_made ON promises (made_at);
-- The promises of one encounter.
CREATE INDEX promises_encounter ON promises (encounter_id);

-- 补记前: what was known of an encounter, when it was changed on a later day than its own: the
-- ledger of its day keeps saying that (R 12.1).
CREATE TABLE encounters_before (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    encounter_id INTEGER NOT NULL REFERENCES encounters (id) ON DELETE CASCADE,
    day          TEXT NOT NULL,        -- of the encounter
    visitor_id   INTEGER REFERENCES visitors (id) ON DELETE RESTRICT, -- NULL: anonymous
    matter       TEXT NOT NULL,        -- personal: visitor
    category_id  INTEGER REFERENCES categories (id) ON DELETE RESTRICT, -- NULL: not classified yet
    -- codes: categories::Urgency
    urgency      TEXT NOT NULL CHECK (urgency IN ('immediate', 'urgent', 'routine')),
    -- codes: categories::Complexity
    complexity   TEXT NOT NULL CHECK (complexity IN ('on_the_spot', 'specialist', 'several_departments')),
    until        INTEGER NOT NULL,     -- when it was changed, UTC milliseconds
    by           INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT -- who changed it
) STRICT;
-- What was known of one encounter, in order.
CREATE INDEX encounters_before_encounter ON encounters_before (encounter_id, id);
-- What somebody stood in.
CREATE INDEX encounters_before_visitor ON encounters_before (visitor_id);
