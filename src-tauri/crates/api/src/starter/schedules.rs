//! Weekly schedules of a check-up centre.

use super::basics::parse;
use desk::advice::catalogue;
use desk::booking::schedules::{self, ScheduleDetails, Window};
use desk::{Minute, Reason, Result, Writing};
use serde::Deserialize;

#[derive(Deserialize)]
struct File {
    schedule: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    code: String,
    zh: String,
    en: String,
    department: String,
    services: Vec<String>,
    place_zh: String,
    place_en: String,
    slot_minutes: u16,
    capacity: u16,
    #[serde(default)]
    alongside: bool,
    weekdays: Vec<Weekday>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Weekday {
    day: u8,
    from: String,
    to: String,
}

/// Loads the schedules; the catalogue must be there before.
///
/// # Errors
/// Of the desk; `NotFound` for a service the catalogue does not have.
pub(super) fn load(w: &Writing<'_>) -> Result<()> {
    let file: File = parse(include_str!("../../starter/schedules.toml"))?;
    for entry in file.schedule {
        let mut services = Vec::with_capacity(entry.services.len());
        for code in &entry.services {
            let found = catalogue::service_by_code(&w.reading(), code)?;
            let found = found.ok_or_else(|| Reason::NotFound {}.at(format!("services.{code}")))?;
            services.push(found.id);
        }
        let mut weekly = Vec::with_capacity(entry.weekdays.len());
        for Weekday { day, from, to } in &entry.weekdays {
            let minute = |text: &str| {
                Minute::parse(text).ok_or_else(|| Reason::NoSuchTime {}.at(&entry.code))
            };
            weekly.push((
                *day,
                Window {
                    from: minute(from)?,
                    to: minute(to)?,
                },
            ));
        }
        let draft = ScheduleDetails {
            code: entry.code,
            name_zh: entry.zh,
            name_en: entry.en,
            department: entry.department,
            place_zh: entry.place_zh,
            place_en: entry.place_en,
            slot_minutes: entry.slot_minutes,
            capacity: entry.capacity,
            alongside: entry.alongside,
            active: true,
            weekly,
            services,
        };
        schedules::put_by_code(w, &draft)?;
    }
    Ok(())
}
