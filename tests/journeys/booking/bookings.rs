//! Free times, booking, vouchers, arriving, moving: a visit before the visit.

use proofs::desk::TestDesk;
use proofs::made::{TUESDAY, book, id, place, slot, visit, visitor, visitor_named, with_code};
use serde_json::{Value, json};
use std::sync::Barrier;

pub(crate) fn voucher_no(booking: &Value) -> String {
    booking["line"]["voucherNo"].as_str().unwrap().to_owned()
}

pub(crate) fn qr(booking: &Value) -> String {
    booking["voucher"]["qr"].as_str().unwrap().to_owned()
}

#[test]
fn sixteen_writers_never_overbook_a_slot() {
    let desk = TestDesk::training();
    let (schedule, service) = place(&desk, "ecg");
    let people: Vec<i64> = (0..16)
        .map(|n| visitor_named(&desk, &format!("来访{n}")))
        .collect();
    for start in ["10:00", "10:10", "10:20"] {
        let barrier = Barrier::new(people.len());
        let outcomes: Vec<Result<(), String>> = std::thread::scope(|scope| {
            let running: Vec<_> = people
                .iter()
                .map(|who| {
                    scope.spawn(|| {
                        barrier.wait();
                        let mut wanted = visit(*who, service, schedule, TUESDAY, start);
                        wanted["again"] = json!(true);
                        desk.answer("bookings.book", wanted)
                            .map(|_| ())
                            .map_err(|p| p.code)
                    })
                })
                .collect();
            running
                .into_iter()
                .map(|thread| thread.join().unwrap())
                .collect()
        });
        let booked = outcomes.iter().filter(|o| o.is_ok()).count();
        assert_eq!(booked, 2, "an ECG slot takes two people");
        let codes = outcomes.iter().filter_map(|o| o.as_ref().err());
        assert!(
            codes.clone().all(|code| code == "slot_full"),
            "{:?}",
            codes.collect::<Vec<_>>()
        );
    }
    let day = desk.call("bookings.day", json!({ "day": TUESDAY }));
    assert_eq!(day["rows"].as_array().unwrap().len(), 6);
}

#[test]
fn nothing_is_booked_before_it_was_read_back() {
    let desk = TestDesk::training();
    let (schedule, service) = place(&desk, "ecg");
    let mut wanted = visit(
        visitor_named(&desk, "张桂兰"),
        service,
        schedule,
        TUESDAY,
        "09:00",
    );
    wanted["readBack"] = json!(false);
    assert_eq!(
        desk.refused("bookings.book", wanted).code,
        "read_back_missing"
    );
    let day = desk.call("bookings.day", json!({ "day": TUESDAY }));
    assert_eq!(day["rows"], json!([]));
}

#[test]
fn a_slot_is_refused_with_the_reason_and_nothing_is_kept() {
    let desk = TestDesk::training();
    let (ecg, service) = place(&desk, "ecg");
    let (heart, echo) = place(&desk, "ultrasound-heart");
    let who = visitor_named(&desk, "张桂兰");
    let refused = |wanted: Value| desk.refused("bookings.book", wanted);
    assert_eq!(
        refused(visit(who, service, ecg, TUESDAY, "09:05")).code,
        "slot_gone"
    );
    assert_eq!(
        refused(visit(who, service, ecg, "2026-11-22", "09:00")).code,
        "slot_past"
    );
    assert_eq!(
        refused(visit(who, service, ecg, "2026-11-29", "09:00")).code,
        "closed_day"
    );
    assert_eq!(
        refused(visit(who, service, ecg, "2027-03-01", "09:00")).code,
        "beyond_horizon"
    );
    assert_eq!(
        refused(visit(who, echo, ecg, TUESDAY, "09:00")).code,
        "not_bookable"
    );
    let soon = refused(visit(who, echo, heart, "2026-11-23", "14:00"));
    assert_eq!(
        (soon.code.as_str(), &soon.params["hours"]),
        ("lead_time", &json!(12))
    );
    desk.call("bookings.book", visit(who, service, ecg, TUESDAY, "09:00"));
    let (x_ray, chest) = place(&desk, "x-ray");
    let twice = refused(visit(who, chest, x_ray, TUESDAY, "09:00"));
    assert_eq!(twice.code, "overlap");
    // All or nothing: the second item is refused, so the first is not kept either.
    let mut both = visit(who, service, ecg, "2026-11-25", "09:00");
    let second =
        json!({ "serviceId": echo, "scheduleId": ecg, "day": "2026-11-25", "start": "09:30" });
    both["items"].as_array_mut().unwrap().push(second);
    assert_eq!(refused(both).code, "not_bookable");
    let wednesday = desk.call("bookings.day", json!({ "day": "2026-11-25" }));
    assert_eq!(wednesday["rows"], json!([]));
}

