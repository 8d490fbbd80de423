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
