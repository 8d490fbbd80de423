//! SQL of openings, which the journal keeps, and of searches by number.

use super::acts;
use super::budget::{HOUR, Spent};
use crate::{Moment, Result, StaffId, VisitorId, Writing};
use vault::{ReadTx, args};

/// How long it is known which numbers were searched for in vain, ms.
const DAY: i64 = 24 * HOUR;

/// Not a record that somebody made themselves within the hour: they know it already.
const NOT_NEW: &str = "NOT EXISTS (SELECT 1 FROM visitors v
    WHERE v.id = j.object_id AND v.registered_by = ?2 AND v.registered_at > ?1)";

/// Whether somebody made a record themselves since a moment.
pub(super) fn is_new(
    tx: &ReadTx<'_>,
    staff: StaffId,
    visitor: VisitorId,
    since: Moment,
) -> Result<bool> {
    let found: Option<i64> = tx.value(
        "SELECT id AS value FROM visitors WHERE id = ?1 AND registered_by = ?2 AND registered_at > ?3",
        args![visitor, staff, since],
    )?;
    Ok(found.is_some())
}

/// Whether somebody opened a record for a purpose since a moment.
pub(super) fn noted(
    tx: &ReadTx<'_>,
    staff: StaffId,
    visitor: VisitorId,
    detail: &str,
    since: Moment,
) -> Result<bool> {
    let found: Option<i64> = tx.value(
        "SELECT seq AS value FROM journal
         WHERE object = 'visitor' AND object_id = ?1 AND action = ?2 AND actor = ?3
           AND at > ?4 AND (?5 = '' OR detail = ?5) LIMIT 1",
        args![visitor, acts::OPEN.code(), staff, since, detail],
    )?;
    Ok(found.is_some())
}

pub(super) fn spent(tx: &ReadTx<'_>, staff: StaffId, now: Moment) -> Result<Spent> {
    let since = Moment(now.0 - HOUR);
    let opened = tx.one(
        &format!(
            "SELECT COUNT(DISTINCT j.object_id) AS people, MAX(j.at) AS last FROM journal j
             WHERE j.at > ?1 AND j.actor = ?2 AND j.action = ?3 AND {NOT_NEW}"
        ),
        args![since, staff, acts::OPEN.code()],
        |row| {
            Ok((
                row.get::<i64>("people")?,
                row.get::<Option<Moment>>("last")?,
            ))
        },
    )?;
    let searched = tx.one(
        "SELECT COUNT(*) AS searches, MAX(at) AS last FROM searches
         WHERE at > ?1 AND staff_id = ?2 AND counted = 1",
        args![since, staff],
        |row| {
            Ok((
                row.get::<i64>("searches")?,
                row.get::<Option<Moment>>("last")?,
            ))
        },
    )?;
    let said: Option<i64> = tx.value(
        "SELECT seq AS value FROM journal WHERE at > ?1 AND actor = ?2 AND action IN (?3, ?4)
         ORDER BY seq DESC LIMIT 1",
        args![since, staff, acts::SAY_WHY.code(), acts::ALLOW.code()],
    )?;
    let since_reason = match said {
        Some(said) => tx.value(
            &format!(
                "SELECT COUNT(DISTINCT j.object_id) AS value FROM journal j
                 WHERE j.at > ?1 AND j.actor = ?2 AND j.action = ?3 AND j.seq > ?4 AND {NOT_NEW}"
            ),
            args![since, staff, acts::OPEN.code(), said],
        )?,
        None => None,
    };
    let words: Option<i64> = tx.value(
        "SELECT COUNT(*) AS value FROM journal WHERE at > ?1 AND actor = ?2 AND action = ?3",
        args![since, staff, acts::ALLOW.code()],
    )?;
    let (people, last_opened) = opened.unwrap_or_default();
    let (searches, last_searched) = searched.unwrap_or_default();
    Ok(Spent {
        people,
        searches,
        last: last_opened.max(last_searched),
        since_reason,
        words: words.unwrap_or(0),
    })
}

/// The tag of the number that somebody searched for last.
pub(super) fn last_run(tx: &ReadTx<'_>, staff: StaffId, now: Moment) -> Result<Option<String>> {
    Ok(tx.value(
        "SELECT run AS value FROM searches WHERE staff_id = ?1 AND at > ?2 ORDER BY id DESC LIMIT 1",
        args![staff, Moment(now.0 - HOUR)],
    )?)
}

/// Whether somebody searched for a number within the hour.
pub(super) fn searched(tx: &ReadTx<'_>, staff: StaffId, run: &str, now: Moment) -> Result<bool> {
    let found: Option<i64> = tx.value(
        "SELECT id AS value FROM searches WHERE staff_id = ?1 AND run = ?2 AND at > ?3 LIMIT 1",
        args![staff, run, Moment(now.0 - HOUR)],
    )?;
    Ok(found.is_some())
}

/// How many numbers with an ending somebody searched for in vain within a day, the ending
/// itself left out.
pub(super) fn guesses(
    tx: &ReadTx<'_>,
    staff: StaffId,
    (tail, ending): (&str, &str),
    now: Moment,
) -> Result<i64> {
    let found: Option<i64> = tx.value(
        "SELECT COUNT(DISTINCT run) AS value FROM searches
         WHERE staff_id = ?1 AND tail = ?2 AND run <> ?3 AND missed = 1 AND at > ?4",
        args![staff, tail, ending, Moment(now.0 - DAY)],
    )?;
    Ok(found.unwrap_or(0))
}

/// Keeps a search for as long as it is looked back at.
pub(super) fn insert(
    w: &Writing<'_>,
    (tail, run): (&str, &str),
    missed: bool,
    counted: bool,
) -> Result<()> {
    w.tx.execute(
        "DELETE FROM searches WHERE at <= ?1",
        args![Moment(w.at.0 - DAY)],
    )?;
    w.tx.execute(
        "INSERT INTO searches (staff_id, at, tail, run, missed, counted) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        args![w.by.staff, w.at, tail, run, missed, counted],
    )?;
    Ok(())
}
