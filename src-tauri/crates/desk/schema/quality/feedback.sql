-- 反馈 (R 6.1): praise, suggestion or complaint as it came in; never changed, but for its limit,
-- which follows the institution's calendar. Where it stands is told by its last step.
CREATE TABLE feedback (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    no           TEXT NOT NULL UNIQUE, -- number: F, day and running number, F20261121-003
    day          TEXT NOT NULL,        -- ISO day it came in
    kind         TEXT NOT NULL CHECK (kind IN ('praise', 'suggestion', 'complaint')), -- codes: feedback::Kind
    encounter_id INTEGER REFERENCES encounters (id) ON DELETE RESTRICT, -- NULL: came in directly
    -- NULL: anonymous, or a contact without a record
    visitor_id   INTEGER REFERENCES visitors (id) ON DELETE RESTRICT,
    name         TEXT NOT NULL,        -- how a person without a record wants to be called; personal: visitor
    phone        TEXT NOT NULL,        -- where they can be told; personal: visitor
    happened_on  TEXT,                 -- ISO day; NULL: not told; personal fact: visitor
    about        TEXT NOT NULL,        -- about whom or what; personal: visitor
    what         TEXT NOT NULL,        -- what happened, in the person's words; personal: visitor
    due_at       INTEGER NOT NULL,     -- the person must have been told by then; counted in working days
    received_at  INTEGER NOT NULL,
    received_by  INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT
) STRICT;
-- The feedback of a day (R 12.1).
CREATE INDEX feedback_day ON feedback (day);
-- What a person said before.
CREATE INDEX feedback_visitor ON feedback (visitor_id);
-- What came in during an encounter.
CREATE INDEX feedback_encounter ON feedback (encounter_id);

-- What one feedback is about, point by point; a simple one has one point.
CREATE TABLE feedback_points (
    feedback_id INTEGER NOT NULL REFERENCES feedback (id) ON DELETE CASCADE,
    position    INTEGER NOT NULL CHECK (position >= 1),
    what        TEXT NOT NULL,         -- personal: visitor
    PRIMARY KEY (feedback_id, position)
) STRICT;

-- Every step on its way, in order (R 6.3). Added only.
CREATE TABLE feedback_steps (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    feedback_id INTEGER NOT NULL REFERENCES feedback (id) ON DELETE CASCADE,
    -- codes: feedback::Step
    step        TEXT NOT NULL CHECK (step IN ('receive', 'take', 'handle', 'tell', 'rate', 'close')),
    -- codes: feedback::State, after the step
    state       TEXT NOT NULL CHECK (state IN ('received', 'handling', 'handled', 'told', 'closed')),
    at          INTEGER NOT NULL,
    by          INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    note        TEXT NOT NULL,         -- personal: visitor
    -- codes: feedback::How, of a 'tell'; NULL: another step
    how         TEXT CHECK (how IN ('in_person', 'phone', 'message', 'email', 'letter', 'posted')),
    reply       TEXT NOT NULL,         -- of a 'tell': what the person said; personal: visitor
    -- codes: feedback::Adoption, of a 'tell': what becomes of a suggestion
    adoption    TEXT CHECK (adoption IN ('adopted', 'partly', 'not_adopted')),
    -- of a 'tell': why it is not, or not wholly, adopted; personal: visitor
    why         TEXT NOT NULL,
    apology     TEXT NOT NULL,         -- of a 'tell': to a complaint; personal: visitor
    measure     TEXT NOT NULL,         -- of a 'tell': to a complaint; personal: visitor
    result      TEXT NOT NULL,         -- of a 'tell': to a complaint; personal: visitor
    -- codes: feedback::Asked, of a 'rate': what came of asking
    asked       TEXT CHECK (asked IN ('rated', 'not_reached', 'declined')),
    -- of a 'rate': 5 is very satisfied; NULL: none was given
    rating      INTEGER CHECK (rating BETWEEN 1 AND 5),
    CHECK ((asked = 'rated') = (rating IS NOT NULL) OR asked IS NULL)
) STRICT;
-- The way of one feedback, step by step.
CREATE INDEX feedback_steps_feedback ON feedback_steps (feedback_id, id);
-- A step that was taken stands; only all of its texts may be emptied at once, when the person has a right to it.
CREATE TRIGGER feedback_steps_are_not_changed BEFORE UPDATE ON feedback_steps
WHEN NOT (NEW.note = '' AND NEW.reply = '' AND NEW.why = '' AND NEW.apology = '' AND NEW.measure = '' AND NEW.result = ''
    AND NEW.id = OLD.id AND NEW.feedback_id = OLD.feedback_id AND NEW.step = OLD.step AND NEW.state = OLD.state
    AND NEW.at = OLD.at AND NEW.by = OLD.by AND NEW.how IS OLD.how AND NEW.adoption IS OLD.adoption
    AND NEW.asked IS OLD.asked AND NEW.rating IS OLD.rating)
BEGIN SELECT RAISE(ABORT, 'a step that was taken is not changed'); END;

-- What was done about each point, by the step that says so.
CREATE TABLE feedback_handled (
    step_id  INTEGER NOT NULL REFERENCES feedback_steps (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,         -- that of the point
    done     TEXT NOT NULL,            -- personal: visitor
    PRIMARY KEY (step_id, position)
) STRICT;
