//! SQL of notices and the count of minors.

use super::{Minors, Version};
use crate::people::visitors::Notice;
use crate::{Day, Result};
use vault::{ReadTx, args};

pub(super) fn list(tx: &ReadTx<'_>) -> Result<Vec<Version>> {
    Ok(tx.all(
        "SELECT n.version, n.text_zh, n.text_en, n.valid_from,
                (SELECT COUNT(*) FROM consents c WHERE c.version = n.version AND c.scope = 'personal') AS given,
                (SELECT COUNT(*) FROM consents c WHERE c.version = n.version AND c.scope = 'personal' AND c.withdrawn_at IS NULL) AS standing
         FROM notices n ORDER BY n.valid_from DESC, n.version DESC",
        args![],
        |row| {
            Ok(Version {
                notice: Notice {
                    version: row.get("version")?,
                    text_zh: row.get("text_zh")?,
                    text_en: row.get("text_en")?,
                },
                since: row.get("valid_from")?,
                given: row.get("given")?,
                standing: row.get("standing")?,
            })
        },
    )?)
}

pub(super) fn minors(tx: &ReadTx<'_>, first: Day, last: Day, born_after: Day) -> Result<Minors> {
    let found = tx.one(
        // Who may be so young counts: of a span the last day (the first is of 10 places, and a stroke).
        "WITH young AS (SELECT id FROM visitors WHERE standing <> 'erased' AND registered_at < ?2
             AND CASE WHEN length(born_on) > 11 THEN substr(born_on, 12) ELSE born_on END > ?3)
         SELECT (SELECT COUNT(*) FROM young) AS visitors,
                (SELECT COUNT(*) FROM young y WHERE EXISTS (SELECT 1 FROM consents c
                    WHERE c.visitor_id = y.id AND c.manner = 'guardian' AND c.withdrawn_at IS NULL)) AS guarded,
                (SELECT COUNT(*) FROM requests q JOIN young y ON y.id = q.visitor_id
                    WHERE q.received_at >= ?1 AND q.received_at < ?2) AS requests",
        args![first.start(), last.plus_days(1).start(), born_after],
        |row| {
            Ok(Minors {
                visitors: row.get("visitors")?,
                guarded: row.get("guarded")?,
                requests: row.get("requests")?,
            })
        },
    )?;
    Ok(found.unwrap_or_default())
}
