-- Law: how long records are kept, what was destroyed, who may not be used any more,
-- and what people ask about their own data.

-- restricted: kept, but for nothing else (PIPL 47). erased: the person is gone, the row
-- stays so that what was counted stays counted.
ALTER TABLE visitors ADD COLUMN standing TEXT NOT NULL DEFAULT 'open'
    CHECK (standing IN ('open', 'restricted', 'erased'));

-- 限制处理, each with its reason and its end.
CREATE TABLE restrictions (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    visitor_id  INTEGER NOT NULL REFERENCES visitors (id) ON DELETE CASCADE,
    hold        TEXT NOT NULL CHECK (hold IN ('storage', 'legal')),  -- legal: must not be destroyed either
    reason      TEXT NOT NULL,
    set_at      INTEGER NOT NULL,
    set_by      INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    lifted_at   INTEGER,                       -- NULL: in force
    lifted_by   INTEGER REFERENCES staff (id) ON DELETE RESTRICT,
    lift_reason TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX restrictions_in_force ON restrictions (visitor_id) WHERE lifted_at IS NULL;

-- 保存期限: rows only for kinds whose rule was changed; the others are as delivered.
CREATE TABLE retention_rules (
    kind       TEXT PRIMARY KEY CHECK (kind IN ('encounters', 'tickets', 'proposals', 'bookings', 'feedback', 'visitors', 'requests', 'drafts', 'operations', 'journal')),
    days       INTEGER NOT NULL CHECK (days >= 1),
    reason     TEXT NOT NULL,
    changed_at INTEGER NOT NULL,
    changed_by INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT
) STRICT;

-- 销毁记录: counts and days, never names. Never destroyed.
CREATE TABLE destructions (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    no     TEXT NOT NULL UNIQUE,               -- D20261123-001
    at     INTEGER NOT NULL,
    by     INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    reason TEXT NOT NULL
) STRICT;

CREATE TABLE destruction_kinds (
    destruction_id INTEGER NOT NULL REFERENCES destructions (id) ON DELETE RESTRICT,
    kind   TEXT NOT NULL,
    days   INTEGER NOT NULL,                   -- the rule in force then
    cutoff TEXT NOT NULL,                      -- older than this ISO day
    count  INTEGER NOT NULL CHECK (count >= 0),
    oldest TEXT NOT NULL,
    newest TEXT NOT NULL,
    PRIMARY KEY (destruction_id, kind)
) STRICT;

-- 个人权利请求 (PIPL 44-48).
CREATE TABLE requests (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    no          TEXT NOT NULL UNIQUE,          -- Q20261123-001
    visitor_id  INTEGER REFERENCES visitors (id) ON DELETE SET NULL,  -- NULL: the person's record was destroyed since
    wish        TEXT NOT NULL CHECK (wish IN ('see', 'copy', 'correct', 'delete', 'restrict', 'withdraw', 'explain')),
    words       TEXT NOT NULL,                 -- what the person said; may be empty
    verified    TEXT NOT NULL CHECK (verified IN ('document', 'known', 'guardian', 'called_back', 'authority')),
    verified_note TEXT NOT NULL,
    received_at INTEGER NOT NULL,
    received_by INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    due_on      TEXT NOT NULL,                 -- ISO day
    outcome     TEXT CHECK (outcome IN ('done', 'partly', 'refused')),  -- NULL: open
    answer      TEXT NOT NULL,                 -- what the person was told
    closed_at   INTEGER,
    closed_by   INTEGER REFERENCES staff (id) ON DELETE RESTRICT,
    CHECK ((outcome IS NULL) = (closed_at IS NULL))
) STRICT;
CREATE INDEX requests_visitor ON requests (visitor_id);
CREATE INDEX requests_open ON requests (due_on) WHERE closed_at IS NULL;

-- Everything that was done on a request, in order.
CREATE TABLE request_steps (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    request_id INTEGER NOT NULL REFERENCES requests (id) ON DELETE CASCADE,
    step       TEXT NOT NULL CHECK (step IN ('recorded', 'seen', 'copied', 'corrected', 'erased', 'restricted', 'lifted', 'withdrawn', 'closed', 'printed')),
    at         INTEGER NOT NULL,
    by         INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    detail     TEXT NOT NULL                   -- codes and counts
) STRICT;
CREATE INDEX request_steps_request ON request_steps (request_id, id);

-- A step of a feedback is still not changed; only its texts may be taken out when the
-- person has the right to it.
DROP TRIGGER feedback_steps_are_not_changed;
CREATE TRIGGER feedback_steps_are_not_changed BEFORE UPDATE ON feedback_steps
WHEN NOT (NEW.note = '' AND NEW.reply = '' AND NEW.why = '' AND NEW.apology = '' AND NEW.measure = '' AND NEW.result = ''
    AND NEW.id = OLD.id AND NEW.feedback_id = OLD.feedback_id AND NEW.step = OLD.step AND NEW.state = OLD.state
    AND NEW.at = OLD.at AND NEW.by = OLD.by AND NEW.how IS OLD.how AND NEW.adoption IS OLD.adoption
    AND NEW.asked IS OLD.asked AND NEW.rating IS OLD.rating)
BEGIN SELECT RAISE(ABORT, 'a step that was taken is not changed'); END;