#[test]
fn every_package_can_be_walked_and_what_is_offered_can_be_booked() {
    let desk = TestDesk::training();
    let found = desk.call("catalogue.list", json!({ "text": "" }));
    let packages: Vec<i64> = found["rows"]
        .as_array()
        .unwrap()
        .iter()
        // The stops of the largest add up to more than the hours of one day: it takes two bookings.
        .filter(|row| row["kind"] == "package" && row["code"] != "premium")
        .map(|p| p["id"].as_i64().unwrap())
        .collect();
    assert!(packages.len() > 5);
    for package in packages {
        let who = visitor_named(&desk, "周全");
        let ask = json!({
            "visitorId": who, "packageId": package, "serviceIds": [],
            "from": TUESDAY, "days": 14, "movingId": null,
        });
        let free = desk.call("bookings.slots", ask);
        assert_eq!(free["unplacedIds"], json!([]), "package {package}");
        let days = free["days"].as_array().unwrap();
        let (day, offer) = days
            .iter()
            .find_map(|day| Some((day["day"].clone(), day["offers"].get(0)?)))
            .unwrap_or_else(|| panic!("package {package} has no day in two weeks"));
        let mut items: Vec<Value> = Vec::new();
        for stop in offer["stops"].as_array().unwrap() {
            for service in stop["serviceIds"].as_array().unwrap() {
                items.push(json!({
                    "serviceId": service, "scheduleId": stop["scheduleId"], "day": day, "start": stop["start"],
                }));
            }
        }
        for service in free["untimedIds"].as_array().unwrap() {
            items.push(
                json!({ "serviceId": service, "scheduleId": null, "day": null, "start": null }),
            );
        }
        let booked = desk.call(
            "bookings.book",
            json!({
                "visitorId": who, "encounterId": null, "packageId": package, "items": items,
                "readBack": true, "needs": "", "note": "",
            }),
        );
        assert_eq!(booked["items"].as_array().unwrap().len(), items.len());
        assert_eq!(booked["line"]["start"], offer["start"]);
        assert_eq!(booked["packageId"], json!(package));
        let printed = desk.call(
            "vouchers.print",
            json!({ "id": booked["line"]["voucherId"], "paper": "a4", "language": "zh", "printer": null }),
        );
        assert_eq!(printed["n"], 1);
    }
}

#[test]
fn a_closed_day_names_the_people_to_be_called() {
    let desk = TestDesk::training();
    let booked = book(&desk, "张桂兰", "ecg", TUESDAY, "09:00");
    let (schedule, service) = place(&desk, "ecg");
    let closed = desk.call(
        "schedules.except",
        json!({
            "scheduleId": schedule, "day": TUESDAY, "kind": "closed", "windows": [], "capacity": null,
            "reason": "设备检修",
        }),
    );
    assert_eq!(closed["bookingIds"], json!([booked["line"]["id"]]));
    let who = visitor_named(&desk, "李静");
    let wanted = visit(who, service, schedule, TUESDAY, "10:00");
    assert_eq!(
        desk.refused("bookings.book", wanted.clone()).code,
        "closed_day"
    );
    desk.call(
        "schedules.clear_exception",
        json!({ "scheduleId": schedule, "day": TUESDAY }),
    );
    desk.call("bookings.book", wanted);
    desk.call(
        "institution.mark_day",
        json!({ "day": "2026-11-26", "kind": "closed", "name": "院庆" }),
    );
    let holiday = visit(who, service, schedule, "2026-11-26", "10:00");
    assert_eq!(desk.refused("bookings.book", holiday).code, "closed_day");
}

