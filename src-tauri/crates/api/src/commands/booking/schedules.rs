//! Schedules: when rooms take people, and the days that differ.

use crate::codes::ExceptionKind;
use crate::problem::Fault;
use crate::table::{Command, Topic, read, write};
use crate::wire::{Done, Nothing, day, minute};
use desk::advice::catalogue;
use desk::booking::bookings;
use desk::booking::schedules::{self, Exception, Schedule, ScheduleDetails, Window};
use desk::ground::roles::Right;
use desk::{Minute, Reading, Refusal, ScheduleId, ServiceId, Writing};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

const SHOWS: &[Topic] = &[Topic::SCHEDULES, Topic::CATALOGUE];
const TOUCHES: &[Topic] = &[Topic::SCHEDULES];

pub(crate) fn commands() -> Vec<Command> {
    vec![
        read("schedules.list", None, SHOWS, list),
        write("schedules.save", Right::EditContent, TOUCHES, save),
        write("schedules.except", Right::EditContent, TOUCHES, except),
        write(
            "schedules.clear_exception",
            Right::EditContent,
            TOUCHES,
            clear,
        ),
    ]
}

fn list(r: &Reading<'_>, _: Nothing) -> Result<ScheduleList, Fault> {
    let catalogue = catalogue::whole(r)?;
    let rows = schedules::list(r)?
        .into_iter()
        .map(|s| view(s, &catalogue))
        .collect();
    let exceptions = schedules::upcoming_exceptions(r, r.today())?;
    Ok(ScheduleList {
        rows,
        exceptions: exceptions.into_iter().map(ExceptionView::from).collect(),
    })
}

fn save(w: &Writing<'_>, input: SaveSchedule) -> Result<ScheduleView, Fault> {
    let mut weekly = Vec::with_capacity(input.windows.len());
    for of_week in &input.windows {
        let field = format!("windows.{}", of_week.weekday);
        weekly.push((of_week.weekday, window(&field, &of_week.from, &of_week.to)?));
    }
    let draft = ScheduleDetails {
        code: input.code,
        name_zh: input.name_zh,
        name_en: input.name_en,
        department: input.department,
        place_zh: input.place_zh,
        place_en: input.place_en,
        slot_minutes: input.slot_minutes,
        capacity: input.capacity,
        alongside: input.alongside,
        active: input.active,
        weekly,
        services: input.service_ids.into_iter().map(ServiceId).collect(),
    };
    let schedule = schedules::put(w, input.id.map(ScheduleId), &draft)?;
    Ok(view(schedule, &catalogue::whole(&w.reading())?))
}

fn except(w: &Writing<'_>, input: ExceptSchedule) -> Result<Affected, Fault> {
    let on = day("day", &input.day)?;
    let mut windows = Vec::with_capacity(input.windows.len());
    for hours in &input.windows {
        windows.push(window("windows", &hours.from, &hours.to)?);
    }
    let exception = Exception {
        schedule: ScheduleId(input.schedule_id),
        day: on,
        kind: input.kind.0,
        windows,
        capacity: input.capacity,
        reason: input.reason,
    };
    schedules::except(w, &exception)?;
    let affected = bookings::stranded(&w.reading(), exception.schedule, on)?;
    Ok(Affected {
        booking_ids: affected.into_iter().map(|id| id.0).collect(),
    })
}

fn clear(w: &Writing<'_>, input: ClearException) -> Result<Done, Fault> {
    schedules::clear_exception(w, ScheduleId(input.schedule_id), day("day", &input.day)?)?;
    Ok(Done {})
}

fn window(field: &str, from: &str, to: &str) -> Result<Window, Refusal> {
    Ok(Window {
        from: minute(field, from)?,
        to: minute(field, to)?,
    })
}

fn view(schedule: Schedule, catalogue: &catalogue::Catalogue) -> ScheduleView {
    let services = schedule
        .services
        .iter()
        .filter_map(|id| catalogue.services.get(id));
    let services = services.map(NamedService::from).collect();
    let windows = schedule.weekly.iter().map(|(weekday, w)| WeekWindow {
        weekday: *weekday,
        from: w.from.to_string(),
        to: w.to.to_string(),
    });
    ScheduleView {
        id: schedule.id.0,
        windows: windows.collect(),
        services,
        code: schedule.code,
        name_zh: schedule.name_zh,
        name_en: schedule.name_en,
        department: schedule.department,
        place_zh: schedule.place_zh,
        place_en: schedule.place_en,
        slot_minutes: schedule.slot_minutes,
        capacity: schedule.capacity,
        alongside: schedule.alongside,
        active: schedule.active,
    }
}

