-- An operation id belongs to its input too. Of what was sent before nothing is known: those
-- ids count as used.
ALTER TABLE operations ADD COLUMN input TEXT NOT NULL DEFAULT '';
