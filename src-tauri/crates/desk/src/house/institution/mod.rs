//! The institution (机构): who we are, when we are open, how the desk behaves.

pub mod acts;
mod refusals;
mod store;

pub use refusals::Refused;

use crate::ground::subject::Subject;
use crate::ground::text;
use crate::{Day, Minute, Moment, Reading, Reason, Refusal, Result, Writing};

/// What this subject declares; `crate::subjects` gathers it.
pub(crate) const SUBJECT: Subject = Subject {
    acts: acts::ACTS,
    refusals: Refused::CODES,
    ..Subject::NOTHING
};

crate::codes! {
    /// A day that differs from its weekday.
    DayKind {
        /// Closed, as on a public holiday.
        Closed = "closed",
        /// Working although the weekday is not: a make-up day (调休).
        Working = "working",
    }
}

/// Opening hours of one weekday.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hours {
    /// 1 is Monday.
    pub weekday: u8,
    /// Opens at.
    pub opens: Minute,
    /// Closes at.
    pub closes: Minute,
    /// Lunch break, from and to.
    pub lunch: Option<(Minute, Minute)>,
}

/// What the institution is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Institution {
    /// Name.
    pub name: String,
    /// Address.
    pub address: String,
    /// Phone.
    pub phone: String,
    /// Opening hours; a weekday that is missing is closed.
    pub hours: Vec<Hours>,
    /// Whether the folder holds made-up data for practice only.
    pub training: bool,
    /// Seconds without activity until the desk locks.
    pub idle_seconds: u16,
}

/// A day that differs from its weekday.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpecialDay {
    /// The day.
    pub day: Day,
    /// How it differs.
    pub kind: DayKind,
    /// Its name (国庆节, 调休上班).
    pub name: String,
}

/// Sets the institution up or changes it.
///
/// # Errors
/// Those of the texts; `HoursOrder` names the weekday; `OutOfRange` for the idle time.
pub fn set(w: &Writing<'_>, institution: &Institution) -> Result<Institution> {
    let checked = Institution {
        name: text::required("name", &institution.name, text::NAME)?,
        address: text::optional("address", &institution.address, text::LINE)?,
        phone: text::optional("phone", &institution.phone, 40)?,
        hours: checked_hours(&institution.hours)?,
        training: institution.training,
        idle_seconds: institution.idle_seconds,
    };
    if !(60..=900).contains(&checked.idle_seconds) {
        return Err(Reason::OutOfRange { min: 60, max: 900 }
            .at("idleSeconds")
            .into());
    }
    store::put(w, &checked)?;
    w.note(acts::SET, (acts::INSTITUTION, 1), "")?;
    Ok(checked)
}

/// The institution.
///
/// # Errors
/// `NotFound` before set-up.
pub fn read(r: &Reading<'_>) -> Result<Institution> {
    Ok(store::find(r.tx)?.ok_or_else(|| Reason::NotFound {}.refuse())?)
}

/// The days that differ, from a day on.
///
/// # Errors
/// Of the store.
pub fn special_days(r: &Reading<'_>, from: Day) -> Result<Vec<SpecialDay>> {
    store::special_days(r.tx, from)
}

/// Marks a day as closed or working, or takes the mark away.
///
/// # Errors
/// Those of the name.
pub fn mark_day(w: &Writing<'_>, day: Day, mark: Option<(DayKind, &str)>) -> Result<()> {
    match mark {
        Some((kind, name)) => {
            let name = text::required("name", name, text::NAME)?;
            store::put_special_day(w, &SpecialDay { day, kind, name })?;
            w.note(
                acts::MARK_DAY,
                (acts::INSTITUTION, 1),
                &format!("{day} {}", kind.code()),
            )
        }
        None => {
            store::delete_special_day(w, day)?;
            w.note(
                acts::MARK_DAY,
                (acts::INSTITUTION, 1),
                &format!("{day} cleared"),
            )
        }
    }
}

/// The hours in force on a day: `None` when closed. On a make-up day those of its own
/// weekday hold if it has any (a Saturday with hours), otherwise Monday's.
pub fn hours_on(hours: &[Hours], special: Option<DayKind>, day: Day) -> Option<Hours> {
    let weekday = match special {
        Some(DayKind::Closed) => return None,
        Some(DayKind::Working) if hours.iter().all(|h| h.weekday != day.weekday()) => 1,
        Some(DayKind::Working) | None => day.weekday(),
    };
    hours.iter().find(|h| h.weekday == weekday).copied()
}

/// Whether the desk is open at a moment.
pub fn open_at(hours: &[Hours], special: Option<DayKind>, at: Moment) -> bool {
    let minute = at.minute();
    hours_on(hours, special, at.day()).is_some_and(|h| {
        minute >= h.opens
            && minute < h.closes
            && h.lunch
                .is_none_or(|(from, to)| minute < from || minute >= to)
    })
}

fn checked_hours(hours: &[Hours]) -> Result<Vec<Hours>, Refusal> {
    let mut checked: Vec<Hours> = hours.to_vec();
    checked.sort_by_key(|h| h.weekday);
    checked.dedup_by_key(|h| h.weekday);
    for h in &checked {
        let ordered = (1..=7).contains(&h.weekday)
            && h.opens < h.closes
            && h.lunch
                .is_none_or(|(from, to)| h.opens < from && from < to && to < h.closes);
        if !ordered {
            let reason = Refused::HoursOrder {
                weekday: i64::from(h.weekday),
            };
            return Err(reason.at(format!("hours.{}", h.weekday)));
        }
    }
    Ok(checked)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    fn monday() -> Hours {
        Hours {
            weekday: 1,
            opens: Minute(480),
            closes: Minute(1050),
            lunch: Some((Minute(720), Minute(810))),
        }
    }

    #[test]
    fn lunch_break_and_closing_time_are_not_open() {
        let day = Day::parse("2026-11-23").unwrap();
        let open = |minute| open_at(&[monday()], None, day.at(Minute(minute)));
        assert!(open(480) && open(719) && open(810));
        assert!(!open(479) && !open(720) && !open(809) && !open(1050));
    }

    #[test]
    fn a_make_up_sunday_works_like_monday_and_a_holiday_is_closed() {
        let sunday = Day::parse("2026-09-20").unwrap();
        assert_eq!(hours_on(&[monday()], None, sunday), None);
        assert_eq!(
            hours_on(&[monday()], Some(DayKind::Working), sunday),
            Some(monday())
        );
        let monday_holiday = Day::parse("2026-10-05").unwrap();
        assert_eq!(
            hours_on(&[monday()], Some(DayKind::Closed), monday_holiday),
            None
        );
    }

    #[test]
    fn a_break_outside_the_hours_names_its_weekday() {
        let wrong = Hours {
            lunch: Some((Minute(400), Minute(500))),
            ..monday()
        };
        assert_eq!(
            checked_hours(&[wrong]).unwrap_err().field.as_deref(),
            Some("hours.1")
        );
    }
}
