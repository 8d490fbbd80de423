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
