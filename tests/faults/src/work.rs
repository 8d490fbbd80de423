//! The work of a desk, step by step, through the table of commands: registered,
//! corrected, received, given a number, booked, cancelled, heard. A round is one
//! person; the marker of the round stands in every row it makes.

use api::{Call, Gateway, Problem};
use proofs::made::Person;
use serde_json::{Value, json};

/// The steps of a round, in order.
pub const STEPS: [&str; 8] = [
    "visitors.register",
    "visitors.correct",
    "encounters.start",
    "encounters.describe",
    "tickets.issue",
    "bookings.book",
    "feedback.receive",
    "bookings.cancel",
];

/// What the steps need to know of the desk; read once before they begin.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
pub struct Place {
    category: Value,
    schedule: Value,
    service: Value,
}

/// What a command answered.
pub type Told = Result<Value, Problem>;

/// Runs a read command.
///
/// # Errors
/// The problem, as words.
pub fn read(gateway: &Gateway, command: &str, input: Value) -> Result<Value, String> {
    let call = Call {
        command: command.to_owned(),
        input,
        op_id: None,
        at: None,
    };
    let answer = gateway.call(call);
    answer
        .map(|answer| answer.value)
        .map_err(|problem| format!("{command}: {}", problem.code))
}

impl Place {
    /// Looks around a desk with the starter content.
    ///
    /// # Errors
    /// What was not found.
    pub fn of(gateway: &Gateway) -> Result<Self, String> {
        let row = |list: Value, code: &str| {
            let rows = list["rows"].as_array().cloned().unwrap_or_default();
            let found = rows.into_iter().find(|row| row["code"] == code);
            found.ok_or_else(|| format!("no {code} in the starter content"))
        };
        let categories = read(gateway, "categories.list", json!({}))?;
        let ecg = row(read(gateway, "schedules.list", json!({}))?, "ecg")?;
        Ok(Self {
            category: row(categories, "report_reprint")?,
            schedule: ecg["id"].clone(),
            service: ecg["services"][0]["id"].clone(),
        })
    }
}

/// The marker of a round.
pub fn marker(round: usize) -> String {
    format!("round-{round:04}")
}

/// The operation id of a step: the same step has the same one, whenever it is tried.
pub fn op_id(step: usize) -> String {
    uuid::Uuid::from_u128(0x0192_0000_0000_7000_8000_0000_0000_0000 | step as u128).to_string()
}

/// Which step an operation id belongs to.
pub fn step_of(op_id: &str) -> Option<usize> {
    let number = uuid::Uuid::parse_str(op_id).ok()?.as_u128() & 0xFFFF_FFFF;
    let step = usize::try_from(number).ok()?;
    (self::op_id(step) == op_id).then_some(step)
}

/// What a step sends; `None` when a step it builds on has no answer.
fn input(place: &Place, step: usize, answers: &[Option<Value>]) -> Option<Value> {
    let (round, kind) = (step / STEPS.len(), step % STEPS.len());
    let mark = marker(round);
    let of = |kind: usize| answers.get(round * STEPS.len() + kind)?.as_ref();
    let visitor = |note: &str| {
        Person::named("来访者")
            .phone("13800005678")
            .with("address", mark.as_str())
            .with("note", note)
    };
    Some(match kind {
        0 => visitor("").input(),
        1 => json!({ "id": of(0)?["id"], "visitor": visitor(&mark).form() }),
        2 => json!({ "channel": "walk_in", "visitorId": of(0)?["id"] }),
        3 => json!({ "id": of(2)?["id"], "matter": "补打报告", "onBehalf": "",
            "categoryId": place.category["id"], "urgency": "routine",
            "complexity": place.category["complexity"], "handoff": mark }),
        4 => {
            of(3)?;
            json!({ "encounterId": of(2)?["id"], "pointId": null, "language": "zh" })
        }
        5 => json!({ "visitorId": of(0)?["id"], "encounterId": null, "packageId": null,
            "items": [{ "serviceId": place.service, "scheduleId": place.schedule,
                "day": format!("2026-11-{}", 24 + round % 3),
                "start": format!("{:02}:{}0", 8 + round / 3 % 3, round / 9 % 6) }],
            "readBack": true, "needs": "", "note": mark }),
        6 => json!({ "kind": "complaint", "encounterId": null, "visitorId": of(0)?["id"],
            "name": "", "phone": "", "happenedOn": null, "about": mark, "what": "等了一小时",
            "points": ["等候太久"] }),
        _ => json!({ "id": of(5)?["line"]["id"], "reason": mark }),
    })
}

/// Runs one step; `None` when a step it builds on has no answer.
pub fn run(
    gateway: &Gateway,
    place: &Place,
    step: usize,
    answers: &mut Vec<Option<Value>>,
) -> Option<Told> {
    answers.resize(answers.len().max(step + 1), None);
    let input = input(place, step, answers)?;
    let call = Call {
        command: STEPS[step % STEPS.len()].to_owned(),
        input,
        op_id: Some(op_id(step)),
        at: None,
    };
    let told = gateway.call(call).map(|answer| answer.value);
    if let (Ok(value), Some(slot)) = (&told, answers.get_mut(step)) {
        *slot = Some(value.clone());
    }
    Some(told)
}

/// A short print of an answer, to compare what was told with what is kept.
pub fn print(answer: &Value) -> u64 {
    use std::hash::{Hash as _, Hasher as _};
    let mut hasher = std::hash::DefaultHasher::new();
    answer.to_string().hash(&mut hasher);
    hasher.finish()
}
