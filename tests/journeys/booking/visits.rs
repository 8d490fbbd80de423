//! What does not go into one day: it is proposed as two visits, booked as two in one step, and
//! whoever cancels one says what becomes of the other.

use proofs::desk::TestDesk;
use proofs::made::{id, needs, place, start, visit, visitor_named, with_code};
use serde_json::{Value, json};
use std::collections::BTreeSet;

const TODAY: &str = "2026-11-23";

fn numbers(list: &Value) -> Vec<i64> {
    let list = list.as_array().unwrap().iter();
    list.map(|n| n.as_i64().unwrap()).collect()
}

fn slots(desk: &TestDesk, who: i64, package: Option<i64>, services: &[i64], from: &str) -> Value {
    desk.call(
        "bookings.slots",
        json!({ "visitorId": who, "packageId": package, "serviceIds": services,
            "from": from, "days": 62, "movingId": null }),
    )
}

/// The first day on which something is free within the horizon, looked at day by day.
fn first_free(desk: &TestDesk, who: i64, package: Option<i64>, services: &[i64]) -> Option<String> {
    for from in [TODAY, "2027-01-24"] {
        let found = slots(desk, who, package, services, from);
        for day in found["days"].as_array().unwrap() {
            let mut offers = day["offers"].as_array().unwrap().iter();
            if offers.any(|offer| offer["bar"].is_null()) {
                return Some(day["day"].as_str().unwrap().to_owned());
            }
        }
    }
    None
}

fn package(desk: &TestDesk, code: &str) -> (i64, i64) {
    let all = desk.call("catalogue.list", json!({ "text": "" }));
    let row = with_code(&all, code);
    (id(&row), row["price"].as_i64().unwrap())
}

/// The items of the first free time on the day of a part.
fn items(desk: &TestDesk, who: i64, part: &Value) -> Vec<Value> {
    let services = numbers(&part["serviceIds"]);
    let found = slots(desk, who, None, &services, part["day"].as_str().unwrap());
    let day = &found["days"][0];
    let offers = day["offers"].as_array().unwrap();
    let offer = offers.iter().find(|offer| offer["bar"].is_null()).unwrap();
    let stops = offer["stops"].as_array().unwrap().iter();
    stops
        .flat_map(|stop| {
            numbers(&stop["serviceIds"]).into_iter().map(|service| {
                json!({ "serviceId": service, "scheduleId": stop["scheduleId"],
                    "day": day["day"], "start": stop["start"] })
            })
        })
        .collect()
}

/// The package that takes two days, ready to be booked for somebody of its age.
fn premium(desk: &TestDesk, who: i64) -> (Value, Value) {
    let (premium, price) = package(desk, "premium");
    let free = slots(desk, who, Some(premium), &[], TODAY);
    let parts = free["reach"]["parts"].as_array().unwrap();
    let mut wanted: Vec<Value> = parts.iter().flat_map(|p| items(desk, who, p)).collect();
    let untimed = numbers(&free["untimedIds"]).into_iter();
    wanted.extend(
        untimed.map(|s| json!({ "serviceId": s, "scheduleId": null, "day": null, "start": null })),
    );
    let booking = json!({ "visitorId": who, "encounterId": null, "packageId": premium,
        "items": wanted, "readBack": true, "needs": "", "note": "", "price": price });
    (booking, free)
}

fn read(desk: &TestDesk, id: &Value) -> Value {
    desk.call("bookings.read", json!({ "id": id }))
}

/// Two services on two days, each with its own price.
fn apart(desk: &TestDesk, who: i64) -> Value {
    let (room, ecg) = place(desk, "ecg");
    let (other, bone) = place(desk, "bone-density");
    let mut first = visit(who, ecg, room, "2026-11-24", "08:00");
    let second = visit(who, bone, other, "2026-11-25", "09:00");
    let mut items = first["items"].take();
    items
        .as_array_mut()
        .unwrap()
        .push(second["items"][0].clone());
    first["items"] = items;
    first
}

