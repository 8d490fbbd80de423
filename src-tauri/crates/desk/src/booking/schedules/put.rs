//! Adding and changing schedules, and the days that differ.

use super::Refused;
use super::acts;
use super::{Exception, ExceptionKind, Schedule, Window, store};
use crate::ground::refusal::Wrong;
use crate::ground::text;
use crate::house::institution;
use crate::{Day, Reason, Refusal, Result, ScheduleId, ServiceId, Writing};

/// A schedule as somebody wants it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScheduleDetails {
    /// Code; set once.
    pub code: String,
    /// Chinese name.
    pub name_zh: String,
    /// English name.
    pub name_en: String,
    /// Code of its department.
    pub department: String,
    /// Where it is, in Chinese.
    pub place_zh: String,
    /// Where it is, in English.
    pub place_en: String,
    /// Length of a slot in minutes.
    pub slot_minutes: u16,
    /// People at the same time.
    pub capacity: u16,
    /// Whether it goes with the person, as a companion does, and is no stop of its own.
    pub alongside: bool,
    /// Whether it takes bookings.
    pub active: bool,
    /// Its week.
    pub weekly: Vec<(u8, Window)>,
    /// What is done there.
    pub services: Vec<ServiceId>,
}

/// Adds a schedule (`id` none) or changes one. Bookings that were made keep
/// their times; the new plan counts for the next one.
///
/// # Errors
/// Those of the texts; `OutOfRange`, `HoursOrder`, `WindowsOverlap`; `NotFound`.
pub fn put(w: &Writing<'_>, id: Option<ScheduleId>, draft: &ScheduleDetails) -> Result<Schedule> {
    let checked = checked(draft)?;
    let id = match id {
        Some(id) => {
            super::of(&w.reading(), id)?;
            store::update(w, id, &checked)?;
            id
        }
        None => store::insert(w, &checked)?,
    };
    w.note(acts::SAVE, (acts::SCHEDULE, id.0), &checked.code)?;
    super::of(&w.reading(), id)
}

/// Adds a schedule or changes the one with its code: for content from a file.
///
/// # Errors
/// As `put`.
pub fn put_by_code(w: &Writing<'_>, draft: &ScheduleDetails) -> Result<Schedule> {
    let id = store::id_by_code(w.tx, &draft.code)?;
    put(w, id, draft)
}

/// Sets how one day differs.
///
/// # Errors
/// `NotFound`, `NoSuchTime` for a day gone by, `ReasonNeeded`, `Empty` when nothing
/// differs, those of the windows.
pub fn except(w: &Writing<'_>, exception: &Exception) -> Result<()> {
    super::of(&w.reading(), exception.schedule)?;
    if exception.day < w.today() {
        return Err(Reason::NoSuchTime {}.at("day").into());
    }
    let mut checked = exception.clone();
    checked.reason = text::reason(&exception.reason)?;
    if exception.kind == ExceptionKind::Closed {
        (checked.windows, checked.capacity) = (Vec::new(), None);
    } else if exception.windows.is_empty() && exception.capacity.is_none() {
        return Err(Reason::Empty {}.at("windows").into());
    }
    let weekday = exception.day.weekday();
    let windows: Vec<(u8, Window)> = checked.windows.iter().map(|w| (weekday, *w)).collect();
    checked.windows = checked_windows(&windows)?
        .into_iter()
        .map(|(_, window)| window)
        .collect();
    if let Some(capacity) = checked.capacity {
        in_range("capacity", capacity, 1, 200)?;
    }
    store::put_exception(w, &checked)?;
    w.note_because(
        acts::EXCEPT,
        (acts::SCHEDULE, exception.schedule.0),
        &format!("{} {}", exception.day, exception.kind.code()),
        &checked.reason,
    )
}

/// Takes back how one day differs.
///
/// # Errors
/// `NotFound` when it does not differ.
pub fn clear_exception(w: &Writing<'_>, schedule: ScheduleId, day: Day) -> Result<()> {
    if !store::delete_exception(w, schedule, day)? {
        return Err(Reason::NotFound {}.refuse().into());
    }
    w.note(
        acts::EXCEPT,
        (acts::SCHEDULE, schedule.0),
        &format!("{day} cleared"),
    )
}

fn checked(draft: &ScheduleDetails) -> Result<ScheduleDetails, Refusal> {
    let mut wrong = Wrong::default();
    let code = wrong.or(text::required("code", draft.code.trim(), 60));
    wrong.or(in_range("slotMinutes", draft.slot_minutes, 5, 480));
    wrong.or(in_range("capacity", draft.capacity, 1, 200));
    let mut services = draft.services.clone();
    services.sort();
    services.dedup();
    let checked = ScheduleDetails {
        code,
        name_zh: wrong.or(text::required("nameZh", &draft.name_zh, text::NAME)),
        name_en: wrong.or(text::optional("nameEn", &draft.name_en, text::NAME)),
        department: wrong.or(text::optional("department", &draft.department, 60)),
        place_zh: wrong.or(text::required("placeZh", &draft.place_zh, text::LINE)),
        place_en: wrong.or(text::optional("placeEn", &draft.place_en, text::LINE)),
        weekly: wrong.or(checked_windows(&draft.weekly)),
        services,
        ..draft.clone()
    };
    wrong.done()?;
    Ok(checked)
}

fn in_range(field: &str, value: u16, min: u16, max: u16) -> Result<(), Refusal> {
    if (min..=max).contains(&value) {
        return Ok(());
    }
    let (min, max) = (i64::from(min), i64::from(max));
    Err(Reason::OutOfRange { min, max }.at(field))
}

/// The windows in order; refuses some that overlap on a weekday or end before they begin.
fn checked_windows(windows: &[(u8, Window)]) -> Result<Vec<(u8, Window)>, Refusal> {
    let mut sorted = windows.to_vec();
    sorted.sort();
    for (at, (day, window)) in sorted.iter().enumerate() {
        let (weekday, field) = (i64::from(*day), format!("windows.{day}"));
        if !(1..=7).contains(day) || window.from >= window.to {
            return Err(institution::Refused::HoursOrder { weekday }.at(field));
        }
        let before = at.checked_sub(1).and_then(|before| sorted.get(before));
        if before.is_some_and(|(d, w)| d == day && w.overlaps(*window)) {
            return Err(Refused::WindowsOverlap { weekday }.at(field));
        }
    }
    Ok(sorted)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use crate::Minute;

    fn window(from: u16, to: u16) -> Window {
        Window {
            from: Minute(from),
            to: Minute(to),
        }
    }

    #[test]
    fn windows_stand_in_order_and_apart() {
        let given = [(2, window(810, 990)), (2, window(480, 690))];
        let checked = checked_windows(&given).unwrap();
        assert_eq!(checked.first().unwrap().1, window(480, 690));
        let overlapping = [(2, window(480, 690)), (2, window(689, 700))];
        assert_eq!(
            checked_windows(&overlapping).unwrap_err(),
            Refused::WindowsOverlap { weekday: 2 }.at("windows.2")
        );
        assert_eq!(
            checked_windows(&[(3, window(600, 600))]).unwrap_err(),
            institution::Refused::HoursOrder { weekday: 3 }.at("windows.3")
        );
        assert!(checked_windows(&[(8, window(480, 600))]).is_err());
    }
}
