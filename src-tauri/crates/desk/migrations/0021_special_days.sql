-- Whose hours a make-up day has, and who marked a day.
ALTER TABLE special_days ADD COLUMN hours_of INTEGER CHECK (hours_of BETWEEN 1 AND 7);
ALTER TABLE special_days ADD COLUMN set_by INTEGER REFERENCES staff (id) ON DELETE RESTRICT;