/// Schedules and what differs from them.
#[derive(Debug, Serialize, TS)]
pub struct ScheduleList {
    /// In the institution's order.
    pub rows: Vec<ScheduleView>,
    /// Days from today on that differ.
    pub exceptions: Vec<ExceptionView>,
}

/// A schedule.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ScheduleView {
    /// Id.
    pub id: i64,
    /// Code.
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
    /// Length of a slot.
    pub slot_minutes: u16,
    /// People at the same time.
    pub capacity: u16,
    /// Whether it goes with the person, as a companion does.
    pub alongside: bool,
    /// Whether it takes bookings.
    pub active: bool,
    /// Its week, in order.
    pub windows: Vec<WeekWindow>,
    /// What is done there.
    pub services: Vec<NamedService>,
}

/// A window of the week.
#[derive(Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WeekWindow {
    /// 1 is Monday.
    pub weekday: u8,
    /// `08:00`.
    pub from: String,
    /// End of the last slot.
    pub to: String,
}

/// A service by name.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NamedService {
    /// Id.
    pub id: i64,
    /// Chinese name.
    pub name_zh: String,
    /// English name.
    pub name_en: String,
    /// Price in force, fen.
    pub price: i64,
    /// Hours it is booked ahead at least.
    pub lead_hours: u32,
    /// Whether the person comes fasting.
    pub fasting: bool,
}

impl From<&catalogue::Service> for NamedService {
    fn from(service: &catalogue::Service) -> Self {
        let sheet = &service.sheet;
        Self {
            id: service.id.0,
            name_zh: sheet.name.zh.clone(),
            name_en: sheet.name.en.clone(),
            price: sheet.price.0,
            lead_hours: sheet.lead_hours,
            fasting: sheet.fasting,
        }
    }
}

/// A day that differs.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ExceptionView {
    /// Whose.
    pub schedule_id: i64,
    /// When.
    pub day: String,
    /// How.
    pub kind: ExceptionKind,
    /// Its hours; empty keeps those of the week.
    pub windows: Vec<DayWindow>,
    /// People at the same time; none keeps the usual.
    pub capacity: Option<u16>,
    /// Why.
    pub reason: String,
}

impl From<Exception> for ExceptionView {
    fn from(exception: Exception) -> Self {
        let Exception {
            schedule,
            day,
            kind,
            windows,
            capacity,
            reason,
        } = exception;
        let text = |m: Minute| m.to_string();
        let windows = windows.iter().map(|w| DayWindow {
            from: text(w.from),
            to: text(w.to),
        });
        Self {
            schedule_id: schedule.0,
            day: day.to_string(),
            kind: ExceptionKind(kind),
            windows: windows.collect(),
            capacity,
            reason,
        }
    }
}

/// A window of one day.
#[derive(Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DayWindow {
    /// `08:00`.
    pub from: String,
    /// End of the last slot.
    pub to: String,
}

/// A schedule to add (without id) or change.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SaveSchedule {
    /// Which; none adds one.
    pub id: Option<i64>,
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
    /// Length of a slot.
    pub slot_minutes: u16,
    /// People at the same time.
    pub capacity: u16,
    /// Whether it goes with the person, as a companion does.
    pub alongside: bool,
    /// Whether it takes bookings.
    pub active: bool,
    /// Its week.
    pub windows: Vec<WeekWindow>,
    /// What is done there.
    pub service_ids: Vec<i64>,
}

/// How one day differs.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExceptSchedule {
    /// Whose.
    pub schedule_id: i64,
    /// When.
    pub day: String,
    /// How.
    pub kind: ExceptionKind,
    /// Its hours; empty keeps those of the week.
    pub windows: Vec<DayWindow>,
    /// People at the same time; none keeps the usual.
    pub capacity: Option<u16>,
    /// Why.
    pub reason: String,
}

/// A day that shall not differ any more.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ClearException {
    /// Whose.
    pub schedule_id: i64,
    /// When.
    pub day: String,
}

/// Bookings the day's plan no longer holds: people to be called.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Affected {
    /// Their bookings.
    pub booking_ids: Vec<i64>,
}
