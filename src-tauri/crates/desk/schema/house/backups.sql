-- 备份 (R 10.2): the second place that copies of backups go to, a stick or a share; one row or none.
CREATE TABLE backup_place (
    id        INTEGER PRIMARY KEY CHECK (id = 1),
    path      TEXT NOT NULL CHECK (path <> ''), -- folder as the system writes it; no person
    set_at    INTEGER NOT NULL,
    copied_at INTEGER                  -- the last copy that was read there again; NULL: none yet
) STRICT;
