//! The institution (机构): who we are, when we are open, how the desk behaves.

pub mod acts;
mod calendar;
mod refusals;
mod shipped;
mod store;

pub use calendar::{AHEAD, Calendar, Mark};
pub use refusals::Refused;
pub use shipped::Festival;

use crate::ground::refusal::Wrong;
use crate::ground::subject::Subject;
use crate::ground::text;
use crate::{Day, Minute, Reading, Reason, Refusal, Result, StaffId, Writing};
use std::collections::BTreeMap;
use vault::Migration;

/// What this subject declares; `crate::subjects` gathers it.
pub(crate) const SUBJECT: Subject = Subject {
    acts: acts::ACTS,
    refusals: Refused::CODES,
    migrations: &[Migration {
        number: 21,
        name: "special days",
        sql: include_str!("../../../migrations/0021_special_days.sql"),
    }],
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

/// From whom it is known that a day differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// The State Council announced it, in this document.
    Announced {
        /// Number of the document.
        document: &'static str,
        /// What for.
        festival: Festival,
    },
    /// Somebody of the institution set it.
    ByHand {
        /// Who; `None`: set before that was kept.
        by: Option<StaffId>,
    },
}

/// A day that differs from its weekday.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpecialDay {
    /// The day.
    pub day: Day,
    /// How it differs.
    pub mark: Mark,
    /// Its name as it was typed (院庆); empty where it was announced.
    pub name: String,
    /// Who says so.
    pub source: Source,
}

/// Sets the institution up or changes it.
///
/// # Errors
/// Those of the texts; `HoursOrder` names the weekday; `OutOfRange` for the idle time.
pub fn set(w: &Writing<'_>, institution: &Institution) -> Result<Institution> {
    let mut wrong = Wrong::default();
    let checked = Institution {
        name: wrong.or(text::required("name", &institution.name, text::NAME)),
        address: wrong.or(text::optional("address", &institution.address, text::LINE)),
        phone: wrong.or(text::optional("phone", &institution.phone, 40)),
        hours: wrong.or(checked_hours(&institution.hours)),
        training: institution.training,
        idle_seconds: institution.idle_seconds,
    };
    if !(60..=900).contains(&checked.idle_seconds) {
        wrong.note(Reason::OutOfRange { min: 60, max: 900 }.at("idleSeconds"));
    }
    wrong.done()?;
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

/// The days that differ, from a day on: those that were announced, and those set by
/// hand, which win.
///
/// # Errors
/// Of the store.
pub fn special_days(r: &Reading<'_>, from: Day) -> Result<Vec<SpecialDay>> {
    let announced = shipped::from(from).map(|(day, said)| SpecialDay {
        day,
        mark: Mark {
            kind: said.kind,
            hours_of: None,
        },
        name: String::new(),
        source: Source::Announced {
            document: said.document,
            festival: said.festival,
        },
    });
    let by_hand = store::special_days(r.tx)?;
    let by_hand = by_hand.into_iter().filter(|set| set.day >= from);
    let days: BTreeMap<Day, SpecialDay> = announced
        .chain(by_hand)
        .map(|special| (special.day, special))
        .collect();
    Ok(days.into_values().collect())
}

/// A mark to put on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewMark {
    /// How it differs.
    pub mark: Mark,
    /// Its name.
    pub name: String,
}

/// Marks a day as closed or working, or takes the mark away; then what was announced for
/// it holds again. What a mark moves is told where all that it moves is known.
///
/// # Errors
/// Those of the name; `WeekdayClosed` where a make-up day is to have the hours of a weekday
/// that has none.
pub(crate) fn mark_day(w: &Writing<'_>, day: Day, new: Option<&NewMark>) -> Result<()> {
    let Some(new) = new else {
        store::delete_special_day(w, day)?;
        let detail = format!("{day} cleared");
        return w.note(acts::MARK_DAY, (acts::INSTITUTION, 1), &detail);
    };
    let name = text::required("name", &new.name, text::NAME)?;
    let hours_of = match new.mark.kind {
        DayKind::Closed => None,
        DayKind::Working => new.mark.hours_of,
    };
    if let Some(weekday) = hours_of {
        let hours = read(&w.reading())?.hours;
        if hours.iter().all(|h| h.weekday != weekday) {
            let weekday = i64::from(weekday);
            return Err(Refused::WeekdayClosed { weekday }.at("hoursOf").into());
        }
    }
    let mark = Mark {
        kind: new.mark.kind,
        hours_of,
    };
    let source = Source::ByHand {
        by: Some(w.by.staff),
    };
    let set = SpecialDay {
        day,
        mark,
        name,
        source,
    };
    store::put_special_day(w, &set)?;
    let of = hours_of.map_or_else(String::new, |weekday| format!(" of {weekday}"));
    let detail = format!("{day} {}{of}", mark.kind.code());
    w.note(acts::MARK_DAY, (acts::INSTITUTION, 1), &detail)
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
