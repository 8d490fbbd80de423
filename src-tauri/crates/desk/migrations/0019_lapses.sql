-- A seat is not kept for somebody who left it without standing up. Who sits now is signed in.
ALTER TABLE point_sittings ADD COLUMN lapses_at INTEGER;
