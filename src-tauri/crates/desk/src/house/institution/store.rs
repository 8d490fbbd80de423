//! SQL of the institution.

use super::{Hours, Institution, Mark, Source, SpecialDay};
use crate::{Day, Result, Writing};
use vault::{ReadTx, args};

pub(super) fn put(w: &Writing<'_>, i: &Institution) -> Result<()> {
    w.tx.execute(
        "INSERT INTO institution (id, name, address, phone, training, idle_seconds) VALUES (1, ?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, address = excluded.address,
             phone = excluded.phone, idle_seconds = excluded.idle_seconds",
        args![&i.name, &i.address, &i.phone, i.training, i.idle_seconds],
    )?;
    w.tx.execute("DELETE FROM opening_hours", args![])?;
    for h in &i.hours {
        w.tx.execute(
            "INSERT INTO opening_hours (weekday, opens, closes, break_from, break_to) VALUES (?1, ?2, ?3, ?4, ?5)",
            args![h.weekday, h.opens, h.closes, h.lunch.map(|l| l.0), h.lunch.map(|l| l.1)],
        )?;
    }
    Ok(())
}

pub(super) fn find(tx: &ReadTx<'_>) -> Result<Option<Institution>> {
    let hours = tx.all(
        "SELECT weekday, opens, closes, break_from, break_to FROM opening_hours ORDER BY weekday",
        args![],
        |row| {
            let (from, to) = (row.get("break_from")?, row.get("break_to")?);
            Ok(Hours {
                weekday: row.get("weekday")?,
                opens: row.get("opens")?,
                closes: row.get("closes")?,
                lunch: Option::zip(from, to),
            })
        },
    )?;
    Ok(tx.one(
        "SELECT name, address, phone, training, idle_seconds FROM institution WHERE id = 1",
        args![],
        |row| {
            Ok(Institution {
                name: row.get("name")?,
                address: row.get("address")?,
                phone: row.get("phone")?,
                hours: hours.clone(),
                training: row.get("training")?,
                idle_seconds: row.get("idle_seconds")?,
            })
        },
    )?)
}

/// The days that were set by hand, in order.
pub(super) fn special_days(tx: &ReadTx<'_>) -> Result<Vec<SpecialDay>> {
    Ok(tx.all(
        "SELECT day, kind, name, hours_of, set_by FROM special_days ORDER BY day",
        args![],
        |row| {
            Ok(SpecialDay {
                day: row.get("day")?,
                mark: Mark {
                    kind: row.get("kind")?,
                    hours_of: row.get("hours_of")?,
                },
                name: row.get("name")?,
                source: Source::ByHand {
                    by: row.get("set_by")?,
                },
            })
        },
    )?)
}

pub(super) fn put_special_day(w: &Writing<'_>, d: &SpecialDay) -> Result<()> {
    w.tx.execute(
        "INSERT INTO special_days (day, kind, name, hours_of, set_by) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (day) DO UPDATE SET kind = excluded.kind, name = excluded.name, hours_of = excluded.hours_of,
             set_by = excluded.set_by",
        args![d.day, d.mark.kind, &d.name, d.mark.hours_of, w.by.staff],
    )?;
    Ok(())
}

pub(super) fn delete_special_day(w: &Writing<'_>, day: Day) -> Result<()> {
    w.tx.execute("DELETE FROM special_days WHERE day = ?1", args![day])?;
    Ok(())
}
