-- What does not go into one day is done in two visits, each with its own voucher.
ALTER TABLE bookings ADD COLUMN part_of INTEGER REFERENCES bookings (id) ON DELETE RESTRICT;
CREATE INDEX bookings_part ON bookings (part_of);
