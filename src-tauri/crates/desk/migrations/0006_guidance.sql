-- Guidance: what to say at each step, and where to send what is not ours.

-- 话术 (R 1.1, 3.4).
CREATE TABLE phrases (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    step    TEXT NOT NULL,                     -- opening, probing, read_back, …
    channel TEXT NOT NULL CHECK (channel IN ('any', 'walk_in', 'phone')),
    hours   TEXT NOT NULL CHECK (hours IN ('any', 'morning', 'afternoon', 'lunch', 'after_hours', 'holiday')),
    text_zh TEXT NOT NULL,
    text_en TEXT NOT NULL,
    active  INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT;
CREATE INDEX phrases_step ON phrases (step);

-- 转介目录 (R 2.5).
CREATE TABLE referrals (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    code      TEXT NOT NULL UNIQUE,
    matter_zh TEXT NOT NULL,
    matter_en TEXT NOT NULL,
    to_zh     TEXT NOT NULL,
    to_en     TEXT NOT NULL,
    how_zh    TEXT NOT NULL,
    how_en    TEXT NOT NULL,
    words     TEXT NOT NULL,                   -- everyday words, space separated
    active    INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT;
