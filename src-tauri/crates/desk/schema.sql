-- The schema of the store as it is after every migration, to read from top to bottom.
-- Nothing runs this file but a test, which compares it with what the migrations make.
-- What the program runs are the numbered files in migrations/, and journal.sql of the vault.
--
-- Tables stand under the wing and the subject that keep them.
--
-- The whole file is encrypted, its log and its backups too; no column is by itself.
-- Unless a column says otherwise:
--   at, *_at                      a moment, UTC milliseconds
--   day, *_day, *_on              a local day, ISO text (2026-11-21); local is UTC+8 all year
--   opens, closes, starts, ends   minutes since local midnight; the end is not part of it
--   price, *_price                fen
--   by, *_by, owner, actor        who of the staff
--   zh, en, *_zh, *_en            one text in Chinese and in English; the English may be empty
--   position                      order among siblings
--   active                        0: retired, kept for what refers to it, no longer offered
--   no                            a number that was given out; it is never given out again
--   code                          a name for programs, stable when people rename the thing
--   TEXT NOT NULL                 may be the empty text; NULL is used only where the column says
--                                 what it means
-- A closed set names the type that owns its codes (codes: subject::Type).
-- What becomes of rows: "added only" means that no command changes or deletes them; erasing a
-- person empties their texts and destroying takes rows whose time is over (R 10.5, 10.6).
--
-- Whose text a column holds:
--   personal: visitor             a person stands in it, and goes from it when they are erased
--   personal fact: visitor        a code or a day that tells of them
--   personal: staff               of who works here
--   personal: receiver            of who was given what left the desk
--   no person                     ours; "(on trust)" where people type it and nothing checks it
-- "No person" above a table is said of every column in it that says nothing else. Plain codes,
-- numbers and days need not say it.

-- == vault ==
-- The vault's own tables: laid by journal.sql into an empty file, before any migration.

-- Which migrations have run. Added only. No person.
CREATE TABLE migrations (
    number INTEGER PRIMARY KEY,
    name   TEXT NOT NULL,
    -- SHA-256 of its text in hex, line ends as LF: a released one is never edited
    digest TEXT NOT NULL,
    ran_at INTEGER NOT NULL
) STRICT;

-- The master keys by epoch: journal, vouchers and backups of an epoch stay readable after its
-- key was replaced. The file is encrypted with a key made from the newest. Never deleted.
CREATE TABLE epochs (
    epoch  INTEGER PRIMARY KEY CHECK (epoch >= 1),
    master BLOB NOT NULL CHECK (length(master) = 32)
) STRICT;

-- 操作日志 (R 10.4): who did, saw, exported what. Append-only, never destroyed; each row is
-- sealed together with the one before it. No person.
CREATE TABLE journal (
    seq       INTEGER PRIMARY KEY,     -- 1, 2, 3 … without gaps
    epoch     INTEGER NOT NULL REFERENCES epochs (epoch), -- whose key sealed it
    at        INTEGER NOT NULL,
    actor     INTEGER NOT NULL,        -- staff.id; 0: nobody was signed in
    role      TEXT NOT NULL,           -- code of the role they acted in; empty: nobody was signed in
    action    TEXT NOT NULL,           -- code, subject.verb
    object    TEXT NOT NULL,           -- code, the kind of object
    object_id INTEGER NOT NULL,        -- 0 when the action has none
    detail    TEXT NOT NULL,           -- codes, counts, numbers, days, names of changed fields; never a value
    reason    TEXT NOT NULL,           -- as typed, where one is due; no person (on trust)
    prev_mac  BLOB NOT NULL,           -- mac of the row before; 32 zero bytes in the first
    mac       BLOB NOT NULL            -- seal over this row and prev_mac
) STRICT;
-- What was done to one thing, and which kinds of things were touched.
CREATE INDEX journal_object ON journal (object, object_id);
-- What was done on a day, and the last entry for the clock.
CREATE INDEX journal_at ON journal (at);
-- Not even a mistake of ours changes an entry.
CREATE TRIGGER journal_is_not_changed BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
-- Nor takes one away.
CREATE TRIGGER journal_is_not_deleted BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

-- == ground/sequence ==

-- Running numbers that are given out, one row per series and day; counted up in the transaction
-- that uses the number, so that none is issued twice and none is lost. No person.
CREATE TABLE sequences (
    -- code: encounter, voucher, feedback, request, destruction, ticket:A, category, point
    series TEXT NOT NULL,
    day    TEXT NOT NULL,              -- ISO day, or 'all' for a series that never starts again
    last   INTEGER NOT NULL,           -- the last one given out
    PRIMARY KEY (series, day)
) STRICT;

-- == ground/operations ==

