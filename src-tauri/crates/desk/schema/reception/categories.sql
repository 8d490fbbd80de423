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