#[test]
fn a_package_too_long_for_any_day_is_booked_as_two_visits_in_one_step() {
    let desk = TestDesk::training();
    let who = visitor_named(&desk, "高远");
    let (booking, free) = premium(&desk, who);
    assert_eq!(free["reach"]["how"], "twice");
    let parts = free["reach"]["parts"].as_array().unwrap();
    let all: Vec<i64> = parts
        .iter()
        .flat_map(|p| numbers(&p["serviceIds"]))
        .collect();
    let each: BTreeSet<i64> = all.iter().copied().collect();
    let untimed = numbers(&free["untimedIds"]);
    let whole = free["services"].as_array().unwrap().len();
    assert_eq!((each.len(), all.len() + untimed.len()), (all.len(), whole));

    let first = desk.call("bookings.book_visits", booking.clone());
    let second = read(&desk, &first["others"][0]["id"]);
    let days = [&first["line"]["day"], &second["line"]["day"]];
    assert_eq!(days, [&parts[0]["day"], &parts[1]["day"]]);
    assert_eq!(
        (&first["price"], &second["price"]),
        (&booking["price"], &json!(0))
    );
    assert_ne!(first["voucher"]["number"], second["voucher"]["number"]);
    assert_eq!(second["others"][0]["id"], first["line"]["id"]);
    let held = |b: &Value| b["items"].as_array().unwrap().len();
    assert_eq!(held(&first) + held(&second), whole);
}

#[test]
fn what_is_said_of_a_proposal_is_what_the_days_say() {
    let desk = TestDesk::training();
    let who = visitor_named(&desk, "高远");
    let encounter = id(&start(&desk, "walk_in", who));
    let mut met = BTreeSet::new();
    for concerns in [
        &["bone"][..],
        &["general_health", "cardiovascular", "stomach", "lung"],
        &["bone", "thyroid", "stomach", "vision"],
    ] {
        if concerns.contains(&"vision") {
            // Whatever is measured takes half a day from now on.
            slow_down(&desk);
        }
        let mut needs = needs();
        needs["concerns"] = json!(concerns);
        needs["deniedConditions"] = all_terms(&desk, "condition");
        needs["deniedAllergies"] = all_terms(&desk, "allergy");
        let made = desk.call(
            "proposals.make",
            json!({ "encounterId": encounter, "needs": needs }),
        );
        let reach = desk.call("proposals.reach", json!({ "encounterId": encounter }));
        let (proposals, rows) = (&made["proposals"], reach["rows"].as_array().unwrap());
        assert_eq!(rows.len(), proposals.as_array().unwrap().len());
        for (proposal, row) in proposals.as_array().unwrap().iter().zip(rows) {
            assert_eq!(row["proposalId"], proposal["id"]);
            let listed = proposal["items"].as_array().unwrap().iter();
            let singles = listed.filter(|item| item["inPackage"] == false);
            let singles: Vec<i64> = singles.map(|i| i["serviceId"].as_i64().unwrap()).collect();
            let package = proposal["package"]["id"].as_i64();
            let day = first_free(&desk, who, package, &singles);
            let (how, said) = (row["reach"]["how"].as_str().unwrap(), &row["reach"]);
            met.insert(how.to_owned());
            match how {
                "once" => assert_eq!(json!(day), said["parts"][0]["day"], "{proposal}"),
                "twice" => {
                    assert_eq!(day, None, "{proposal}");
                    for part in said["parts"].as_array().unwrap() {
                        assert!(!items(&desk, who, part).is_empty());
                    }
                }
                "never" => {
                    assert_eq!(day, None, "{proposal}");
                    assert!(!said["missing"].as_array().unwrap().is_empty());
                }
                _ => assert!(items_need_no_time(proposal), "{proposal}"),
            }
        }
    }
    assert!(met.contains("once") && met.contains("twice"), "{met:?}");
}

