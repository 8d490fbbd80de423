-- 特殊人群 (R 1.4), and what each means in the queue. No person.
CREATE TABLE special_groups (
    code    TEXT PRIMARY KEY,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    lifts   TEXT NOT NULL CHECK (lifts IN ('urgent', 'first_among_equals')), -- codes: visitors::Lift
    escort  INTEGER NOT NULL CHECK (escort IN (0, 1)), -- 1: an escort is offered
    min_age INTEGER,                   -- offered from this age in years on; NULL: not by age
    position INTEGER NOT NULL DEFAULT 0 -- among the others, in the order they were put in
) STRICT;

-- 来访者. Erasing empties the row and leaves it, so that what was counted stays counted; it is
-- deleted when its time is over and nothing refers to it any more.
CREATE TABLE visitors (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    name          TEXT NOT NULL,       -- exactly as typed; personal: visitor
    phone         TEXT NOT NULL,       -- as typed; personal: visitor
    phone_2       TEXT NOT NULL,       -- personal: visitor
    -- codes: visitors::IdKind
    id_kind       TEXT NOT NULL CHECK (id_kind IN
        ('none', 'resident', 'passport', 'hk_macau', 'taiwan', 'foreign_resident', 'other')),
    -- as printed, in upper case, checked when the kind is 'resident'; personal: visitor
    id_number     TEXT NOT NULL,
    -- codes: visitors::Sex; NULL: not known; personal fact: visitor
    sex           TEXT CHECK (sex IN ('female', 'male')),
    -- ISO day, month or year, or the first and the last day it may be with a stroke between
    born_on       TEXT,                -- NULL: not known; personal fact: visitor
    address       TEXT NOT NULL,       -- personal: visitor
    note          TEXT NOT NULL,       -- for colleagues; personal: visitor
    name_key      TEXT NOT NULL,       -- folded name, for finding (R 1.3); personal: visitor
    pinyin_key    TEXT NOT NULL,       -- every reading, ' zhangsan zhangshan '; personal: visitor
    initial_key   TEXT NOT NULL,       -- ' zs '; personal: visitor
    -- digits of both phones, ' 13812345678 01012345678 '; personal: visitor
    digit_key     TEXT NOT NULL,
    registered_at INTEGER NOT NULL,
    registered_by INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    changed_at    INTEGER NOT NULL,
    -- last encounter: orders what is found, and its time of keeping runs from here
    seen_at       INTEGER NOT NULL,
    -- codes: visitors::Standing (PIPL 47)
    standing      TEXT NOT NULL DEFAULT 'open' CHECK (standing IN ('open', 'restricted', 'erased')),
    -- codes: visitors::Basis, on what the record rests (PIPL 13)
    basis         TEXT NOT NULL DEFAULT 'consent'
        CHECK (basis IN ('consent', 'contract', 'legal_duty', 'emergency')),
    id_key        TEXT NOT NULL DEFAULT '', -- letters and digits of id_number; personal: visitor
    -- codes: visitors::NoPhone; NULL: there is a phone, or nobody asked; personal fact: visitor
    no_phone      TEXT CHECK (no_phone IN ('none', 'declined', 'forgotten', 'other'))
) STRICT;
-- One record per document (R 1.3).
CREATE UNIQUE INDEX visitors_id_number ON visitors (id_kind, id_number) WHERE id_number <> '';
-- Whose document it is, however it is spelled.
CREATE INDEX visitors_id_key ON visitors (id_key) WHERE id_key <> '';
-- Who was here last comes first.
CREATE INDEX visitors_seen ON visitors (seen_at);

-- Which special groups a visitor belongs to.
CREATE TABLE visitor_groups (
    visitor_id INTEGER NOT NULL REFERENCES visitors (id) ON DELETE CASCADE,
    group_code TEXT NOT NULL REFERENCES special_groups (code) ON DELETE RESTRICT, -- code; personal fact: visitor
    PRIMARY KEY (visitor_id, group_code)
) STRICT;

-- 健康提示: what a department must know (R 5.4). Only with a health consent (PIPL 29).
CREATE TABLE visitor_health (
    visitor_id INTEGER NOT NULL REFERENCES visitors (id) ON DELETE CASCADE,
    kind       TEXT NOT NULL CHECK (kind IN ('condition', 'allergy')), -- codes of two kinds of terms
    code       TEXT NOT NULL,          -- of terms, but not held to them; personal: visitor
    PRIMARY KEY (visitor_id, kind, code)
) STRICT;

-- 同意 (R 1.5): what, when, witnessed by whom. Changed once, by the withdrawal; outlives erasing.
CREATE TABLE consents (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    visitor_id   INTEGER NOT NULL REFERENCES visitors (id) ON DELETE CASCADE,
    scope        TEXT NOT NULL CHECK (scope IN ('personal', 'health')), -- codes: visitors::Scope
    -- number of the notice that was shown
    version      TEXT NOT NULL REFERENCES notices (version) ON DELETE RESTRICT,
    manner       TEXT NOT NULL CHECK (manner IN ('spoken', 'signed', 'guardian')), -- codes: visitors::Manner
    given_at     INTEGER NOT NULL,
    witnessed_by INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    withdrawn_at INTEGER,              -- NULL: it stands
    withdrawn_by INTEGER REFERENCES staff (id) ON DELETE RESTRICT,
    -- who consented for somebody under fourteen (PIPL 31); empty, both: they themselves, or it was
    -- not asked then; personal: visitor
    guardian_relation TEXT NOT NULL DEFAULT '',
    guardian_phone    TEXT NOT NULL DEFAULT ''  -- personal: visitor
) STRICT;
-- The consents of one visitor.
CREATE INDEX consents_visitor ON consents (visitor_id);

-- 限制处理 (PIPL 47), each with its reason and its end.
CREATE TABLE restrictions (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    visitor_id  INTEGER NOT NULL REFERENCES visitors (id) ON DELETE CASCADE,
    -- codes: visitors::Hold; 'legal' must not be destroyed either
    hold        TEXT NOT NULL CHECK (hold IN ('storage', 'legal')),
    reason      TEXT NOT NULL,         -- personal: visitor
    set_at      INTEGER NOT NULL,
    set_by      INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    lifted_at   INTEGER,               -- NULL: in force
    lifted_by   INTEGER REFERENCES staff (id) ON DELETE RESTRICT,
    lift_reason TEXT NOT NULL          -- personal: visitor
) STRICT;
-- One restriction at a time.
CREATE UNIQUE INDEX restrictions_in_force ON restrictions (visitor_id) WHERE lifted_at IS NULL;

-- 更名前: name and phone as they were, of a person known since an earlier day: the ledger of a day
-- that is over says who was there in the words of that day (R 12.1). Erased with the person.
CREATE TABLE visitors_before (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    visitor_id INTEGER NOT NULL REFERENCES visitors (id) ON DELETE CASCADE,
    name       TEXT NOT NULL,          -- personal: visitor
    phone      TEXT NOT NULL,          -- personal: visitor
    until      INTEGER NOT NULL,       -- when it was changed, UTC milliseconds
    by         INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT -- who changed it
) STRICT;
-- What one person was called, in order.
CREATE INDEX visitors_before_visitor ON visitors_before (visitor_id, id);
