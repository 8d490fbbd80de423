//! Lists read what hangs on all of their rows at once: every row says what its own page
//! says, however many there are.

use proofs::desk::TestDesk;
use proofs::made::{TUESDAY, place, start, visit, visitor_named};
use serde_json::{Value, json};

/// More than two batches.
const ROWS: u32 = 70;

fn rows(list: &Value) -> &Vec<Value> {
    list["rows"].as_array().unwrap()
}

/// Somebody whose name begins as nobody else's.
fn somebody(desk: &TestDesk, n: u32) -> i64 {
    let first = char::from_u32(0x4E10 + n).unwrap();
    visitor_named(desk, &format!("{first}来访"))
}

/// The first character of a name, which a mask leaves.
fn first(name: &Value) -> Option<char> {
    name.as_str().unwrap().chars().next()
}

#[test]
fn every_open_encounter_and_every_promise_is_its_own_visitors() {
    let desk = TestDesk::training();
    for n in 0..ROWS {
        let who = somebody(&desk, n);
        let id = start(&desk, "phone", who)["id"].clone();
        let due = desk.machine().at() + 3_600_000 + i64::from(n);
        let promise = json!({ "id": id, "what": format!("回告 {n}"), "dueAt": due });
        desk.call("encounters.promise", promise);
    }
    let open = desk.call("encounters.open", json!({}));
    assert_eq!(rows(&open).len(), 70);
    for row in rows(&open) {
        let page = desk.call("encounters.read", json!({ "id": row["id"] }));
        assert_eq!(first(&row["name"]), first(&page["visitor"]["name"]));
        assert_eq!(row["firstAsked"], page["firstAsked"]);
    }
    let promises = desk.call("encounters.promises", json!({}));
    assert_eq!(rows(&promises).len(), 70);
    for (row, encounter) in rows(&promises).iter().zip(rows(&open)) {
        assert_eq!(row["name"], encounter["name"], "{row}");
        assert_eq!(row["ownerNo"], encounter["firstAsked"]);
    }
}

#[test]
fn every_request_is_its_own_visitors() {
    let desk = TestDesk::training();
    for n in 0..ROWS {
        let input = json!({ "visitorId": somebody(&desk, n), "wish": "see", "words": "", "verified": "document",
            "verifiedNote": "护照" });
        desk.call("requests.record", input);
    }
    let list = desk.call("requests.list", json!({}));
    assert_eq!(rows(&list).len(), 70);
    for row in rows(&list) {
        let page = desk.call("requests.read", json!({ "id": row["id"] }));
        assert_eq!(*row, page["line"]);
    }
}

#[test]
fn every_booking_of_a_day_is_as_its_own_page_has_it() {
    let desk = TestDesk::training();
    let (schedule, service) = place(&desk, "ecg");
    let free = json!({ "visitorId": null, "packageId": null, "serviceIds": [service], "from": TUESDAY, "days": 1,
        "movingId": null });
    let free = desk.call("bookings.slots", free);
    let offers = free["days"][0]["offers"].as_array().unwrap();
    let starts = offers.iter().map(|offer| offer["start"].as_str().unwrap());
    for (n, start) in (0..ROWS).zip(starts) {
        let who = somebody(&desk, n);
        desk.call(
            "bookings.book",
            visit(who, service, schedule, TUESDAY, start),
        );
    }
    let day = desk.call("bookings.day", json!({ "day": TUESDAY }));
    assert!(rows(&day).len() > 32, "{} in one batch", rows(&day).len());
    for row in rows(&day) {
        let page = desk.call("bookings.read", json!({ "id": row["id"] }));
        assert_eq!(*row, page["line"]);
        assert_eq!(row["services"], json!(1));
        assert_eq!(first(&row["name"]), first(&page["fullName"]));
    }
}