-- Every write carries an id, so that a second click or a retry happens once. Rows go when their
-- time is over.
CREATE TABLE operations (
    op_id   TEXT PRIMARY KEY,          -- code: UUIDv7, made by the window
    command TEXT NOT NULL,             -- code of the command; the same id with another one is refused
    -- JSON as it was given, 'null' once anybody was erased or destroyed; personal: visitor
    answer  TEXT NOT NULL,
    actor   INTEGER NOT NULL,          -- staff.id
    at      INTEGER NOT NULL
) STRICT;

-- == ground/marks ==

-- How far something outside of the file was read in, so that it is read once. No person.
CREATE TABLE marks (
    name  TEXT PRIMARY KEY,            -- code: attempts.<series> of the wrong passwords that wait outside
    value INTEGER NOT NULL             -- the highest line that was read
) STRICT;

-- == ground/drafts ==

-- What somebody was typing (R 1.2: nothing typed is lost): replaced by the next, deleted when it
-- is saved or cleared, and when its time is over. The one change that leaves no journal entry.
CREATE TABLE drafts (
    staff_id INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    key      TEXT NOT NULL,            -- code of the window: place/id, as in answer/42
    body     TEXT NOT NULL,            -- JSON in the window's own form; personal: visitor
    saved_at INTEGER NOT NULL,
    PRIMARY KEY (staff_id, key)
) STRICT;

-- == house/institution ==

-- 机构: one row. No person.
CREATE TABLE institution (
    id           INTEGER PRIMARY KEY CHECK (id = 1),
    name         TEXT NOT NULL,
    address      TEXT NOT NULL,
    phone        TEXT NOT NULL,
    training     INTEGER NOT NULL CHECK (training IN (0, 1)), -- 1: made-up data for practice; never changed
    -- without a touch until the desk locks
    idle_seconds INTEGER NOT NULL CHECK (idle_seconds BETWEEN 60 AND 900)
) STRICT;

-- 开放时间: a weekday without a row is closed.
CREATE TABLE opening_hours (
    weekday    INTEGER PRIMARY KEY CHECK (weekday BETWEEN 1 AND 7), -- 1 is Monday
    opens      INTEGER NOT NULL CHECK (opens BETWEEN 0 AND 1439),
    closes     INTEGER NOT NULL CHECK (closes BETWEEN 1 AND 1439),
    break_from INTEGER CHECK (break_from BETWEEN 0 AND 1439), -- minute; NULL, both of them: no lunch break
    break_to   INTEGER CHECK (break_to BETWEEN 0 AND 1439)
) STRICT;

-- Days that differ from their weekday: public holidays, make-up working days (R 7.3).
CREATE TABLE special_days (
    day  TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('closed', 'working')), -- codes: institution::DayKind
    name TEXT NOT NULL                 -- 国庆节, 调休上班; no person
) STRICT;

-- == house/staff ==

-- 工作人员. Never deleted: what they did keeps their name. Passwords stand in the key file, not here.
CREATE TABLE staff (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    -- staff number, 2 to 12 letters and digits; all that callers are told (R 8.4); personal: staff
    no           TEXT NOT NULL UNIQUE,
    name         TEXT NOT NULL,        -- personal: staff
    -- codes: roles::Role (R 10.3)
    role         TEXT NOT NULL CHECK (role IN ('receptionist', 'specialist', 'supervisor', 'administrator')),
    active       INTEGER NOT NULL CHECK (active IN (0, 1)), -- 0: may not sign in
    -- 1: the secret in force was set by somebody else
    must_change  INTEGER NOT NULL CHECK (must_change IN (0, 1)),
    added_at     INTEGER NOT NULL,
    last_seen_at INTEGER,              -- last sign-in; NULL: never
    -- 一次性口令: a moment, until when the code they were handed opens the account; NULL: the password is their own
    code_until   INTEGER
) STRICT;

-- == house/backups ==

-- 备份 (R 10.2): the second place that copies of backups go to, a stick or a share; one row or none.
CREATE TABLE backup_place (
    id        INTEGER PRIMARY KEY CHECK (id = 1),
    path      TEXT NOT NULL CHECK (path <> ''), -- folder as the system writes it; no person
    set_at    INTEGER NOT NULL,
    copied_at INTEGER                  -- the last copy that was read there again; NULL: none yet
) STRICT;

-- == people/visitors ==

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
    -- in upper case, checked when the kind is 'resident'; personal: visitor
    id_number     TEXT NOT NULL,
    -- codes: visitors::Sex; NULL: not known; personal fact: visitor
    sex           TEXT CHECK (sex IN ('female', 'male')),
    born_on       TEXT,                -- ISO day; NULL: not known; personal fact: visitor
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
        CHECK (basis IN ('consent', 'contract', 'legal_duty', 'emergency'))
) STRICT;
-- One record per document (R 1.3).
CREATE UNIQUE INDEX visitors_id_number ON visitors (id_kind, id_number) WHERE id_number <> '';
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
    withdrawn_by INTEGER REFERENCES staff (id) ON DELETE RESTRICT
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

-- == people/notices ==

