//! SQL of service points and who sits there.

use super::{Point, PointDetails, Sitting};
use crate::{Moment, PointId, Reading, Result, StaffId, Writing};
use vault::{FromValue, ReadTx, args};

pub(super) fn all(r: &Reading<'_>) -> Result<Vec<Point>> {
    let tx = r.tx;
    let mut points = tx.all(
        "SELECT id, code, name_zh, name_en, place_zh, place_en, audience, active FROM points ORDER BY position, id",
        args![],
        |row| {
            Ok(Point {
                id: row.get("id")?,
                code: row.get("code")?,
                says: PointDetails {
                    name_zh: row.get("name_zh")?,
                    name_en: row.get("name_en")?,
                    place_zh: row.get("place_zh")?,
                    place_en: row.get("place_en")?,
                    audience: row.get("audience")?,
                    languages: Vec::new(),
                    categories: Vec::new(),
                },
                active: row.get("active")?,
                sittings: Vec::new(),
            })
        },
    )?;
    let languages = pairs(
        tx,
        "SELECT point_id, language AS value FROM point_languages",
    )?;
    let categories = pairs(
        tx,
        "SELECT point_id, category_id AS value FROM point_categories ORDER BY category_id",
    )?;
    let sittings = sittings(r)?;
    for point in &mut points {
        let id = point.id;
        point.says.languages = languages
            .iter()
            .filter(|(p, _)| *p == id)
            .map(|(_, l)| *l)
            .collect();
        point.says.languages.sort_unstable();
        point.says.categories = categories
            .iter()
            .filter(|(p, _)| *p == id)
            .map(|(_, c)| *c)
            .collect();
        point.sittings = sittings.iter().filter(|s| s.point == id).cloned().collect();
    }
    Ok(points)
}

fn pairs<T: FromValue>(tx: &ReadTx<'_>, sql: &str) -> Result<Vec<(PointId, T)>> {
    Ok(tx.all(sql, args![], |row| {
        Ok((row.get("point_id")?, row.get("value")?))
    })?)
}

/// Who sits where. A seat ends with its day, and when it lapses.
pub(super) fn sittings(r: &Reading<'_>) -> Result<Vec<Sitting>> {
    Ok(r.tx.all(
        "SELECT s.point_id, s.staff_id, staff.no, s.opened_at FROM point_sittings s
         JOIN staff ON staff.id = s.staff_id
         WHERE s.closed_at IS NULL AND s.opened_at >= ?1 AND (s.lapses_at IS NULL OR s.lapses_at > ?2)
           AND staff.active = 1
         ORDER BY s.id",
        args![r.today().start(), r.at],
        |row| {
            Ok(Sitting {
                point: row.get("point_id")?,
                staff: row.get("staff_id")?,
                no: row.get("no")?,
                since: row.get("opened_at")?,
            })
        },
    )?)
}

pub(super) fn by_code(tx: &ReadTx<'_>, code: &str) -> Result<Option<PointId>> {
    Ok(tx.value(
        "SELECT id AS value FROM points WHERE code = ?1",
        args![code],
    )?)
}

pub(super) fn left_at(tx: &ReadTx<'_>, staff: StaffId) -> Result<Option<PointId>> {
    Ok(tx.value(
        "SELECT point_id AS value FROM point_sittings WHERE staff_id = ?1 AND closed_at IS NULL",
        args![staff],
    )?)
}

pub(super) fn signed_in(tx: &ReadTx<'_>) -> Result<Vec<StaffId>> {
    Ok(tx.all(
        "SELECT staff_id FROM point_sittings WHERE closed_at IS NULL AND lapses_at IS NULL ORDER BY id",
        args![],
        |row| row.get("staff_id"),
    )?)
}

/// Sits down; whoever never stood up from a seat before has left that one.
pub(crate) fn sit(w: &Writing<'_>, point: PointId) -> Result<()> {
    stand_up(w, w.by.staff)?;
    w.tx.execute(
        "INSERT INTO point_sittings (point_id, staff_id, opened_at) VALUES (?1, ?2, ?3)",
        args![point, w.by.staff, w.at],
    )?;
    Ok(())
}

/// Stands up: now, or as early as the seat was empty.
pub(crate) fn stand_up(w: &Writing<'_>, staff: StaffId) -> Result<()> {
    let seat: Option<(Moment, Option<Moment>)> = w.tx.one(
        "SELECT opened_at, lapses_at FROM point_sittings WHERE staff_id = ?1 AND closed_at IS NULL",
        args![staff],
        |row| Ok((row.get("opened_at")?, row.get("lapses_at")?)),
    )?;
    let Some((opened, lapses)) = seat else {
        return Ok(());
    };
    let end_of_day = opened.day().plus_days(1).start();
    let ends = [w.at, end_of_day, lapses.unwrap_or(w.at)];
    let closed = ends.into_iter().min().unwrap_or(w.at).max(opened);
    w.tx.execute(
        "UPDATE point_sittings SET closed_at = ?2 WHERE staff_id = ?1 AND closed_at IS NULL",
        args![staff, closed],
    )?;
    Ok(())
}

/// From when on a seat is empty unless its person comes back; `None`: they are here.
pub(crate) fn lapse(w: &Writing<'_>, staff: StaffId, at: Option<Moment>) -> Result<()> {
    w.tx.execute(
        "UPDATE point_sittings SET lapses_at = ?2 WHERE staff_id = ?1 AND closed_at IS NULL",
        args![staff, at],
    )?;
    Ok(())
}

pub(super) fn insert(w: &Writing<'_>, code: &str, d: &PointDetails) -> Result<PointId> {
    let id = PointId(w.tx.insert(
        "INSERT INTO points (code, name_zh, name_en, place_zh, place_en, audience, position, active)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, (SELECT coalesce(max(position), -1) + 1 FROM points), 1) RETURNING id",
        args![code, &d.name_zh, &d.name_en, &d.place_zh, &d.place_en, d.audience],
    )?);
    put_abilities(w, id, d)?;
    Ok(id)
}

pub(super) fn update(w: &Writing<'_>, id: PointId, d: &PointDetails) -> Result<()> {
    w.tx.execute(
        "UPDATE points SET name_zh = ?2, name_en = ?3, place_zh = ?4, place_en = ?5, audience = ?6 WHERE id = ?1",
        args![id, &d.name_zh, &d.name_en, &d.place_zh, &d.place_en, d.audience],
    )?;
    put_abilities(w, id, d)
}

fn put_abilities(w: &Writing<'_>, id: PointId, d: &PointDetails) -> Result<()> {
    w.tx.execute("DELETE FROM point_languages WHERE point_id = ?1", args![id])?;
    for language in &d.languages {
        w.tx.execute(
            "INSERT INTO point_languages (point_id, language) VALUES (?1, ?2)",
            args![id, *language],
        )?;
    }
    w.tx.execute(
        "DELETE FROM point_categories WHERE point_id = ?1",
        args![id],
    )?;
    for category in &d.categories {
        w.tx.execute(
            "INSERT INTO point_categories (point_id, category_id) VALUES (?1, ?2)",
            args![id, *category],
        )?;
    }
    Ok(())
}

pub(crate) fn set_active(w: &Writing<'_>, id: PointId, active: i64) -> Result<()> {
    w.tx.execute(
        "UPDATE points SET active = ?2 WHERE id = ?1",
        args![id, active],
    )?;
    Ok(())
}
