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
