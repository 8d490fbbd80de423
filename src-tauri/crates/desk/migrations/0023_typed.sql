-- However a document's number is spelled, it is found by its letters and digits. Two old
-- records may have it in two spellings, so that it is not unique here.
ALTER TABLE visitors ADD COLUMN id_key TEXT NOT NULL DEFAULT '';
CREATE INDEX visitors_id_key ON visitors (id_key) WHERE id_key <> '';
UPDATE visitors SET id_key = upper(id_number) WHERE id_number <> '';
-- What stands between letters and digits, what nobody sees, and full width.
UPDATE visitors SET id_key = replace(replace(replace(replace(replace(replace(id_key, ' ', ''), '-', ''), '.', ''), '/', ''), '(', ''), ')', '') WHERE id_key <> '';
UPDATE visitors SET id_key = replace(replace(replace(replace(replace(replace(id_key, '·', ''), '_', ''), '''', ''), '（', ''), '）', ''), char(160), '') WHERE id_key <> '';
UPDATE visitors SET id_key = replace(replace(replace(replace(replace(replace(id_key, char(12288), ''), char(173), ''), char(8203), ''), char(8204), ''), char(8205), ''), char(8206), '') WHERE id_key <> '';
UPDATE visitors SET id_key = replace(replace(replace(replace(replace(replace(id_key, char(8207), ''), char(8234), ''), char(8235), ''), char(8236), ''), char(8237), ''), char(8238), '') WHERE id_key <> '';
UPDATE visitors SET id_key = replace(replace(replace(replace(replace(replace(id_key, char(8288), ''), char(65279), ''), '０', '0'), '１', '1'), '２', '2'), '３', '3') WHERE id_key <> '';
UPDATE visitors SET id_key = replace(replace(replace(replace(replace(replace(id_key, '４', '4'), '５', '5'), '６', '6'), '７', '7'), '８', '8'), '９', '9') WHERE id_key <> '';
UPDATE visitors SET id_key = replace(replace(replace(replace(replace(replace(id_key, 'Ａ', 'A'), 'Ｂ', 'B'), 'Ｃ', 'C'), 'Ｄ', 'D'), 'Ｅ', 'E'), 'Ｆ', 'F') WHERE id_key <> '';
UPDATE visitors SET id_key = replace(replace(replace(replace(replace(replace(id_key, 'Ｇ', 'G'), 'Ｈ', 'H'), 'Ｉ', 'I'), 'Ｊ', 'J'), 'Ｋ', 'K'), 'Ｌ', 'L') WHERE id_key <> '';
UPDATE visitors SET id_key = replace(replace(replace(replace(replace(replace(id_key, 'Ｍ', 'M'), 'Ｎ', 'N'), 'Ｏ', 'O'), 'Ｐ', 'P'), 'Ｑ', 'Q'), 'Ｒ', 'R') WHERE id_key <> '';
UPDATE visitors SET id_key = replace(replace(replace(replace(replace(replace(id_key, 'Ｓ', 'S'), 'Ｔ', 'T'), 'Ｕ', 'U'), 'Ｖ', 'V'), 'Ｗ', 'W'), 'Ｘ', 'X') WHERE id_key <> '';
UPDATE visitors SET id_key = replace(replace(id_key, 'Ｙ', 'Y'), 'Ｚ', 'Z') WHERE id_key <> '';
-- Marks and dots that everybody writes differently tell no two names apart.
UPDATE visitors SET name_key = replace(replace(replace(replace(replace(replace(name_key, '''', ''), '’', ''), '‘', ''), 'ʼ', ''), '`', ''), '-', '') WHERE name_key <> '';
UPDATE visitors SET name_key = replace(replace(replace(replace(replace(replace(name_key, '‐', ''), '∙', ''), '⋅', ''), '･', ''), char(173), ''), char(8203), '') WHERE name_key <> '';
UPDATE visitors SET name_key = replace(replace(replace(replace(replace(replace(name_key, char(8204), ''), char(8205), ''), char(8206), ''), char(8207), ''), char(8234), ''), char(8235), '') WHERE name_key <> '';
UPDATE visitors SET name_key = replace(replace(replace(replace(replace(name_key, char(8236), ''), char(8237), ''), char(8238), ''), char(8288), ''), char(65279), '') WHERE name_key <> '';
-- Why somebody gave no phone. Of those before nothing is known.
ALTER TABLE visitors ADD COLUMN no_phone TEXT CHECK (no_phone IN ('none', 'declined', 'forgotten', 'other'));
