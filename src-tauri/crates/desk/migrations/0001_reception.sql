-- Reception: the institution, its staff, visitors, encounters, consultations.

-- 机构: one row.
CREATE TABLE institution (
    id      INTEGER PRIMARY KEY CHECK (id = 1),
    name    TEXT NOT NULL,
    address TEXT NOT NULL,
    phone   TEXT NOT NULL,
    training INTEGER NOT NULL CHECK (training IN (0, 1)),  -- made-up data for practice only
    idle_seconds INTEGER NOT NULL CHECK (idle_seconds BETWEEN 60 AND 900)
) STRICT;

-- 开放时间: a weekday without a row is closed.
CREATE TABLE opening_hours (
    weekday    INTEGER PRIMARY KEY CHECK (weekday BETWEEN 1 AND 7),  -- 1 is Monday
    opens      INTEGER NOT NULL CHECK (opens BETWEEN 0 AND 1439),    -- minute of the day
    closes     INTEGER NOT NULL CHECK (closes BETWEEN 1 AND 1439),
    break_from INTEGER CHECK (break_from BETWEEN 0 AND 1439),        -- NULL: no lunch break
    break_to   INTEGER CHECK (break_to BETWEEN 0 AND 1439)
) STRICT;

-- Closed days and days with other hours: public holidays, make-up working days.
CREATE TABLE special_days (
    day        TEXT PRIMARY KEY,                                     -- ISO day
    kind       TEXT NOT NULL CHECK (kind IN ('closed', 'working')),
    name       TEXT NOT NULL
) STRICT;

-- 工作人员. Never deleted: what they did keeps their name.
CREATE TABLE staff (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    no          TEXT NOT NULL UNIQUE,          -- staff number, told to callers (R 8.4)
    name        TEXT NOT NULL,
    role        TEXT NOT NULL CHECK (role IN ('receptionist', 'specialist', 'supervisor', 'administrator')),
    active      INTEGER NOT NULL CHECK (active IN (0, 1)),
    must_change INTEGER NOT NULL CHECK (must_change IN (0, 1)),      -- password set by somebody else
    added_at    INTEGER NOT NULL,
    last_seen_at INTEGER                       -- NULL: never signed in
) STRICT;

-- Writes happen once per operation id.
CREATE TABLE operations (
    op_id   TEXT PRIMARY KEY,
    command TEXT NOT NULL,
    answer  TEXT NOT NULL,                     -- the answer as it was given
    actor   INTEGER NOT NULL,
    at      INTEGER NOT NULL
) STRICT;

-- What somebody was typing, kept until it is saved or cleared.
CREATE TABLE drafts (
    staff_id INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    key      TEXT NOT NULL,
    body     TEXT NOT NULL,
    saved_at INTEGER NOT NULL,
    PRIMARY KEY (staff_id, key)
) STRICT;

-- Numbers that are given out, one row per series and day.
CREATE TABLE sequences (
    series TEXT NOT NULL,
    day    TEXT NOT NULL,                      -- ISO day, or 'all'
    last   INTEGER NOT NULL,
    PRIMARY KEY (series, day)
) STRICT;

-- 隐私告知: versions of the notice consents refer to (R 1.5).
CREATE TABLE notices (
    version TEXT PRIMARY KEY,
    text_zh TEXT NOT NULL,
    text_en TEXT NOT NULL,
    valid_from INTEGER NOT NULL
) STRICT;

-- 特殊人群 (R 1.4).
CREATE TABLE special_groups (
    code     TEXT PRIMARY KEY,
    name_zh  TEXT NOT NULL,
    name_en  TEXT NOT NULL,
    lifts    TEXT NOT NULL CHECK (lifts IN ('urgent', 'first_among_equals')),
    escort   INTEGER NOT NULL CHECK (escort IN (0, 1)),
    min_age  INTEGER                           -- offered from this age on; NULL: not by age
) STRICT;

-- 来访者.
CREATE TABLE visitors (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    name       TEXT NOT NULL,
    phone      TEXT NOT NULL,                  -- as typed; may be empty
    phone_2    TEXT NOT NULL,
    id_kind    TEXT NOT NULL CHECK (id_kind IN ('none', 'resident', 'passport', 'hk_macau', 'taiwan', 'foreign_resident', 'other')),
    id_number  TEXT NOT NULL,
    sex        TEXT CHECK (sex IN ('female', 'male')),   -- NULL: not known
    born_on    TEXT,                           -- ISO day; NULL: not known
    address    TEXT NOT NULL,
    note       TEXT NOT NULL,
    name_key   TEXT NOT NULL,                  -- folded name, for finding
    pinyin_key TEXT NOT NULL,                  -- ' zhangsan zhangshan '
    initial_key TEXT NOT NULL,                 -- ' zs '
    digit_key  TEXT NOT NULL,                  -- ' 13812345678 01012345678 '
    registered_at INTEGER NOT NULL,
    registered_by INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    changed_at INTEGER NOT NULL,
    seen_at    INTEGER NOT NULL                -- last encounter, for the order of what is found
) STRICT;
CREATE UNIQUE INDEX visitors_id_number ON visitors (id_kind, id_number) WHERE id_number <> '';
CREATE INDEX visitors_seen ON visitors (seen_at);

CREATE TABLE visitor_groups (
    visitor_id INTEGER NOT NULL REFERENCES visitors (id) ON DELETE CASCADE,
    group_code TEXT NOT NULL REFERENCES special_groups (code) ON DELETE RESTRICT,
    PRIMARY KEY (visitor_id, group_code)
) STRICT;

