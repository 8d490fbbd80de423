-- 备份: the second place that copies of backups go to, a stick or a share.
CREATE TABLE backup_place (
    id        INTEGER PRIMARY KEY CHECK (id = 1),
    path      TEXT NOT NULL CHECK (path <> ''),
    set_at    INTEGER NOT NULL,        -- UTC ms
    copied_at INTEGER                  -- last copy that was read there again, UTC ms
) STRICT;
