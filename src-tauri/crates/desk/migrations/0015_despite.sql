-- Why somebody is booked for what is known not to suit them; empty: it suits.
ALTER TABLE bookings ADD COLUMN despite TEXT NOT NULL DEFAULT '';