-- 同意: what, when, witnessed by whom, withdrawn when. Rows are not changed but for the withdrawal.
CREATE TABLE consents (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    visitor_id   INTEGER NOT NULL REFERENCES visitors (id) ON DELETE CASCADE,
    scope        TEXT NOT NULL CHECK (scope IN ('personal', 'health')),  -- health needs its own (PIPL 29)
    version      TEXT NOT NULL REFERENCES notices (version) ON DELETE RESTRICT,
    manner       TEXT NOT NULL CHECK (manner IN ('spoken', 'signed', 'guardian')),
    given_at     INTEGER NOT NULL,
    witnessed_by INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    withdrawn_at INTEGER,
    withdrawn_by INTEGER REFERENCES staff (id) ON DELETE RESTRICT
) STRICT;
CREATE INDEX consents_visitor ON consents (visitor_id);

-- 健康提示: allergies and conditions a department must know; only with a health consent.
CREATE TABLE visitor_health (
    visitor_id INTEGER NOT NULL REFERENCES visitors (id) ON DELETE CASCADE,
    kind       TEXT NOT NULL CHECK (kind IN ('condition', 'allergy')),
    code       TEXT NOT NULL,
    PRIMARY KEY (visitor_id, kind, code)
) STRICT;

-- 事项分类: a two-level tree the institution edits (R 2.1). Retired, never deleted.
CREATE TABLE categories (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    parent_id  INTEGER REFERENCES categories (id) ON DELETE RESTRICT,    -- NULL: top level
    code       TEXT NOT NULL UNIQUE,
    name_zh    TEXT NOT NULL,
    name_en    TEXT NOT NULL,
    prefix     TEXT NOT NULL,                  -- letter of ticket numbers; top level only
    urgency    TEXT NOT NULL CHECK (urgency IN ('immediate', 'urgent', 'routine')),
    complexity TEXT NOT NULL CHECK (complexity IN ('on_the_spot', 'specialist', 'several_departments')),
    point_code TEXT NOT NULL,                  -- preferred service point, may be empty
    anonymous  INTEGER NOT NULL CHECK (anonymous IN (0, 1)),             -- the matter allows it (R 1.5)
    words      TEXT NOT NULL,                  -- everyday words, space separated
    position   INTEGER NOT NULL,
    active     INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT;

-- 接待: one row per contact, whatever the channel (R 1.6).
CREATE TABLE encounters (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    no          TEXT NOT NULL UNIQUE,          -- day and running number, 20261121-0042
    day         TEXT NOT NULL,
    channel     TEXT NOT NULL CHECK (channel IN ('walk_in', 'phone', 'voicemail', 'website', 'email', 'letter')),
    visitor_id  INTEGER REFERENCES visitors (id) ON DELETE RESTRICT,     -- NULL: anonymous
    on_behalf   TEXT NOT NULL,                 -- for whom, when it is not the visitor
    matter      TEXT NOT NULL,                 -- 咨询事项 as told
    category_id INTEGER REFERENCES categories (id) ON DELETE RESTRICT,   -- NULL: not classified yet
    urgency     TEXT NOT NULL CHECK (urgency IN ('immediate', 'urgent', 'routine')),
    complexity  TEXT NOT NULL CHECK (complexity IN ('on_the_spot', 'specialist', 'several_departments')),
    read_back_at INTEGER,                      -- name and phone repeated and confirmed (R 1.2)
    handoff     TEXT NOT NULL,                 -- the one note that travels with the ticket (R 2.8)
    first_asked INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT, -- 首问人, never changes
    started_at  INTEGER NOT NULL,
    outcome     TEXT CHECK (outcome IN ('answered', 'referred', 'booked', 'promised', 'declined', 'left')),
    outcome_note TEXT NOT NULL,
    ended_at    INTEGER,                       -- NULL: open
    ended_by    INTEGER REFERENCES staff (id) ON DELETE RESTRICT,
    rating      INTEGER CHECK (rating BETWEEN 1 AND 5),                  -- NULL: not asked
    escort_asked_at INTEGER,                   -- 陪同办理 (R 1.4); NULL: not asked for
    escort_done_at  INTEGER                    -- NULL: somebody still has to go along
) STRICT;
CREATE INDEX encounters_day ON encounters (day);
CREATE INDEX encounters_visitor ON encounters (visitor_id);
CREATE INDEX encounters_open ON encounters (ended_at) WHERE ended_at IS NULL;
CREATE INDEX encounters_escort ON encounters (escort_asked_at)
    WHERE escort_asked_at IS NOT NULL AND escort_done_at IS NULL;

-- 咨询解答 (R 3.1). An answer that was given is not changed; a better one is added.
CREATE TABLE consultations (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    encounter_id INTEGER NOT NULL REFERENCES encounters (id) ON DELETE RESTRICT,
    question     TEXT NOT NULL,
    nature       TEXT NOT NULL CHECK (nature IN ('policy', 'procedure', 'health', 'price', 'report', 'other')),
    analysis     TEXT NOT NULL,
    answer       TEXT NOT NULL,
    answered_by  INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    answered_at  INTEGER NOT NULL
) STRICT;
CREATE INDEX consultations_encounter ON consultations (encounter_id);

-- 承诺: "we will tell you by …" (R 3.3).
CREATE TABLE promises (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    encounter_id INTEGER NOT NULL REFERENCES encounters (id) ON DELETE RESTRICT,
    what         TEXT NOT NULL,
    due_at       INTEGER NOT NULL,
    owner        INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    made_at      INTEGER NOT NULL,
    kept_at      INTEGER,                      -- NULL: open
    kept_by      INTEGER REFERENCES staff (id) ON DELETE RESTRICT,
    result       TEXT NOT NULL                 -- what the person was told
) STRICT;
CREATE INDEX promises_open ON promises (due_at) WHERE kept_at IS NULL;