#[test]
fn nobody_is_missing_before_their_time() {
    let desk = TestDesk::training();
    let booked = book(&desk, "张桂兰", "ecg", TUESDAY, "09:00");
    let id = json!({ "id": booked["line"]["id"] });
    desk.set_clock("2026-11-24 08:59");
    desk.as_staff("1002");
    assert_eq!(desk.refused("bookings.no_show", id.clone()).code, "not_yet");
    desk.pass_minutes(30);
    desk.as_staff("1002");
    assert_eq!(
        desk.call("bookings.no_show", id.clone())["line"]["state"],
        "no_show"
    );
    // Late is better than never.
    let late = desk.call(
        "bookings.check_in",
        json!({ "scan": null, "id": booked["line"]["id"] }),
    );
    assert_eq!(late["line"]["state"], "checked_in");
    assert_eq!(
        desk.refused(
            "bookings.cancel",
            json!({ "id": booked["line"]["id"], "reason": "弄错了" })
        )
        .code,
        "wrong_state"
    );
}

#[test]
fn a_voucher_number_finds_its_visitor() {
    let desk = TestDesk::training();
    let booked = book(&desk, "张桂兰", "ecg", TUESDAY, "09:00");
    let found = desk.call("visitors.find", json!({ "text": voucher_no(&booked) }));
    assert_eq!(found["rows"][0]["id"], booked["line"]["visitorId"]);
    assert_eq!(found["rows"][0]["why"], "voucher");
    assert_eq!(
        desk.call("visitors.find", json!({ "text": "2026112399999" }))["rows"],
        json!([])
    );
}

#[test]
fn today_shows_how_full_each_half_hour_is() {
    let desk = TestDesk::training();
    let booked = book(&desk, "张桂兰", "ecg", TUESDAY, "09:00");
    book(&desk, "李静", "ecg", TUESDAY, "09:10");
    desk.set_clock("2026-11-24 08:50");
    desk.as_staff("1002");
    desk.call(
        "bookings.check_in",
        json!({ "scan": qr(&booked), "id": null }),
    );
    let today = desk.call("bookings.today", json!({}));
    assert_eq!((&today["total"], &today["arrived"]), (&json!(2), &json!(1)));
    let half = &today["halves"][0];
    assert_eq!(half["from"], "09:00");
    assert_eq!(
        (&half["taken"], &half["capacity"]),
        (&json!(2), &json!(6)),
        "three slots of two"
    );
    assert_eq!(half["rows"][0]["name"], "张*兰", "lists are masked");
}

#[test]
fn one_booking_is_one_day() {
    let desk = TestDesk::training();
    let mut wanted = slot(&desk, "09:00");
    let mut second = wanted["items"][0].clone();
    second["day"] = json!("2026-11-25");
    wanted["items"].as_array_mut().unwrap().push(second);
    desk.refuses("bookings.book", wanted, "several_days", Some("items"));
}

#[test]
fn two_tests_of_one_room_at_the_same_time_are_refused_as_what_they_are() {
    let desk = TestDesk::training();
    let row = with_code(&desk.call("schedules.list", json!({})), "breath-tests");
    let [first, second] = [0, 1].map(|n| id(&row["services"][n]));
    let mut wanted = visit(visitor(&desk), first, id(&row), TUESDAY, "08:45");
    let mut beside = wanted["items"][0].clone();
    beside["serviceId"] = json!(second);
    wanted["items"].as_array_mut().unwrap().push(beside);
    desk.refuses("bookings.book", wanted, "not_together", Some("items"));
}