/// Everything that takes a time of its own takes 150 minutes.
fn slow_down(desk: &TestDesk) {
    let all = desk.call("catalogue.list", json!({ "text": "" }));
    let rows = all["rows"].as_array().unwrap().iter();
    for row in rows.filter(|row| row["kind"] == "service") {
        let view = desk.call("catalogue.service", json!({ "id": row["id"] }));
        let mut sheet = view["sheet"].clone();
        if sheet["bookable"] == true {
            sheet["minutes"] = json!(150);
            let slow = json!({ "id": row["id"], "sheet": sheet });
            desk.call("catalogue.save_service", slow);
        }
    }
}

fn items_need_no_time(proposal: &Value) -> bool {
    let items = proposal["items"].as_array().unwrap();
    items.iter().all(|item| item["bookable"] == false)
}

fn all_terms(desk: &TestDesk, kind: &str) -> Value {
    let all = desk.call("catalogue.vocabulary", json!({}));
    let of_kind = all["terms"].as_array().unwrap().iter();
    of_kind
        .filter(|term| term["kind"] == kind)
        .map(|term| term["code"].clone())
        .collect()
}

#[test]
fn a_room_that_is_out_of_use_is_named_as_what_is_in_the_way() {
    let desk = TestDesk::training();
    let who = visitor_named(&desk, "高远");
    let (_, bone) = place(&desk, "bone-density");
    let free = slots(&desk, who, None, &[bone], TODAY);
    assert_eq!(free["reach"], Value::Null, "{free}");
    let all = desk.call("schedules.list", json!({}));
    let mut room = with_code(&all, "bone-density").clone();
    let services = room["services"].as_array().unwrap().iter();
    room["serviceIds"] = services.map(|s| s["id"].clone()).collect();
    room.as_object_mut().unwrap().remove("services");
    room["active"] = json!(false);
    desk.call("schedules.save", room);
    let free = slots(&desk, who, None, &[bone], TODAY);
    assert_eq!(free["reach"]["how"], "never");
    assert_eq!(free["reach"]["missing"].as_array().unwrap().len(), 1);
}

#[test]
fn two_visits_are_booked_whole_at_the_price_that_was_said_or_not_at_all() {
    let desk = TestDesk::training();
    let who = visitor_named(&desk, "高远");
    let wanted = apart(&desk, who);
    let book = "bookings.book_visits";
    let mut three = wanted.clone();
    three["items"][0]["day"] = json!("2026-11-26");
    let mut more = wanted["items"][0].clone();
    more["day"] = json!("2026-11-27");
    three["items"].as_array_mut().unwrap().push(more);
    desk.refuses(book, three, "several_days", Some("items"));
    desk.refuses(
        "bookings.book",
        wanted.clone(),
        "several_days",
        Some("items"),
    );
    let mut cheap = wanted.clone();
    cheap["price"] = json!(1);
    desk.refuses(book, cheap, "price_changed", Some("price"));
    let mut unread = wanted.clone();
    unread["readBack"] = json!(false);
    desk.refuses(book, unread, "read_back_missing", Some("readBack"));
    // The second visit is not free: the first is not booked either.
    let mut late = wanted.clone();
    late["items"][1]["start"] = json!("05:00");
    desk.refuses(book, late, "slot_gone", Some("items"));
    let (mut half, _) = premium(&desk, who);
    half["items"].as_array_mut().unwrap().pop();
    desk.refuses(book, half, "package_part_missing", Some("items"));
    let day = desk.call("bookings.day", json!({ "day": "2026-11-24" }));
    assert_eq!(day["rows"], json!([]));
    let first = desk.call(book, wanted);
    assert_eq!(first["others"].as_array().unwrap().len(), 1);
}

