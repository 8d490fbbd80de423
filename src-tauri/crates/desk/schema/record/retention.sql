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
