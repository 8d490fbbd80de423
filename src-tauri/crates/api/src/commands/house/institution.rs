//! The institution's settings and its calendar.

use crate::codes::{DayKind, Festival};
use crate::keeper::Context;
use crate::problem::Fault;
use crate::table::{Command, Topic, gate, read};
use crate::wire::{Nothing, minute};
use desk::ground::roles::Right;
use desk::house::institution::{self, Calendar, Hours, Institution, Source, SpecialDay};
use desk::house::staff;
use desk::{Reading, Refusal};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Who marked a day is named by their number.
const SHOWS: &[Topic] = &[Topic::INSTITUTION, Topic::STAFF];

pub(crate) fn commands() -> Vec<Command> {
    vec![
        read("institution.read", None, SHOWS, show),
        gate(
            "institution.set",
            Right::Administer,
            &[Topic::INSTITUTION, Topic::SESSION, Topic::JOURNAL],
            set,
        ),
    ]
}

pub(crate) fn show(r: &Reading<'_>, _: Nothing) -> Result<InstitutionView, Fault> {
    let special = institution::special_days(r, r.today().plus_days(-30))?;
    let calendar = Calendar::read(r)?;
    let people = staff::list(r)?;
    let Institution {
        name,
        address,
        phone,
        hours,
        training,
        idle_seconds,
    } = institution::read(r)?;
    let special_days = special.into_iter().map(|special| {
        let SpecialDay {
            day,
            mark,
            name,
            source,
        } = special;
        let (document, festival, by) = match source {
            Source::Announced { document, festival } => (Some(document), Some(festival), None),
            Source::ByHand { by } => (None, None, by),
        };
        SpecialDayView {
            day: day.to_string(),
            kind: DayKind(mark.kind),
            name,
            hours_of: calendar.hours_on(day).map(|hours| hours.weekday),
            festival: festival.map(Festival),
            document: document.map(str::to_owned),
            by_no: by.map(|by| staff::no_of(&people, by)),
        }
    });
    Ok(InstitutionView {
        name,
        address,
        phone,
        open_now: calendar.is_open(r.at),
        hours: hours.iter().map(HoursView::from).collect(),
        training,
        idle_seconds,
        special_days: special_days.collect(),
        missing_years: calendar.missing_years(r.today()),
    })
}

fn set(c: &Context<'_>, input: SetInstitution) -> Result<InstitutionView, Fault> {
    let (desk, _) = c.desk()?;
    let next = Institution {
        name: input.name,
        address: input.address,
        phone: input.phone,
        hours: hours_from(&input.hours)?,
        training: desk.vault().training(),
        idle_seconds: input.idle_seconds,
    };
    c.write(|w| {
        let done = institution::set(w, &next)?;
        Ok(desk.vault().set_label(w.tx, &done.name)?)
    })?;
    c.keeper.state().set_idle(next.idle_seconds);
    c.read(|r| show(r, Nothing {}))
}

/// Reads opening hours as typed.
pub(crate) fn hours_from(rows: &[HoursView]) -> Result<Vec<Hours>, Refusal> {
    rows.iter()
        .map(|row| {
            let field = format!("hours.{}", row.weekday);
            let optional = |text: &Option<String>| match text.as_deref() {
                None | Some("") => Ok(None),
                Some(text) => minute(&field, text).map(Some),
            };
            let (from, to) = (optional(&row.break_from)?, optional(&row.break_to)?);
            if from.is_some() != to.is_some() {
                let weekday = i64::from(row.weekday);
                return Err(institution::Refused::HoursOrder { weekday }.at(field));
            }
            Ok(Hours {
                weekday: row.weekday,
                opens: minute(&field, &row.opens)?,
                closes: minute(&field, &row.closes)?,
                lunch: from.zip(to),
            })
        })
        .collect()
}

/// Opening hours of a weekday.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct HoursView {
    /// 1 is Monday.
    pub weekday: u8,
    /// `08:00`.
    pub opens: String,
    /// `17:30`.
    pub closes: String,
    /// Start of the lunch break.
    pub break_from: Option<String>,
    /// Its end.
    pub break_to: Option<String>,
}

impl From<&Hours> for HoursView {
    fn from(hours: &Hours) -> Self {
        let Hours {
            weekday,
            opens,
            closes,
            lunch,
        } = hours;
        Self {
            weekday: *weekday,
            opens: opens.to_string(),
            closes: closes.to_string(),
            break_from: lunch.map(|l| l.0.to_string()),
            break_to: lunch.map(|l| l.1.to_string()),
        }
    }
}

/// The settings as typed.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SetInstitution {
    /// Name.
    pub name: String,
    /// Address.
    pub address: String,
    /// Phone.
    pub phone: String,
    /// Opening hours.
    pub hours: Vec<HoursView>,
    /// Seconds without activity until the desk locks, 60 to 900.
    pub idle_seconds: u16,
}

/// The settings.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct InstitutionView {
    /// Name.
    pub name: String,
    /// Address.
    pub address: String,
    /// Phone.
    pub phone: String,
    /// Opening hours.
    pub hours: Vec<HoursView>,
    /// Whether we are open at this moment.
    pub open_now: bool,
    /// Made-up data for practice only.
    pub training: bool,
    /// Seconds until the desk locks.
    pub idle_seconds: u16,
    /// Days that differ, from a month ago on: announced, and set by hand.
    pub special_days: Vec<SpecialDayView>,
    /// Years that are offered and counted already, and whose days off nobody entered and no
    /// list is shipped for.
    pub missing_years: Vec<i32>,
}

/// A day that differs.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SpecialDayView {
    /// The day.
    pub day: String,
    /// How.
    pub kind: DayKind,
    /// Its name as typed; empty where it was announced.
    pub name: String,
    /// The weekday whose hours it has, 1 is Monday; none: it is closed.
    pub hours_of: Option<u8>,
    /// What it is announced for; none: it was set by hand.
    pub festival: Option<Festival>,
    /// Number of the document that announces it.
    pub document: Option<String>,
    /// Staff number of who set it.
    pub by_no: Option<String>,
}
