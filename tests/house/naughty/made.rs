//! What has to be there before a command can be tried.

use proofs::desk::TestDesk;
use serde_json::{Value, json};

pub(crate) fn id(value: &Value) -> i64 {
    value["id"]
        .as_i64()
        .unwrap_or_else(|| panic!("no id in {value}"))
}

pub(crate) fn visitor(desk: &TestDesk) -> i64 {
    id(&desk.call("visitors.register", registration()))
}

pub(crate) fn registration() -> Value {
    json!({
        "visitor": { "name": "单秀英", "phone": "15400001111", "phone2": "", "idKind": "none", "idNumber": "", "sex": "female",
            "bornOn": "1959-02-03", "address": "", "note": "", "groups": [], "conditions": [], "allergies": [] },
        "consent": "spoken", "healthConsent": "spoken",
    })
}

pub(crate) fn encounter(desk: &TestDesk) -> i64 {
    id(&desk.call(
        "encounters.start",
        json!({ "channel": "walk_in", "visitorId": visitor(desk) }),
    ))
}

pub(crate) fn leaf(desk: &TestDesk, code: &str) -> Value {
    let tree = desk.call("categories.list", json!({}));
    tree["rows"]
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["code"] == code)
        .unwrap()
        .clone()
}

pub(crate) fn described(desk: &TestDesk) -> Value {
    let class = leaf(desk, "report_reading");
    json!({ "id": encounter(desk), "matter": "看报告", "onBehalf": "", "categoryId": class["id"],
        "urgency": "routine", "complexity": "specialist", "handoff": "" })
}

pub(crate) fn ticket(desk: &TestDesk) -> i64 {
    let matter = described(desk);
    desk.call("encounters.describe", matter.clone());
    let issued = desk.call(
        "tickets.issue",
        json!({ "encounterId": matter["id"], "pointId": null, "language": "zh" }),
    );
    id(&issued["ticket"])
}

pub(crate) fn promise(desk: &TestDesk) -> i64 {
    let made = desk.call(
        "encounters.promise",
        json!({ "id": encounter(desk), "what": "回电", "dueAt": desk.machine().at() + 3_600_000 }),
    );
    id(&made["promises"][0])
}

pub(crate) fn closed(desk: &TestDesk) -> i64 {
    let id = encounter(desk);
    desk.call(
        "encounters.close",
        json!({ "id": id, "outcome": "answered", "note": "", "rating": null }),
    );
    id
}

pub(crate) fn feedback(desk: &TestDesk) -> Value {
    json!({ "kind": "complaint", "encounterId": null, "visitorId": visitor(desk), "name": "", "phone": "", "happenedOn": null,
        "about": "", "what": "等了很久", "points": ["等了很久"] })
}

pub(crate) fn feedback_up_to(desk: &TestDesk, step: &str) -> i64 {
    let id = desk.call("feedback.receive", feedback(desk))["line"]["id"]
        .as_i64()
        .unwrap();
    let telling = json!({ "how": "in_person", "reply": "好", "adoption": null, "why": "", "apology": "抱歉", "measure": "加人", "result": "已改" });
    for (name, input) in [
        ("take", json!({ "id": id, "note": "" })),
        (
            "handle",
            json!({ "id": id, "done": ["已核实"], "note": "" }),
        ),
        ("tell", json!({ "id": id, "telling": telling })),
        (
            "rate",
            json!({ "id": id, "asked": "rated", "rating": 5, "note": "" }),
        ),
    ] {
        if name == step {
            break;
        }
        desk.call(&format!("feedback.{name}"), input);
    }
    id
}

pub(crate) fn slot(desk: &TestDesk, start: &str) -> Value {
    let all = desk.call("schedules.list", json!({}));
    let row = all["rows"]
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["code"] == "ecg")
        .unwrap()
        .clone();
    json!({ "visitorId": visitor(desk), "encounterId": null, "packageId": null, "readBack": true, "needs": "", "note": "",
        "items": [{ "serviceId": row["services"][0]["id"], "scheduleId": row["id"], "day": "2026-11-24", "start": start }] })
}