#[test]
fn whoever_cancels_one_of_two_visits_says_what_becomes_of_the_other() {
    let desk = TestDesk::training();
    let who = visitor_named(&desk, "高远");
    let cancel = |booking: &Value, rest: &str| {
        let mut input = json!({ "id": booking["line"]["id"], "reason": "本人改变计划" });
        if !rest.is_empty() {
            input["rest"] = json!(rest);
        }
        input
    };
    let state = |id: &Value| read(&desk, id)["line"]["state"].clone();

    let first = desk.call("bookings.book_visits", apart(&desk, who));
    let other = &first["others"][0]["id"];
    desk.refuses(
        "bookings.cancel",
        cancel(&first, ""),
        "other_visit",
        Some("rest"),
    );
    desk.call("bookings.cancel", cancel(&first, "kept"));
    assert_eq!(state(&first["line"]["id"]), "cancelled");
    assert_eq!(state(other), "booked");
    // Nothing is left that would have to be asked for.
    desk.call("bookings.cancel", cancel(&read(&desk, other), ""));

    let first = desk.call("bookings.book_visits", premium(&desk, who).0);
    let second = read(&desk, &first["others"][0]["id"]);
    desk.refuses(
        "bookings.cancel",
        cancel(&second, ""),
        "other_visit",
        Some("rest"),
    );
    let kept = cancel(&second, "kept");
    desk.refuses(
        "bookings.cancel",
        kept,
        "package_part_missing",
        Some("rest"),
    );
    desk.call("bookings.cancel", cancel(&second, "cancelled"));
    assert_eq!(state(&first["line"]["id"]), "cancelled");
    assert_eq!(state(&second["line"]["id"]), "cancelled");
}

#[test]
fn one_of_two_visits_is_moved_and_the_other_stays() {
    let desk = TestDesk::training();
    let who = visitor_named(&desk, "高远");
    let (booking, free) = premium(&desk, who);
    let first = desk.call("bookings.book_visits", booking.clone());
    let second = read(&desk, &first["others"][0]["id"]);
    let mut part = free["reach"]["parts"][0].clone();
    part["day"] = json!("2026-12-14");
    let mut moved = booking.clone();
    let untimed = first["items"].as_array().unwrap().iter();
    let untimed = untimed.filter(|item| item["start"].is_null());
    let mut wanted = items(&desk, who, &part);
    wanted.extend(untimed.map(|item| {
        json!({ "serviceId": item["serviceId"], "scheduleId": null, "day": null, "start": null })
    }));
    moved["items"] = json!(wanted);
    let input = json!({ "id": first["line"]["id"], "reason": "出差", "booking": moved });
    let anew = desk.call("bookings.reschedule", input);
    assert_eq!(anew["line"]["day"], "2026-12-14");
    assert_eq!(anew["price"], first["price"]);
    assert_eq!(anew["others"][0]["id"], second["line"]["id"]);
    let second = read(&desk, &second["line"]["id"]);
    assert_eq!(second["line"]["state"], "booked");
    let others = second["others"].as_array().unwrap();
    assert_eq!(others.len(), 1, "{others:?}");
    assert_eq!(others[0]["id"], anew["line"]["id"]);
}

#[test]
fn a_package_that_is_moved_is_not_taken_apart_whoever_leaves_its_name_out() {
    let desk = TestDesk::training();
    let who = visitor_named(&desk, "高远");
    let (booking, _) = premium(&desk, who);
    let first = desk.call("bookings.book_visits", booking);
    let second = read(&desk, &first["others"][0]["id"]);
    let day = &second["line"]["day"];
    let mut items: Vec<Value> = second["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| {
            let timed = !item["start"].is_null();
            json!({ "serviceId": item["serviceId"], "scheduleId": item["scheduleId"],
                "day": if timed { day.clone() } else { Value::Null }, "start": item["start"] })
        })
        .collect();
    items.pop();
    let part = json!({ "visitorId": who, "encounterId": null, "packageId": null, "items": items,
        "readBack": true });
    let moved = json!({ "id": second["line"]["id"], "reason": "少做一项", "booking": part });
    desk.refuses(
        "bookings.reschedule",
        moved,
        "package_part_missing",
        Some("items"),
    );
}
