//! One whole visit through `deskctl session`: what the window does, line by line.

use super::place::Place;
use serde_json::{Value, json};

/// Thursday 2026-02-05, nine o'clock in China.
const NINE: i64 = 1_770_253_200_000;
const MINUTE: i64 = 60_000;

/// One command at so many minutes past nine; it must be answered.
fn say(place: &Place, minutes: i64, command: &str, input: &Value) -> Value {
    let at = NINE + minutes * MINUTE;
    let line = json!({ "id": 1, "command": command, "input": input, "at": at }).to_string();
    let said = place.session(&[&line]).remove(0);
    assert!(said["error"].is_null(), "{command}: {said}");
    said["value"].clone()
}

#[test]
fn a_whole_visit_runs_from_the_door_to_the_ledger() {
    let place = Place::with_desk(&["--training", "--starter"]);
    let visitor = json!({ "name": "单雅琴", "phone": "15400001111", "phone2": "", "idKind": "resident",
        "idNumber": "11010519491231002X", "sex": null, "bornOn": null, "address": "", "note": "",
        "groups": ["elderly"], "conditions": [], "allergies": [] });
    let consent = json!({ "visitor": visitor, "consent": "spoken", "healthConsent": "spoken" });
    let who = say(&place, 0, "visitors.register", &consent)["id"].clone();
    let found = say(&place, 1, "visitors.find", &json!({ "text": "shanyaqin" }));
    assert_eq!(
        (&found["rows"][0]["id"], &found["rows"][0]["name"]),
        (&who, &json!("单*琴"))
    );

    let start = json!({ "channel": "walk_in", "visitorId": who });
    let id = say(&place, 1, "encounters.start", &start)["id"].clone();
    say(&place, 2, "encounters.read_back", &json!({ "id": id }));
    let offers = say(
        &place,
        2,
        "categories.suggest",
        &json!({ "text": "想预约体检" }),
    );
    let matter = json!({ "id": id, "matter": "想预约体检", "onBehalf": "", "urgency": "routine",
        "categoryId": offers["rows"][0]["id"], "complexity": "specialist", "handoff": "走路不便" });
    say(&place, 3, "encounters.describe", &matter);
    let wanted = json!({ "encounterId": id, "pointId": null, "language": "zh" });
    let ticket = say(&place, 3, "tickets.issue", &wanted)["ticket"].clone();
    // Whoever signs out stands up: a seat is taken and somebody called in one session.
    let lines = [
        ("points.open", json!({ "id": ticket["pointId"] })),
        ("tickets.call_next", json!({})),
        ("tickets.start", json!({ "id": ticket["id"] })),
    ];
    let at = NINE + 5 * MINUTE;
    let lines = lines.map(|(command, input)| {
        json!({ "id": 1, "command": command, "input": input, "at": at }).to_string()
    });
    let said = place.session(&lines.each_ref().map(String::as_str));
    assert_eq!(said[1]["value"]["no"], ticket["no"], "{said:?}");
    assert!(said[2]["error"].is_null(), "{said:?}");

    let needs = json!({ "relation": "", "sex": "female", "age": 76, "goal": "", "concerns": ["bone", "cardiovascular"],
        "conditions": [], "allergies": [], "deniedConditions": [], "deniedAllergies": [], "done": [],
        "budget": 80_000, "minutes": null, "days": "", "asked": [] });
    let advice = say(
        &place,
        6,
        "proposals.make",
        &json!({ "encounterId": id, "needs": needs }),
    );
    let first = &advice["proposals"][0];
    assert!(first["price"].as_i64().unwrap() <= 80_000, "{first}");
    let choice = json!({ "proposalId": first["id"], "choice": "accepted", "reason": "" });
    let accepted = say(&place, 7, "proposals.choose", &choice);

    let items = accepted["items"].as_array().unwrap().iter();
    let services: Vec<Value> = items
        .filter(|item| item["bookable"] == true)
        .map(|item| item["serviceId"].clone())
        .collect();
    let ask = json!({ "visitorId": who, "packageId": null, "serviceIds": services, "from": "2026-02-06",
        "days": 1, "movingId": null });
    let free = say(&place, 8, "bookings.slots", &ask);
    let stops = free["days"][0]["offers"][0]["stops"].as_array().unwrap();
    let chosen: Vec<Value> = stops
        .iter()
        .flat_map(|stop| {
            let services = stop["serviceIds"].as_array().unwrap().iter();
            services.map(|service| {
                json!({ "serviceId": service, "scheduleId": stop["scheduleId"],
                "day": "2026-02-06", "start": stop["start"] })
            })
        })
        .collect();
    let visit = json!({ "visitorId": who, "encounterId": id, "packageId": null, "items": chosen,
        "readBack": true, "needs": "", "note": "" });
    let booked = say(&place, 9, "bookings.book", &visit);

    let answer = json!({ "id": id, "question": "要空腹吗", "nature": "procedure", "analysis": "",
        "answer": "抽血前八小时不进食，可以喝水。" });
    say(&place, 10, "encounters.answer", &answer);
    say(&place, 11, "tickets.finish", &json!({ "id": ticket["id"] }));
    let praise = json!({ "kind": "praise", "encounterId": id, "visitorId": who, "name": "", "phone": "",
        "happenedOn": null, "about": "前台", "what": "解释得很清楚", "points": [] });
    say(&place, 12, "feedback.receive", &praise);
    let close = json!({ "id": id, "outcome": "booked", "note": "", "rating": 5 });
    say(&place, 12, "encounters.close", &close);

    let ledger = say(
        &place,
        13,
        "ledger.read",
        &json!({ "from": "2026-02-05", "to": "2026-02-05", "page": 0 }),
    )
    .to_string();
    for part in ["20260205-0001", "单*琴", "154****1111"] {
        assert!(ledger.contains(part), "{part} is in the ledger");
    }
    assert!(
        !ledger.contains("单雅琴") && !ledger.contains("15400001111"),
        "masked"
    );

    let scan = json!({ "scan": booked["line"]["voucherNo"], "id": null });
    let arrived = say(&place, 23 * 60, "bookings.check_in", &scan);
    assert_eq!(arrived["line"]["state"], "checked_in");
    let whole = say(&place, 23 * 60, "session.verify_journal", &json!({}));
    assert_eq!(whole["brokenAt"], Value::Null);
}
