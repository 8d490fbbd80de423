//! SQL of bookings.

mod keeping;

use super::{Booking, BookingState, Item};
use crate::advice::catalogue::Bilingual;
use crate::booking::schedules::Window;
use crate::ground::batch::{MANY, of_many};
use crate::{BookingId, Day, EncounterId, Moment, Reading, Result, ScheduleId, VisitorId, Writing};
pub(super) use keeping::KEEPS;
use vault::{ReadTx, Row, Value, args};

/// A place that is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Taken {
    pub booking: BookingId,
    pub visitor: VisitorId,
    pub schedule: ScheduleId,
    pub day: Day,
    pub time: Window,
    /// Goes with the person and is not in their way.
    pub alongside: bool,
}

const COLUMNS: &str = "b.id, b.visitor_id, b.encounter_id, b.package_id, b.day, b.starts, b.ends, b.arrive_by, b.title_zh, \
     b.title_en, b.price, b.needs, b.note, b.state, b.reason, b.read_back_at, b.booked_at, b.booked_by, \
     b.checked_in_at, b.state_at, b.state_by, b.moved_to, b.despite, b.part_of";

fn row(row: &Row<'_>) -> vault::Result<Booking> {
    Ok(Booking {
        id: row.get("id")?,
        visitor: row.get("visitor_id")?,
        encounter: row.get("encounter_id")?,
        package: row.get("package_id")?,
        day: row.get("day")?,
        time: Window {
            from: row.get("starts")?,
            to: row.get("ends")?,
        },
        arrive_by: row.get("arrive_by")?,
        title: Bilingual {
            zh: row.get("title_zh")?,
            en: row.get("title_en")?,
        },
        price: row.get("price")?,
        needs: row.get("needs")?,
        note: row.get("note")?,
        despite: row.get("despite")?,
        state: row.get("state")?,
        reason: row.get("reason")?,
        read_back_at: row.get("read_back_at")?,
        booked_at: row.get("booked_at")?,
        booked_by: row.get("booked_by")?,
        checked_in_at: row.get("checked_in_at")?,
        state_at: row.get("state_at")?,
        state_by: row.get("state_by")?,
        moved_to: row.get("moved_to")?,
        part_of: row.get("part_of")?,
        items: Vec::new(),
    })
}

fn item(row: &Row<'_>) -> vault::Result<Item> {
    let (from, to) = (row.get("starts")?, row.get("ends")?);
    Ok(Item {
        service: row.get("service_id")?,
        schedule: row.get("schedule_id")?,
        time: Option::zip(from, to).map(|(from, to)| Window { from, to }),
        name: Bilingual {
            zh: row.get("service_zh")?,
            en: row.get("service_en")?,
        },
        department: Bilingual {
            zh: row.get("department_zh")?,
            en: row.get("department_en")?,
        },
        place: Bilingual {
            zh: row.get("place_zh")?,
            en: row.get("place_en")?,
        },
        price: row.get("price")?,
    })
}

fn listed(r: &Reading<'_>, clause: &str, values: &[Value]) -> Result<Vec<Booking>> {
    let tx = r.tx;
    let sql = format!("SELECT {COLUMNS} FROM bookings b WHERE {clause}");
    let mut found = tx.all(&sql, values, row)?;
    let ids: Vec<BookingId> = found.iter().map(|booking| booking.id).collect();
    let sql = format!(
        "SELECT booking_id, service_id, schedule_id, starts, ends, service_zh, service_en, department_zh, department_en,
             place_zh, place_en, price
         FROM booking_items WHERE booking_id IN ({MANY}) ORDER BY starts IS NULL, starts, id"
    );
    let mut items = of_many(tx, &ids, &sql, |row| {
        Ok((row.get("booking_id")?, item(row)?))
    })?;
    for booking in &mut found {
        booking.items = items.remove(&booking.id).unwrap_or_default();
        booking.state = booking.state.seen_on(r.today(), booking.day);
    }
    Ok(found)
}

pub(super) fn by_id(r: &Reading<'_>, id: BookingId) -> Result<Option<Booking>> {
    Ok(listed(r, "b.id = ?1", args![id])?.into_iter().next())
}

pub(super) fn of_day(r: &Reading<'_>, day: Day) -> Result<Vec<Booking>> {
    listed(r, "b.day = ?1 ORDER BY b.starts, b.id", args![day])
}

pub(super) fn of_visitor(r: &Reading<'_>, visitor: VisitorId, limit: u16) -> Result<Vec<Booking>> {
    let clause = "b.visitor_id = ?1 ORDER BY b.day DESC, b.starts DESC, b.id DESC LIMIT ?2";
    listed(r, clause, args![visitor, limit])
}

pub(super) fn of_encounter(r: &Reading<'_>, encounter: EncounterId) -> Result<Vec<Booking>> {
    listed(
        r,
        "b.encounter_id = ?1 ORDER BY b.id DESC",
        args![encounter],
    )
}