-- 隐私告知: the versions that consents refer to (R 1.5; PIPL 14, 17). Added only. No person.
CREATE TABLE notices (
    version    TEXT PRIMARY KEY,       -- v1, v2, …
    text_zh    TEXT NOT NULL,
    text_en    TEXT NOT NULL,
    valid_from INTEGER NOT NULL        -- a moment; the latest is in force
) STRICT;

-- == reception/categories ==

-- 事项分类: a two-level tree the institution edits (R 2.1). Retired, never deleted. No person.
CREATE TABLE categories (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    parent_id  INTEGER REFERENCES categories (id) ON DELETE RESTRICT, -- NULL: top level
    code       TEXT NOT NULL UNIQUE,
    name_zh    TEXT NOT NULL,
    name_en    TEXT NOT NULL,
    prefix     TEXT NOT NULL,          -- letter of ticket numbers, A to Z; top level only, else empty
    -- codes: categories::Urgency; triage starts from it
    urgency    TEXT NOT NULL CHECK (urgency IN ('immediate', 'urgent', 'routine')),
    -- codes: categories::Complexity
    complexity TEXT NOT NULL CHECK (complexity IN ('on_the_spot', 'specialist', 'several_departments')),
    point_code TEXT NOT NULL,          -- code of the preferred service point; may be empty
    anonymous  INTEGER NOT NULL CHECK (anonymous IN (0, 1)), -- 1: the matter needs no name (R 1.5)
    words      TEXT NOT NULL,          -- everyday words that suggest it, space separated
    position   INTEGER NOT NULL,
    active     INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT;

-- == reception/points ==

-- 窗口/专岗: where a ticket is called to (R 2.4). Retired, never deleted. No person.
CREATE TABLE points (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    code     TEXT NOT NULL UNIQUE,
    name_zh  TEXT NOT NULL,
    name_en  TEXT NOT NULL,
    place_zh TEXT NOT NULL,            -- where it is; may be empty
    place_en TEXT NOT NULL,
    -- codes: points::Audience; others come only when nothing else is open
    audience TEXT NOT NULL CHECK (audience IN ('everyone', 'special_groups')),
    position INTEGER NOT NULL,
    active   INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT;

-- Which languages are spoken at a point; at least one.
CREATE TABLE point_languages (
    point_id INTEGER NOT NULL REFERENCES points (id) ON DELETE CASCADE,
    -- codes: language::Language
    language TEXT NOT NULL CHECK (language IN ('zh', 'yue', 'en', 'sign', 'ug', 'bo', 'ja', 'ko', 'ru')),
    PRIMARY KEY (point_id, language)
) STRICT;

-- What a point can do; a top category stands for all of its leaves.
CREATE TABLE point_categories (
    point_id    INTEGER NOT NULL REFERENCES points (id) ON DELETE CASCADE,
    category_id INTEGER NOT NULL REFERENCES categories (id) ON DELETE RESTRICT,
    PRIMARY KEY (point_id, category_id)
) STRICT;

-- Who sat where from when to when: a point is open while somebody sits there. Never deleted.
CREATE TABLE point_sittings (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    point_id  INTEGER NOT NULL REFERENCES points (id) ON DELETE RESTRICT,
    staff_id  INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    opened_at INTEGER NOT NULL,
    closed_at INTEGER                  -- NULL: sits there now
) STRICT;
-- Nobody sits in two places.
CREATE UNIQUE INDEX point_sittings_staff ON point_sittings (staff_id) WHERE closed_at IS NULL;
-- Who sits at a point now.
CREATE INDEX point_sittings_point ON point_sittings (point_id) WHERE closed_at IS NULL;

-- == reception/encounters ==

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

-- == reception/tickets ==

-- 排队号. What was given out is never changed; where it stands (from state on) repeats its last step.
CREATE TABLE tickets (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    no           TEXT NOT NULL,        -- number as it is called, A023; unique on its day
    day          TEXT NOT NULL,
    encounter_id INTEGER NOT NULL REFERENCES encounters (id) ON DELETE RESTRICT,
    category_id  INTEGER NOT NULL REFERENCES categories (id) ON DELETE RESTRICT,
    -- codes: language::Language
    language     TEXT NOT NULL CHECK (language IN ('zh', 'yue', 'en', 'sign', 'ug', 'bo', 'ja', 'ko', 'ru')),
    -- codes: categories::Urgency, lifted by a special group (R 2.2)
    need         TEXT NOT NULL CHECK (need IN ('immediate', 'urgent', 'routine')),
    first        INTEGER NOT NULL CHECK (first IN (0, 1)), -- 1: first among those of equal need
    -- code of the special group that did it; empty: none; personal fact: visitor
    lifted_by    TEXT NOT NULL,
    issued_at    INTEGER NOT NULL,
    issued_by    INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    -- minutes of waiting as told then (R 2.6); NULL, both of them: not enough was known
    told_median  INTEGER,
    told_bound   INTEGER,              -- minutes that nine of ten stay below
    -- codes: tickets::State
    state        TEXT NOT NULL CHECK (state IN ('waiting', 'called', 'serving', 'done', 'no_show', 'left')),
    -- where it waits or was called to
    point_id     INTEGER NOT NULL REFERENCES points (id) ON DELETE RESTRICT,
    note         TEXT NOT NULL,        -- the one handoff note (R 2.8); personal: visitor
    -- codes: categories::Urgency; a person put it where this need stands (R 2.3); NULL, all three: nobody did
    place_need   TEXT CHECK (place_need IN ('immediate', 'urgent', 'routine')),
    place_first  INTEGER CHECK (place_first IN (0, 1)),
    place_at     INTEGER,              -- as if it had come then
    called_at    INTEGER,              -- the last call; NULL: not called since it came here
    called_by    INTEGER REFERENCES staff (id) ON DELETE RESTRICT,
    started_at   INTEGER,              -- the conversation began; NULL: not yet
    ended_at     INTEGER,              -- NULL: its way is not at its end
    transfers    INTEGER NOT NULL,     -- how often it was passed to another point
    needless     INTEGER NOT NULL,     -- how many of these could have been spared (R 2.4)
    UNIQUE (day, no)
) STRICT;
-- One live ticket per encounter.
CREATE UNIQUE INDEX tickets_live ON tickets (encounter_id) WHERE state IN ('waiting', 'called', 'serving');
-- The queue of a day.
CREATE INDEX tickets_state ON tickets (state, day);
-- How long the latest services at a point took, for telling the wait.
CREATE INDEX tickets_served ON tickets (point_id, ended_at) WHERE state = 'done';
-- The newest ticket of an encounter.
CREATE INDEX tickets_encounter ON tickets (encounter_id, id);

-- Every step of a ticket with where it stood afterwards; undoing is a step too. Added only.
CREATE TABLE ticket_steps (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    ticket_id   INTEGER NOT NULL REFERENCES tickets (id) ON DELETE RESTRICT,
    kind        TEXT NOT NULL CHECK (kind IN ('issued', 'called', 'recalled', 'started', 'finished', 'no_show', 'left',
        'transferred', 'moved', 'undone', 'lapsed')), -- codes: tickets::StepKind
    at          INTEGER NOT NULL,
    by          INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    reason      TEXT NOT NULL,         -- due for a move (R 2.3), empty where none is; personal: visitor
    -- codes: tickets::State; from here on as in tickets
    state       TEXT NOT NULL CHECK (state IN ('waiting', 'called', 'serving', 'done', 'no_show', 'left')),
    point_id    INTEGER NOT NULL REFERENCES points (id) ON DELETE RESTRICT,
    note        TEXT NOT NULL,         -- personal: visitor
    place_need  TEXT CHECK (place_need IN ('immediate', 'urgent', 'routine')), -- codes: categories::Urgency
    place_first INTEGER CHECK (place_first IN (0, 1)),
    place_at    INTEGER,
    called_at   INTEGER,
    called_by   INTEGER REFERENCES staff (id) ON DELETE RESTRICT,
    started_at  INTEGER,
    ended_at    INTEGER,
    transfers   INTEGER NOT NULL,
    needless    INTEGER NOT NULL
) STRICT;
-- The way of one ticket, step by step.
CREATE INDEX ticket_steps_ticket ON ticket_steps (ticket_id, id);
-- What somebody did last, to undo it.
CREATE INDEX ticket_steps_by ON ticket_steps (by, at);

-- == reception/guidance ==

-- 话术: what to say at a step of an encounter (R 1.1, 3.4). No person.
CREATE TABLE phrases (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    step    TEXT NOT NULL,             -- codes: guidance::Step
    channel TEXT NOT NULL CHECK (channel IN ('any', 'walk_in', 'phone')), -- codes: guidance::Voice
    -- codes: guidance::Hour
    hours   TEXT NOT NULL CHECK (hours IN ('any', 'morning', 'afternoon', 'lunch', 'after_hours', 'holiday')),
    text_zh TEXT NOT NULL,
    text_en TEXT NOT NULL,
    active  INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT;
-- The phrases of a step.
CREATE INDEX phrases_step ON phrases (step);

-- 转介目录: where to send what is not ours (R 2.5). No person.
CREATE TABLE referrals (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    code      TEXT NOT NULL UNIQUE,
    matter_zh TEXT NOT NULL,           -- what is out of our scope
    matter_en TEXT NOT NULL,
    to_zh     TEXT NOT NULL,           -- where to
    to_en     TEXT NOT NULL,
    how_zh    TEXT NOT NULL,           -- what to tell the person
    how_en    TEXT NOT NULL,
    words     TEXT NOT NULL,           -- everyday words it is found by, space separated
    active    INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT;

-- == advice/catalogue ==

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

-- == advice/assessments ==

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

-- == advice/proposals ==

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

-- == booking/schedules ==

-- 排班: a bookable resource, a room or a team, with its place (R 5.1). Retired, never deleted. No person.
CREATE TABLE schedules (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    code         TEXT NOT NULL UNIQUE,
    name_zh      TEXT NOT NULL,
    name_en      TEXT NOT NULL,
    department   TEXT NOT NULL,        -- code of departments
    place_zh     TEXT NOT NULL,
    place_en     TEXT NOT NULL,
    slot_minutes INTEGER NOT NULL CHECK (slot_minutes BETWEEN 5 AND 480),
    capacity     INTEGER NOT NULL CHECK (capacity BETWEEN 1 AND 200), -- people at the same time
    -- 1: goes with the person (陪检), so it is no stop of its own
    alongside    INTEGER NOT NULL CHECK (alongside IN (0, 1)),
    active       INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT;

-- The week of a schedule; several windows a day.
CREATE TABLE schedule_windows (
    schedule_id INTEGER NOT NULL REFERENCES schedules (id) ON DELETE RESTRICT,
    weekday     INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7), -- 1 is Monday
    opens       INTEGER NOT NULL CHECK (opens BETWEEN 0 AND 1439),
    closes      INTEGER NOT NULL CHECK (closes BETWEEN 1 AND 1439), -- end of the last slot
    PRIMARY KEY (schedule_id, weekday, opens)
) STRICT;

-- What is done there.
CREATE TABLE schedule_services (
    schedule_id INTEGER NOT NULL REFERENCES schedules (id) ON DELETE RESTRICT,
    service_id  INTEGER NOT NULL REFERENCES services (id) ON DELETE RESTRICT,
    PRIMARY KEY (schedule_id, service_id)
) STRICT;
-- Where a service is done.
CREATE INDEX schedule_services_service ON schedule_services (service_id);

-- One day that differs from the week; deleted when it does no longer.
CREATE TABLE schedule_exceptions (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    schedule_id INTEGER NOT NULL REFERENCES schedules (id) ON DELETE RESTRICT,
    day         TEXT NOT NULL,
    kind        TEXT NOT NULL CHECK (kind IN ('closed', 'changed')), -- codes: schedules::ExceptionKind
    capacity    INTEGER CHECK (capacity BETWEEN 1 AND 200), -- NULL: as on other days
    reason      TEXT NOT NULL,         -- no person (on trust)
    set_at      INTEGER NOT NULL,
    set_by      INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    UNIQUE (schedule_id, day)
) STRICT;

-- The hours of that day; no row: those of the week.
CREATE TABLE schedule_exception_windows (
    exception_id INTEGER NOT NULL REFERENCES schedule_exceptions (id) ON DELETE CASCADE,
    opens        INTEGER NOT NULL CHECK (opens BETWEEN 0 AND 1439),
    closes       INTEGER NOT NULL CHECK (closes BETWEEN 1 AND 1439),
    PRIMARY KEY (exception_id, opens)
) STRICT;

-- == booking/bookings ==

-- 预约: one visit of one person on one day. What was agreed is not changed; a booking is moved by
-- ending it and making another (R 5.5).
CREATE TABLE bookings (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    visitor_id    INTEGER NOT NULL REFERENCES visitors (id) ON DELETE RESTRICT,
    encounter_id  INTEGER REFERENCES encounters (id) ON DELETE RESTRICT, -- NULL: booked outside an encounter
    package_id    INTEGER REFERENCES packages (id) ON DELETE RESTRICT, -- NULL: single services only
    day           TEXT NOT NULL,
    starts        INTEGER NOT NULL CHECK (starts BETWEEN 0 AND 1439), -- of the first item
    ends          INTEGER NOT NULL CHECK (ends BETWEEN 1 AND 1439), -- of the last
    arrive_by     INTEGER NOT NULL CHECK (arrive_by BETWEEN 0 AND 1439), -- minute of the day
    title_zh      TEXT NOT NULL,       -- the package or the services, as told; no person
    title_en      TEXT NOT NULL,       -- no person
    price         INTEGER NOT NULL CHECK (price >= 0), -- as told
    -- allergies, special needs: the department must know (R 5.4); personal: visitor
    needs         TEXT NOT NULL,
    note          TEXT NOT NULL,       -- personal: visitor
    -- codes: bookings::BookingState
    state         TEXT NOT NULL CHECK (state IN
        ('booked', 'checked_in', 'completed', 'no_show', 'cancelled', 'rescheduled')),
    reason        TEXT NOT NULL,       -- why it was cancelled or moved; personal: visitor
    read_back_at  INTEGER NOT NULL,    -- service, time, name and phone were repeated and confirmed (R 5.2)
    booked_at     INTEGER NOT NULL,
    booked_by     INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    checked_in_at INTEGER,             -- NULL: not here yet
    state_at      INTEGER NOT NULL,    -- since when it stands where it stands
    state_by      INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    -- the booking that took its place; NULL: none, or destroyed since
    moved_to      INTEGER REFERENCES bookings (id) ON DELETE RESTRICT
) STRICT;
-- Who comes on a day, in the order of their times.
CREATE INDEX bookings_day ON bookings (day, starts);
-- What a person has booked.
CREATE INDEX bookings_visitor ON bookings (visitor_id, day);
-- What was booked in an encounter.
CREATE INDEX bookings_encounter ON bookings (encounter_id);
-- The ledger asks for those that were made on a day (R 12.1).
CREATE INDEX bookings_booked ON bookings (booked_at);

-- What is done, where and when, in the words it was told in.
CREATE TABLE booking_items (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    booking_id    INTEGER NOT NULL REFERENCES bookings (id) ON DELETE RESTRICT,
    service_id    INTEGER NOT NULL REFERENCES services (id) ON DELETE RESTRICT,
    -- NULL: done on the way, without a time of its own
    schedule_id   INTEGER REFERENCES schedules (id) ON DELETE RESTRICT,
    day           TEXT NOT NULL,       -- the booking's own
    starts        INTEGER CHECK (starts BETWEEN 0 AND 1439), -- NULL: on the way
    ends          INTEGER CHECK (ends BETWEEN 1 AND 1439), -- NULL: on the way
    service_zh    TEXT NOT NULL,       -- no person
    service_en    TEXT NOT NULL,       -- no person
    department_zh TEXT NOT NULL,       -- no person
    department_en TEXT NOT NULL,       -- no person
    place_zh      TEXT NOT NULL,       -- no person
    place_en      TEXT NOT NULL,       -- no person
    price         INTEGER NOT NULL CHECK (price >= 0), -- alone, as told
    CHECK ((schedule_id IS NULL) = (starts IS NULL) AND (starts IS NULL) = (ends IS NULL))
) STRICT;
-- The items of one booking.
CREATE INDEX booking_items_booking ON booking_items (booking_id);
-- Which places are taken on a day (R 5.1).
CREATE INDEX booking_items_taken ON booking_items (schedule_id, day);

-- == booking/vouchers ==

-- 预约凭证: what a person holds in the hand (R 5.3). Never changed, only voided; the seal in its
-- QR code is made from the key and not stored.
CREATE TABLE vouchers (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    booking_id INTEGER NOT NULL UNIQUE REFERENCES bookings (id) ON DELETE RESTRICT,
    no         TEXT NOT NULL UNIQUE,   -- number: day, running number, check digit; 13 digits
    name       TEXT NOT NULL,          -- of the visitor, as read back; personal: visitor
    phone      TEXT NOT NULL,          -- as read back; personal: visitor
    issued_at  INTEGER NOT NULL,
    issued_by  INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    voided_at  INTEGER,                -- NULL: valid
    voided_by  INTEGER REFERENCES staff (id) ON DELETE RESTRICT,
    -- codes: vouchers::VoidCause; NULL: valid
    void_cause TEXT CHECK (void_cause IN ('cancelled', 'rescheduled')),
    CHECK ((voided_at IS NULL) = (void_cause IS NULL))
) STRICT;

-- What to bring and how to prepare, as it stands on the voucher; kept as the catalogue said it then.
CREATE TABLE voucher_lines (
    voucher_id INTEGER NOT NULL REFERENCES vouchers (id) ON DELETE RESTRICT,
    kind       TEXT NOT NULL CHECK (kind IN ('bring', 'prepare')), -- codes as of service_lines
    position   INTEGER NOT NULL,
    -- goes with the person, for it tells what they come for; personal: visitor
    text_zh    TEXT NOT NULL,
    text_en    TEXT NOT NULL,          -- personal: visitor
    PRIMARY KEY (voucher_id, kind, position)
) STRICT;

-- Every print (R 5.3): asked before, settled once when the printer or the file answered.
CREATE TABLE voucher_prints (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    voucher_id INTEGER NOT NULL REFERENCES vouchers (id) ON DELETE RESTRICT,
    -- which print, as marked on the paper; a refused one gives its number back
    n          INTEGER NOT NULL CHECK (n >= 1),
    paper      TEXT NOT NULL CHECK (paper IN ('a4', 'a5', 'roll80')), -- codes: vouchers::Paper
    way        TEXT NOT NULL CHECK (way IN ('printer', 'file')), -- codes: vouchers::Way
    -- codes: vouchers::PrintState; 'asked': the outcome is not known
    state      TEXT NOT NULL CHECK (state IN ('asked', 'done', 'refused')),
    job        TEXT NOT NULL,          -- what the spooler calls it; personal: visitor
    asked_at   INTEGER NOT NULL,
    asked_by   INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT
) STRICT;
-- The prints of one voucher.
CREATE INDEX voucher_prints_voucher ON voucher_prints (voucher_id);

-- == quality/feedback ==

-- 反馈 (R 6.1): praise, suggestion or complaint as it came in; never changed. Where it stands is
-- told by its last step.
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

-- == record/disclosures ==

-- 导出与对外提供登记 (R 10.4, 12.2; 网络数据安全管理条例 12): one row per file or paper with personal data
-- that left, written before it did. Never deleted.
CREATE TABLE disclosures (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    at            INTEGER NOT NULL,
    day           TEXT NOT NULL,
    staff_id      INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT, -- who let it go
    -- codes: disclosures::Kind
    kind          TEXT NOT NULL CHECK (kind IN ('ledger', 'person_copy', 'disclosure_log', 'incident_report')),
    detail        TEXT NOT NULL CHECK (detail IN ('masked', 'full')), -- codes: disclosures::Detail
    -- codes: disclosures::Format
    format        TEXT NOT NULL CHECK (format IN ('csv', 'xlsx', 'pdf', 'paper')),
    from_day      TEXT,                -- ISO day, the first of what left; NULL, both of them: not by period
    to_day        TEXT,                -- ISO day, the last, included
    row_count     INTEGER NOT NULL CHECK (row_count >= 0),
    -- whose data, when it is one person's, else NULL; refers to nothing, so that the row outlives a destroyed record
    visitor_id    INTEGER,
    -- codes: disclosures::Purpose; NULL: masked
    purpose       TEXT CHECK (purpose IN
        ('complaint', 'statistics', 'inspection', 'handover', 'person_request', 'other')),
    purpose_note  TEXT NOT NULL,       -- in words, needed by 'other'; no person (on trust)
    -- codes: disclosures::Receiver; NULL: masked
    receiver      TEXT CHECK (receiver IN ('own_use', 'superior', 'department', 'person', 'other')),
    -- where the code does not say who; stays when a visitor is erased; personal: receiver
    receiver_name TEXT NOT NULL,
    file_name     TEXT NOT NULL,       -- made of kind and days; no person
    seq           INTEGER NOT NULL,    -- journal.seq of the entry about it
    lost_at       INTEGER,             -- it never became a file; NULL: it did
    CHECK (detail = 'masked' OR (purpose IS NOT NULL AND receiver IS NOT NULL)),
    CHECK ((from_day IS NULL) = (to_day IS NULL))
) STRICT;
-- What left on a day.
CREATE INDEX disclosures_day ON disclosures (day);
-- One row per entry of the journal; finds the row whose file was lost.
CREATE UNIQUE INDEX disclosures_seq ON disclosures (seq);
-- A row is corrected by nobody; only that the file was lost may be added.
CREATE TRIGGER disclosures_stand BEFORE UPDATE ON disclosures
WHEN NEW.lost_at IS NULL OR OLD.lost_at IS NOT NULL OR NEW.id <> OLD.id OR NEW.at <> OLD.at OR NEW.staff_id <> OLD.staff_id
    OR NEW.kind <> OLD.kind OR NEW.detail <> OLD.detail OR NEW.row_count <> OLD.row_count OR NEW.seq <> OLD.seq
    OR NEW.purpose IS NOT OLD.purpose OR NEW.receiver IS NOT OLD.receiver OR NEW.receiver_name <> OLD.receiver_name
BEGIN
    SELECT RAISE(ABORT, 'a disclosure stands as it was recorded');
END;

-- == record/incidents ==

-- 安全事件报告 (PIPL 57): what the journal says of some days. Never deleted.
CREATE TABLE incidents (
    id       INTEGER PRIMARY KEY AUTOINCREMENT, -- also its number
    made_at  INTEGER NOT NULL,
    made_by  INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    from_day TEXT NOT NULL,
    to_day   TEXT NOT NULL,            -- ISO day, included
    staff_no TEXT NOT NULL,            -- number: only what this one did; empty: everybody; personal: staff
    object   TEXT NOT NULL             -- code: only what was done to this kind of object; empty: all
) STRICT;

-- Every saving is a version; what the journal said then stays with it. Written without names, kept by
-- duty. No person.
CREATE TABLE incident_versions (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    incident_id INTEGER NOT NULL REFERENCES incidents (id) ON DELETE RESTRICT,
    version     INTEGER NOT NULL CHECK (version >= 1),
    at          INTEGER NOT NULL,
    by          INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    cause       TEXT NOT NULL,
    harm        TEXT NOT NULL,         -- what may come of it
    remedy      TEXT NOT NULL,         -- what the house did and will do
    measures    TEXT NOT NULL,         -- what the persons concerned can do
    contact     TEXT NOT NULL,         -- of the house
    first_seq   INTEGER NOT NULL,      -- journal.seq of the first entry it speaks of; 0: none
    last_seq    INTEGER NOT NULL,
    entries     INTEGER NOT NULL,      -- how many
    visitors    INTEGER NOT NULL,      -- how many visitors are concerned
    health      INTEGER NOT NULL,      -- how many of them with health information
    UNIQUE (incident_id, version)
) STRICT;

-- The counted lines of a version.
CREATE TABLE incident_facts (
    version_id INTEGER NOT NULL REFERENCES incident_versions (id) ON DELETE RESTRICT,
    position   INTEGER NOT NULL,
    section    TEXT NOT NULL CHECK (section IN ('looked', 'changed', 'exported', 'many_reveals', 'sign_ins',
        'failed_sign_ins', 'alarms', 'answered')), -- codes: incidents::Section
    -- code: action of the journal; of what left, its kind and 'full' or 'masked'
    what       TEXT NOT NULL,
    staff_no   TEXT NOT NULL,          -- number; empty: nobody was signed in; personal: staff
    day        TEXT,                   -- ISO day; NULL: of all days together
    count      INTEGER NOT NULL,       -- how often; of what left, how many rows
    PRIMARY KEY (version_id, position)
) STRICT;

-- == record/requests ==

-- 个人权利请求 (R 10.6; PIPL 44-48).
CREATE TABLE requests (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    no            TEXT NOT NULL UNIQUE, -- number: Q, day and running number, Q20261123-001
    -- NULL: the person's record was destroyed since
    visitor_id    INTEGER REFERENCES visitors (id) ON DELETE SET NULL,
    -- codes: requests::Wish
    wish          TEXT NOT NULL CHECK (wish IN ('see', 'copy', 'correct', 'delete', 'restrict', 'withdraw', 'explain')),
    words         TEXT NOT NULL,       -- what the person said; personal: visitor
    -- codes: requests::Verified
    verified      TEXT NOT NULL CHECK (verified IN ('document', 'known', 'guardian', 'called_back', 'authority')),
    verified_note TEXT NOT NULL,       -- which document, which guardian; personal: visitor
    received_at   INTEGER NOT NULL,
    received_by   INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    due_on        TEXT NOT NULL,       -- ISO day, the last for the answer; counted in working days
    -- codes: requests::RequestOutcome; NULL: open
    outcome       TEXT CHECK (outcome IN ('done', 'partly', 'refused')),
    answer        TEXT NOT NULL,       -- what the person was told; empty while open; personal: visitor
    closed_at     INTEGER,             -- NULL: open
    closed_by     INTEGER REFERENCES staff (id) ON DELETE RESTRICT,
    CHECK ((outcome IS NULL) = (closed_at IS NULL))
) STRICT;
-- What a person asked before; an open request keeps their record.
CREATE INDEX requests_visitor ON requests (visitor_id);
-- The open ones by their last day.
CREATE INDEX requests_open ON requests (due_on) WHERE closed_at IS NULL;

-- Everything that was done on a request, in order. Added only.
CREATE TABLE request_steps (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    request_id INTEGER NOT NULL REFERENCES requests (id) ON DELETE CASCADE,
    step       TEXT NOT NULL CHECK (step IN ('recorded', 'seen', 'copied', 'corrected', 'erased', 'restricted', 'lifted',
        'withdrawn', 'closed', 'printed')), -- codes: requests::Step
    at         INTEGER NOT NULL,
    by         INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    detail     TEXT NOT NULL           -- codes and counts
) STRICT;
-- The steps of one request.
CREATE INDEX request_steps_request ON request_steps (request_id, id);

-- == record/retention ==

-- 保存期限 (R 10.5): rows only for kinds whose rule was changed; the others are as delivered.
CREATE TABLE retention_rules (
    kind       TEXT PRIMARY KEY CHECK (kind IN ('encounters', 'tickets', 'proposals', 'bookings', 'feedback', 'visitors',
        'requests', 'drafts', 'operations', 'journal')), -- codes: keeping::Kind
    days       INTEGER NOT NULL CHECK (days >= 1),
    reason     TEXT NOT NULL,          -- no person (on trust)
    changed_at INTEGER NOT NULL,
    changed_by INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT
) STRICT;

-- 销毁记录 (R 10.5): counts and days, never names. Added only, never destroyed.
CREATE TABLE destructions (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    no     TEXT NOT NULL UNIQUE,       -- number: D, day and running number, D20261123-001
    at     INTEGER NOT NULL,
    by     INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    reason TEXT NOT NULL               -- no person (on trust)
) STRICT;

-- What was destroyed, a line per kind.
CREATE TABLE destruction_kinds (
    destruction_id INTEGER NOT NULL REFERENCES destructions (id) ON DELETE RESTRICT,
    kind   TEXT NOT NULL,              -- codes: keeping::Kind
    days   INTEGER NOT NULL,           -- the rule in force then
    cutoff TEXT NOT NULL,              -- ISO day: what was older went
    count  INTEGER NOT NULL CHECK (count >= 0),
    oldest TEXT NOT NULL,              -- ISO day of the oldest
    newest TEXT NOT NULL,              -- ISO day of the newest
    PRIMARY KEY (destruction_id, kind)
) STRICT;
