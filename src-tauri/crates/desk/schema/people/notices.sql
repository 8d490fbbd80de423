-- 隐私告知: the versions that consents refer to (R 1.5; PIPL 14, 17). Added only. No person.
CREATE TABLE notices (
    version    TEXT PRIMARY KEY,       -- v1, v2, …
    text_zh    TEXT NOT NULL,
    text_en    TEXT NOT NULL,
    valid_from INTEGER NOT NULL        -- a moment; the latest is in force
) STRICT;