/// The other visits of what a booking is a part of, those that were moved left out: what
/// took their place stands for them.
pub(super) fn others(r: &Reading<'_>, booking: &Booking) -> Result<Vec<Booking>> {
    let first = booking.part_of.unwrap_or(booking.id);
    let clause = "(b.id = ?1 OR b.part_of = ?1) AND b.id <> ?2 AND b.state <> 'rescheduled'
         ORDER BY b.day, b.id";
    listed(r, clause, args![first, booking.id])
}

/// The places taken between two days, each booking once at each place and time,
/// in the order they were booked.
pub(super) fn taken(tx: &ReadTx<'_>, from: Day, to: Day) -> Result<Vec<Taken>> {
    Ok(tx.all(
        "SELECT DISTINCT i.booking_id, b.visitor_id, i.schedule_id, i.day, i.starts, i.ends, s.alongside
         FROM booking_items i JOIN bookings b ON b.id = i.booking_id JOIN schedules s ON s.id = i.schedule_id
         WHERE i.day BETWEEN ?1 AND ?2 AND i.schedule_id IS NOT NULL
             AND b.state IN ('booked', 'checked_in', 'completed')
         ORDER BY i.booking_id",
        args![from, to],
        |row| {
            Ok(Taken {
                booking: row.get("booking_id")?,
                visitor: row.get("visitor_id")?,
                schedule: row.get("schedule_id")?,
                alongside: row.get("alongside")?,
                day: row.get("day")?,
                time: Window {
                    from: row.get("starts")?,
                    to: row.get("ends")?,
                },
            })
        },
    )?)
}

pub(super) fn insert(w: &Writing<'_>, b: &Booking) -> Result<BookingId> {
    let id = BookingId(w.tx.insert(
        "INSERT INTO bookings (visitor_id, encounter_id, package_id, day, starts, ends, arrive_by, title_zh, title_en, price,
             needs, note, state, reason, read_back_at, booked_at, booked_by, state_at, state_by, despite, part_of)
         VALUES (?1, ?2, ?16, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, '', ?13, ?14, ?15, ?14, ?15, ?17, ?18) RETURNING id",
        args![
            b.visitor, b.encounter, b.day, b.time.from, b.time.to, b.arrive_by, &b.title.zh, &b.title.en,
            b.price, &b.needs, &b.note, b.state, b.read_back_at, b.booked_at, b.booked_by, b.package, &b.despite, b.part_of
        ],
    )?);
    step(w, id, b.state, b.booked_at)?;
    for i in &b.items {
        w.tx.execute(
            "INSERT INTO booking_items (booking_id, service_id, schedule_id, day, starts, ends, service_zh,
                 service_en, department_zh, department_en, place_zh, place_en, price)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
            args![
                id, i.service, i.schedule, b.day, i.time.map(|t| t.from), i.time.map(|t| t.to),
                &i.name.zh, &i.name.en, &i.department.zh, &i.department.en, &i.place.zh, &i.place.en, i.price
            ],
        )?;
    }
    Ok(id)
}

/// Writes down to which state a booking came.
fn step(w: &Writing<'_>, id: BookingId, state: BookingState, at: Moment) -> Result<()> {
    w.tx.execute(
        "INSERT INTO booking_steps (booking_id, state, at, by) VALUES (?1, ?2, ?3, ?4)",
        args![id, state, at, w.by.staff],
    )?;
    Ok(())
}

/// Sets the state with its reason, moment and actor, and writes the step down. A check-in
/// sets `checked_in_at`, undoing it clears it.
pub(super) fn set_state(
    w: &Writing<'_>,
    id: BookingId,
    state: BookingState,
    reason: &str,
) -> Result<()> {
    w.tx.execute(
        "UPDATE bookings SET state = ?2, reason = ?3, state_at = ?4, state_by = ?5,
             checked_in_at = CASE ?2 WHEN 'checked_in' THEN ?4 WHEN 'booked' THEN NULL ELSE checked_in_at END
         WHERE id = ?1",
        args![id, state, reason, w.at, w.by.staff],
    )?;
    step(w, id, state, w.at)
}

pub(super) fn set_moved_to(w: &Writing<'_>, id: BookingId, to: BookingId) -> Result<()> {
    w.tx.execute(
        "UPDATE bookings SET moved_to = ?2 WHERE id = ?1",
        args![id, to],
    )?;
    Ok(())
}

/// Ties the other visits of a booking that was moved to what took its place.
pub(super) fn tie_to(w: &Writing<'_>, id: BookingId, to: BookingId) -> Result<()> {
    w.tx.execute(
        "UPDATE bookings SET part_of = ?2 WHERE part_of = ?1",
        args![id, to],
    )?;
    Ok(())
}
