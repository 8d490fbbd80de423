-- The groups are listed in the order they were put in, and a row says so itself.
ALTER TABLE special_groups ADD COLUMN position INTEGER NOT NULL DEFAULT 0;
UPDATE special_groups SET position = rowid;
