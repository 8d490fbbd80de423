-- What leaves the desk, the notices people consent to, and reports of incidents.

-- 导出与对外提供登记: one row per file or paper with personal data that left (网络数据安全管理条例 12).
CREATE TABLE disclosures (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    at            INTEGER NOT NULL,
    day           TEXT NOT NULL,
    staff_id      INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    kind          TEXT NOT NULL CHECK (kind IN ('ledger', 'person_copy', 'disclosure_log', 'incident_report')),
    detail        TEXT NOT NULL CHECK (detail IN ('masked', 'full')),
    format        TEXT NOT NULL CHECK (format IN ('csv', 'xlsx', 'pdf', 'paper')),
    from_day      TEXT,                        -- first day of what left; NULL: not by period
    to_day        TEXT,                        -- last day, included
    row_count     INTEGER NOT NULL CHECK (row_count >= 0),
    visitor_id    INTEGER,                     -- whose data, when it is one person's; no reference, so that the row outlives an erased record
    purpose       TEXT CHECK (purpose IN ('complaint', 'statistics', 'inspection', 'handover', 'person_request', 'other')), -- NULL: masked
    purpose_note  TEXT NOT NULL,
    receiver      TEXT CHECK (receiver IN ('own_use', 'superior', 'department', 'person', 'other')),                       -- NULL: masked
    receiver_name TEXT NOT NULL,
    file_name     TEXT NOT NULL,
    seq           INTEGER NOT NULL,            -- the journal's entry about it
    lost_at       INTEGER,                     -- it never became a file; NULL: it did
    CHECK (detail = 'masked' OR (purpose IS NOT NULL AND receiver IS NOT NULL)),
    CHECK ((from_day IS NULL) = (to_day IS NULL))
) STRICT;
CREATE INDEX disclosures_day ON disclosures (day);
CREATE UNIQUE INDEX disclosures_seq ON disclosures (seq);

-- A row is corrected by nobody; only that the file was lost may be added.
CREATE TRIGGER disclosures_stand BEFORE UPDATE ON disclosures
WHEN NEW.lost_at IS NULL OR OLD.lost_at IS NOT NULL OR NEW.id <> OLD.id OR NEW.at <> OLD.at OR NEW.staff_id <> OLD.staff_id
    OR NEW.kind <> OLD.kind OR NEW.detail <> OLD.detail OR NEW.row_count <> OLD.row_count OR NEW.seq <> OLD.seq
    OR NEW.purpose IS NOT OLD.purpose OR NEW.receiver IS NOT OLD.receiver OR NEW.receiver_name <> OLD.receiver_name
BEGIN
    SELECT RAISE(ABORT, 'a disclosure stands as it was recorded');
END;

-- On what a visitor's record rests (PIPL 13). Without a consent as basis, none is asked for.
ALTER TABLE visitors ADD COLUMN basis TEXT NOT NULL DEFAULT 'consent'
    CHECK (basis IN ('consent', 'contract', 'legal_duty', 'emergency'));

-- 安全事件报告 (PIPL 57): what the journal says of some days. Never deleted.
CREATE TABLE incidents (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    made_at  INTEGER NOT NULL,
    made_by  INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    from_day TEXT NOT NULL,
    to_day   TEXT NOT NULL,
    staff_no TEXT NOT NULL,                    -- only what this person did; empty: everybody
    object   TEXT NOT NULL                     -- only what was done to this kind of object; empty: all
) STRICT;

-- Every saving is a version; what the journal said then stays with it.
CREATE TABLE incident_versions (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    incident_id INTEGER NOT NULL REFERENCES incidents (id) ON DELETE RESTRICT,
    version     INTEGER NOT NULL CHECK (version >= 1),
    at          INTEGER NOT NULL,
    by          INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    cause       TEXT NOT NULL,
    harm        TEXT NOT NULL,
    remedy      TEXT NOT NULL,                 -- what the house did and will do
    measures    TEXT NOT NULL,                 -- what the persons concerned can do
    contact     TEXT NOT NULL,
    first_seq   INTEGER NOT NULL,              -- the journal's entries it speaks of
    last_seq    INTEGER NOT NULL,
    entries     INTEGER NOT NULL,
    visitors    INTEGER NOT NULL,              -- how many visitors are concerned
    health      INTEGER NOT NULL,              -- how many of them with health information
    UNIQUE (incident_id, version)
) STRICT;

CREATE TABLE incident_facts (
    version_id INTEGER NOT NULL REFERENCES incident_versions (id) ON DELETE RESTRICT,
    position   INTEGER NOT NULL,
    section    TEXT NOT NULL CHECK (section IN ('looked', 'changed', 'exported', 'many_reveals', 'sign_ins', 'failed_sign_ins', 'alarms', 'answered')),
    what       TEXT NOT NULL,                  -- action of the journal, or kind of what left
    staff_no   TEXT NOT NULL,
    day        TEXT,
    count      INTEGER NOT NULL,
    PRIMARY KEY (version_id, position)
) STRICT;
