-- Who consented for somebody under fourteen; empty: they themselves, or it was not asked then.
ALTER TABLE consents ADD COLUMN guardian_relation TEXT NOT NULL DEFAULT '';
ALTER TABLE consents ADD COLUMN guardian_phone TEXT NOT NULL DEFAULT '';
