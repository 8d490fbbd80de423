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
