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

-- Who sat where from when to when: a point is open while somebody sits there. A seat lasts
-- no longer than its day. Never deleted.
CREATE TABLE point_sittings (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    point_id  INTEGER NOT NULL REFERENCES points (id) ON DELETE RESTRICT,
    staff_id  INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    opened_at INTEGER NOT NULL,
    closed_at INTEGER,                 -- NULL: has not stood up
    -- from then on the seat is empty, whoever stood up or not; NULL: is signed in
    lapses_at INTEGER
) STRICT;
-- Nobody sits in two places.
CREATE UNIQUE INDEX point_sittings_staff ON point_sittings (staff_id) WHERE closed_at IS NULL;
-- Who sits at a point now.
CREATE INDEX point_sittings_point ON point_sittings (point_id) WHERE closed_at IS NULL;
