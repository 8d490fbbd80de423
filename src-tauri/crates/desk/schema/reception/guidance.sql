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