pub(crate) fn free(desk: &TestDesk) -> Value {
    let rows = desk.call("bookings.day", json!({ "day": "2026-11-24" }));
    let taken = rows["rows"].as_array().unwrap().len();
    slot(
        desk,
        &format!("{:02}:{:02}", 8 + taken / 12, taken % 12 / 2 * 10),
    )
}

pub(crate) fn booking(desk: &TestDesk) -> i64 {
    let made = desk.call("bookings.book", free(desk));
    made["line"]["id"].as_i64().unwrap()
}

pub(crate) fn service(desk: &TestDesk) -> Value {
    let view = desk.call("catalogue.service", json!({ "id": 1 }));
    json!({ "id": 1, "sheet": view["sheet"] })
}

pub(crate) fn package(desk: &TestDesk) -> Value {
    let view = desk.call("catalogue.package", json!({ "id": 1 }));
    json!({ "id": 1, "sheet": view["sheet"] })
}

pub(crate) fn schedule(desk: &TestDesk) -> Value {
    let mut row = desk.call("schedules.list", json!({}))["rows"][0].clone();
    let ids: Vec<Value> = row["services"]
        .as_array()
        .unwrap()
        .iter()
        .map(|s| s["id"].clone())
        .collect();
    row["serviceIds"] = json!(ids);
    row.as_object_mut().unwrap().remove("services");
    row
}

pub(crate) fn point(desk: &TestDesk) -> Value {
    let row = desk.call("points.list", json!({}))["rows"][0].clone();
    let keys = [
        "nameZh",
        "nameEn",
        "placeZh",
        "placeEn",
        "audience",
        "languages",
        "categories",
    ];
    keys.iter()
        .map(|key| ((*key).to_owned(), row[*key].clone()))
        .collect::<serde_json::Map<_, _>>()
        .into()
}

pub(crate) fn category(desk: &TestDesk) -> Value {
    let class = leaf(desk, "feedback");
    let keys = [
        "nameZh",
        "nameEn",
        "prefix",
        "urgency",
        "complexity",
        "pointCode",
        "anonymous",
        "words",
    ];
    let mut category: Value = keys
        .iter()
        .map(|key| ((*key).to_owned(), class[*key].clone()))
        .collect::<serde_json::Map<_, _>>()
        .into();
    category["words"] = json!(["反映"]);
    json!({ "id": class["id"], "category": category })
}

pub(crate) fn needs() -> Value {
    json!({ "relation": "", "sex": "female", "age": 60, "goal": "", "concerns": [], "conditions": [], "allergies": [],
        "deniedConditions": [], "deniedAllergies": [], "done": [], "budget": null, "minutes": null, "days": "", "asked": [] })
}

pub(crate) fn institution(desk: &TestDesk) -> Value {
    let now = desk.call("institution.read", json!({}));
    json!({ "name": now["name"], "address": now["address"], "phone": now["phone"], "hours": now["hours"], "idleSeconds": 300 })
}

/// A ticket, and an open point where it is not.
pub(crate) fn elsewhere(desk: &TestDesk) -> (i64, i64) {
    let matter = described(desk);
    desk.call("encounters.describe", matter.clone());
    let issued = desk.call(
        "tickets.issue",
        json!({ "encounterId": matter["id"], "pointId": null, "language": "zh" }),
    );
    let here = &issued["ticket"]["pointId"];
    let points = desk.call("points.list", json!({}));
    let rows = points["rows"].as_array().unwrap();
    let other = id(rows.iter().find(|row| row["id"] != *here).unwrap());
    // Whoever sits there already need not sit down again.
    let _ = desk.answer("points.open", json!({ "id": other }));
    (id(&issued["ticket"]), other)
}

/// An encounter and a proposal in it.
pub(crate) fn proposed(desk: &TestDesk) -> (i64, i64) {
    let encounter = encounter(desk);
    let mut needs = needs();
    needs["concerns"] = json!(["bone", "cardiovascular"]);
    let made = desk.call(
        "proposals.make",
        json!({ "encounterId": encounter, "needs": needs }),
    );
    (encounter, id(&made["proposals"][0]))
}
