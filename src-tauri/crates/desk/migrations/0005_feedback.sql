-- Feedback: praise, suggestions and complaints with their points and every step (R 6.1, 6.3).

-- 反馈: as it came in; never changed. Where it stands is told by its last step.
CREATE TABLE feedback (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    no           TEXT NOT NULL UNIQUE,         -- F, day and running number: F20261121-003
    day          TEXT NOT NULL,                -- the day it came in
    kind         TEXT NOT NULL CHECK (kind IN ('praise', 'suggestion', 'complaint')),
    encounter_id INTEGER REFERENCES encounters (id) ON DELETE RESTRICT,  -- NULL: came in directly
    visitor_id   INTEGER REFERENCES visitors (id) ON DELETE RESTRICT,    -- NULL: anonymous, or a contact without a record
    name         TEXT NOT NULL,                -- how a person without a record wants to be called; may be empty
    phone        TEXT NOT NULL,                -- where they can be told; may be empty
    happened_on  TEXT,                         -- ISO day; NULL: not told
    about        TEXT NOT NULL,                -- about whom or what
    what         TEXT NOT NULL,                -- what happened, in the person's words
    due_at       INTEGER NOT NULL,             -- the person must have been told by then
    received_at  INTEGER NOT NULL,
    received_by  INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT
) STRICT;
CREATE INDEX feedback_day ON feedback (day);
CREATE INDEX feedback_visitor ON feedback (visitor_id);
CREATE INDEX feedback_encounter ON feedback (encounter_id);

-- What one feedback is about, point by point; a simple one has one point.
CREATE TABLE feedback_points (
    feedback_id INTEGER NOT NULL REFERENCES feedback (id) ON DELETE CASCADE,
    position    INTEGER NOT NULL CHECK (position >= 1),
    what        TEXT NOT NULL,
    PRIMARY KEY (feedback_id, position)
) STRICT;

-- Every step, in order; a step that was taken is not changed.
CREATE TABLE feedback_steps (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    feedback_id  INTEGER NOT NULL REFERENCES feedback (id) ON DELETE CASCADE,
    step         TEXT NOT NULL CHECK (step IN ('receive', 'take', 'handle', 'tell', 'rate', 'close')),
    state        TEXT NOT NULL CHECK (state IN ('received', 'handling', 'handled', 'told', 'closed')),  -- after the step
    at           INTEGER NOT NULL,
    by           INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    note         TEXT NOT NULL,                -- may be empty
    how          TEXT CHECK (how IN ('in_person', 'phone', 'message', 'email', 'letter', 'posted')),    -- tell: how
    reply        TEXT NOT NULL,                -- tell: what the person said
    adoption     TEXT CHECK (adoption IN ('adopted', 'partly', 'not_adopted')),  -- tell: what becomes of a suggestion
    why          TEXT NOT NULL,                -- tell: why it is not, or not wholly, adopted
    apology      TEXT NOT NULL,                -- tell: a complaint's apology, measure and result
    measure      TEXT NOT NULL,
    result       TEXT NOT NULL,
    asked        TEXT CHECK (asked IN ('rated', 'not_reached', 'declined')),     -- rate: what came of asking
    rating       INTEGER CHECK (rating BETWEEN 1 AND 5),                         -- rate: 5 is very satisfied
    CHECK ((asked = 'rated') = (rating IS NOT NULL) OR asked IS NULL)
) STRICT;
CREATE INDEX feedback_steps_feedback ON feedback_steps (feedback_id, id);
CREATE TRIGGER feedback_steps_are_not_changed BEFORE UPDATE ON feedback_steps
BEGIN SELECT RAISE(ABORT, 'a step that was taken is not changed'); END;

-- What was done about each point, by the step that says so.
CREATE TABLE feedback_handled (
    step_id  INTEGER NOT NULL REFERENCES feedback_steps (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    done     TEXT NOT NULL,
    PRIMARY KEY (step_id, position)
) STRICT;

-- The ledger and the board ask by day and by what is still open (R 12.1).
CREATE INDEX promises_made ON promises (made_at);
CREATE INDEX tickets_encounter ON tickets (encounter_id, id);
CREATE INDEX promises_encounter ON promises (encounter_id);
