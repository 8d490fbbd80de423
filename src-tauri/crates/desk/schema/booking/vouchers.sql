-- 预约凭证: what a person holds in the hand (R 5.3). Never changed, only voided; the seal in its
-- QR code is made from the key and not stored.
CREATE TABLE vouchers (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    booking_id INTEGER NOT NULL UNIQUE REFERENCES bookings (id) ON DELETE RESTRICT,
    no         TEXT NOT NULL UNIQUE,   -- number: day, running number, check digit; 13 digits
    name       TEXT NOT NULL,          -- of the visitor, as read back; personal: visitor
    phone      TEXT NOT NULL,          -- as read back; personal: visitor
    issued_at  INTEGER NOT NULL,
    issued_by  INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    voided_at  INTEGER,                -- NULL: valid
    voided_by  INTEGER REFERENCES staff (id) ON DELETE RESTRICT,
    -- codes: vouchers::VoidCause; NULL: valid
    void_cause TEXT CHECK (void_cause IN ('cancelled', 'rescheduled')),
    CHECK ((voided_at IS NULL) = (void_cause IS NULL))
) STRICT;

-- What to bring and how to prepare, as it stands on the voucher; kept as the catalogue said it then.
CREATE TABLE voucher_lines (
    voucher_id INTEGER NOT NULL REFERENCES vouchers (id) ON DELETE RESTRICT,
    kind       TEXT NOT NULL CHECK (kind IN ('bring', 'prepare')), -- codes as of service_lines
    position   INTEGER NOT NULL,
    -- goes with the person, for it tells what they come for; personal: visitor
    text_zh    TEXT NOT NULL,
    text_en    TEXT NOT NULL,          -- personal: visitor
    PRIMARY KEY (voucher_id, kind, position)
) STRICT;

-- Every print (R 5.3): asked before, settled once when the printer or the file answered.
CREATE TABLE voucher_prints (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    voucher_id INTEGER NOT NULL REFERENCES vouchers (id) ON DELETE RESTRICT,
    -- which print, as marked on the paper; a refused one gives its number back
    n          INTEGER NOT NULL CHECK (n >= 1),
    paper      TEXT NOT NULL CHECK (paper IN ('a4', 'a5', 'roll80')), -- codes: vouchers::Paper
    way        TEXT NOT NULL CHECK (way IN ('printer', 'file')), -- codes: vouchers::Way
    -- codes: vouchers::PrintState; 'asked': the outcome is not known
    state      TEXT NOT NULL CHECK (state IN ('asked', 'done', 'refused')),
    job        TEXT NOT NULL,          -- what the spooler calls it; personal: visitor
    asked_at   INTEGER NOT NULL,
    asked_by   INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT
) STRICT;
-- The prints of one voucher.
CREATE INDEX voucher_prints_voucher ON voucher_prints (voucher_id);
