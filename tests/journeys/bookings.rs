//! Free times, booking, vouchers, arriving, moving: a visit before the visit.

use api::SpoolFault;
use proofs::desk::TestDesk;
use serde_json::{Value, json};
use std::sync::Barrier;

/// Monday's clock stands at 09:00; this is the Tuesday after.
const TUESDAY: &str = "2026-11-24";

fn visitor(desk: &TestDesk, name: &str) -> i64 {
    let registered = desk.call(
        "visitors.register",
        json!({
            "visitor": {
                "name": name, "phone": "13800005678", "phone2": "", "idKind": "none", "idNumber": "",
                "sex": null, "bornOn": null, "address": "", "note": "",
                "groups": [], "conditions": [], "allergies": [],
            },
            "consent": "spoken", "healthConsent": null,
        }),
    );
    registered["id"].as_i64().unwrap()
}

/// The schedule with a code and the first service done there.
fn place(desk: &TestDesk, code: &str) -> (i64, i64) {
    let all = desk.call("schedules.list", json!({}));
    let rows = all["rows"].as_array().unwrap();
    let row = rows.iter().find(|row| row["code"] == code).unwrap();
    let service = row["services"][0]["id"].as_i64().unwrap();
    (row["id"].as_i64().unwrap(), service)
}

fn visit(visitor: i64, service: i64, schedule: i64, day: &str, start: &str) -> Value {
    json!({
        "visitorId": visitor, "encounterId": null, "packageId": null,
        "items": [{ "serviceId": service, "scheduleId": schedule, "day": day, "start": start }],
        "readBack": true, "needs": "", "note": "",
    })
}

fn book(desk: &TestDesk, name: &str, code: &str, day: &str, start: &str) -> Value {
    let (schedule, service) = place(desk, code);
    let who = visitor(desk, name);
    desk.call("bookings.book", visit(who, service, schedule, day, start))
}

fn voucher_no(booking: &Value) -> String {
    booking["line"]["voucherNo"].as_str().unwrap().to_owned()
}

fn qr(booking: &Value) -> String {
    booking["voucher"]["qr"].as_str().unwrap().to_owned()
}

#[test]
fn sixteen_writers_never_overbook_a_slot() {
    let desk = TestDesk::training();
    let (schedule, service) = place(&desk, "ecg");
    let people: Vec<i64> = (0..16)
        .map(|n| visitor(&desk, &format!("来访{n}")))
        .collect();
    for start in ["10:00", "10:10", "10:20"] {
        let barrier = Barrier::new(people.len());
        let outcomes: Vec<Result<(), String>> = std::thread::scope(|scope| {
            let running: Vec<_> = people
                .iter()
                .map(|who| {
                    scope.spawn(|| {
                        barrier.wait();
                        let wanted = visit(*who, service, schedule, TUESDAY, start);
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
        visitor(&desk, "张桂兰"),
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
    let who = visitor(&desk, "张桂兰");
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
        let who = visitor(&desk, "周全");
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
fn checking_in_takes_the_code_or_the_number_once_and_on_its_day() {
    let desk = TestDesk::training();
    let booked = book(&desk, "张桂兰", "ecg", TUESDAY, "09:00");
    let scan = |text: &str| desk.answer("bookings.check_in", json!({ "scan": text, "id": null }));
    let early = scan(&qr(&booked)).unwrap_err();
    assert_eq!(
        (early.code.as_str(), &early.params["day"]),
        ("voucher_other_day", &json!(TUESDAY))
    );
    desk.set_clock("2026-11-24 08:50");
    desk.as_staff("1002");
    let no = voucher_no(&booked);
    let spaced = format!("{} {}-{}", &no[..4], &no[4..9], &no[9..]);
    let here = scan(&spaced).unwrap().value;
    assert_eq!(here["line"]["state"], "checked_in");
    desk.pass_minutes(2);
    let again = scan(&qr(&booked)).unwrap_err();
    assert_eq!(again.code, "already_checked_in");
    assert_eq!(again.params["at"], here["line"]["checkedInAt"]);
    desk.call(
        "bookings.undo_check_in",
        json!({ "id": booked["line"]["id"] }),
    );
    let wide: String = qr(&booked)
        .chars()
        .map(|c| char::from_u32(u32::from(c) - 0x30 + 0xff10).unwrap())
        .collect();
    assert_eq!(scan(&wide).unwrap().value["line"]["state"], "checked_in");
    desk.call("bookings.complete", json!({ "id": booked["line"]["id"] }));
}

#[test]
fn a_forged_an_altered_and_a_mistyped_voucher_are_refused() {
    let desk = TestDesk::training();
    let mine = book(&desk, "张桂兰", "ecg", TUESDAY, "09:00");
    let other = book(&desk, "李静", "ecg", TUESDAY, "09:10");
    desk.set_clock("2026-11-24 08:50");
    desk.as_staff("1001");
    let code = |text: String| {
        desk.refused("bookings.check_in", json!({ "scan": text, "id": null }))
            .code
    };
    let payload = qr(&mine);
    // Somebody else's number before one's own seal.
    assert_eq!(
        code(format!("{}{}", voucher_no(&other), &payload[13..])),
        "voucher_forged"
    );
    for at in 13..payload.len() {
        let digit = payload.as_bytes()[at] - b'0';
        let altered = format!(
            "{}{}{}",
            &payload[..at],
            (digit + 1) % 10,
            &payload[at + 1..]
        );
        assert_eq!(code(altered), "voucher_forged", "digit {at}");
    }
    let typo = format!(
        "{}{}",
        (payload.as_bytes()[0] - b'0' + 1) % 10,
        &payload[1..13]
    );
    assert_eq!(code(typo), "voucher_typo");
    assert_eq!(code("2026112199992".into()), "voucher_typo");
    assert_eq!(code("12345".into()), "voucher_unreadable");
    let day = desk.call("bookings.day", json!({ "day": TUESDAY }));
    assert!(
        day["rows"]
            .as_array()
            .unwrap()
            .iter()
            .all(|row| row["state"] == "booked")
    );
}

#[test]
fn a_cancelled_voucher_is_void_and_its_place_is_free() {
    let desk = TestDesk::training();
    let (schedule, service) = place(&desk, "bone-density");
    let booked = book(&desk, "张桂兰", "bone-density", TUESDAY, "09:00");
    let next = visitor(&desk, "李静");
    let wanted = visit(next, service, schedule, TUESDAY, "09:00");
    assert_eq!(
        desk.refused("bookings.book", wanted.clone()).code,
        "slot_full"
    );
    let id = booked["line"]["id"].clone();
    let refused = desk.refused("bookings.cancel", json!({ "id": id, "reason": " " }));
    assert_eq!(refused.code, "reason_needed");
    let cancelled = desk.call("bookings.cancel", json!({ "id": id, "reason": "家里有事" }));
    assert_eq!(cancelled["voucher"]["void"], "cancelled");
    assert_eq!(
        voucher_no(&cancelled),
        voucher_no(&booked),
        "a voided voucher keeps its number"
    );
    desk.call("bookings.book", wanted);
    desk.set_clock("2026-11-24 08:50");
    desk.as_staff("1001");
    let void = desk.refused(
        "bookings.check_in",
        json!({ "scan": qr(&booked), "id": null }),
    );
    assert_eq!(
        (void.code.as_str(), &void.params["cause"]),
        ("voucher_void", &json!("cancelled"))
    );
    let print =
        json!({ "id": booked["voucher"]["id"], "paper": "a5", "language": "zh", "printer": null });
    assert_eq!(desk.refused("vouchers.print", print).code, "voucher_void");
}

#[test]
fn moving_a_booking_gives_its_place_back_and_a_new_voucher() {
    let desk = TestDesk::training();
    let (schedule, service) = place(&desk, "nutrition");
    let booked = book(&desk, "张桂兰", "nutrition", "2026-11-25", "08:30");
    let who = booked["line"]["visitorId"].as_i64().unwrap();
    let moved = desk.call(
        "bookings.reschedule",
        json!({
            "id": booked["line"]["id"], "reason": "改到下午",
            "booking": visit(who, service, schedule, "2026-11-25", "13:30"),
        }),
    );
    assert_ne!(voucher_no(&moved), voucher_no(&booked));
    let old = desk.call("bookings.read", json!({ "id": booked["line"]["id"] }));
    assert_eq!(old["line"]["state"], "rescheduled");
    assert_eq!(old["voucher"]["void"], "rescheduled");
    assert_eq!(old["movedTo"], moved["line"]["id"]);
    // What cannot be moved stays as it was.
    let nowhere = json!({
        "id": moved["line"]["id"], "reason": "改到周日",
        "booking": visit(who, service, schedule, "2026-11-29", "08:30"),
    });
    assert_eq!(
        desk.refused("bookings.reschedule", nowhere).code,
        "closed_day"
    );
    let still = desk.call("bookings.read", json!({ "id": moved["line"]["id"] }));
    assert_eq!(
        (&still["line"]["state"], &still["voucher"]["void"]),
        (&json!("booked"), &Value::Null)
    );
}

#[test]
fn a_refused_print_is_not_printed_and_a_second_print_is_counted() {
    let desk = TestDesk::training();
    let booked = book(&desk, "张桂兰", "ecg", TUESDAY, "09:00");
    let id = booked["voucher"]["id"].clone();
    let print = |paper: &str| {
        desk.answer(
            "vouchers.print",
            json!({ "id": id, "paper": paper, "language": "zh", "printer": null }),
        )
    };
    desk.machine().refuse_paper(Some(SpoolFault::NoPrinter));
    assert_eq!(print("a4").unwrap_err().code, "no_printer");
    let read = desk.call("vouchers.read", json!({ "id": id }));
    assert_eq!(read["prints"][0]["state"], "refused");
    assert_eq!(
        desk.call("bookings.read", json!({ "id": booked["line"]["id"] }))["line"]["printed"],
        false
    );
    desk.machine().refuse_paper(None);
    assert_eq!(
        print("a4").unwrap().value["n"],
        1,
        "what never came out is not a print"
    );
    assert_eq!(print("roll80").unwrap().value["n"], 2);
    let saved = desk.call(
        "vouchers.save",
        json!({ "id": id, "paper": "a5", "language": "en" }),
    );
    assert_eq!(saved["n"], 3);
    let file = std::fs::read(saved["place"].as_str().unwrap()).unwrap();
    assert!(file.starts_with(b"%PDF"));
    assert_eq!(desk.machine().papers().len(), 2);
    let states: Vec<Value> = desk.call("vouchers.read", json!({ "id": id }))["prints"]
        .as_array()
        .unwrap()
        .iter()
        .map(|p| p["state"].clone())
        .collect();
    assert_eq!(states, vec!["refused", "done", "done", "done"]);
}

#[test]
fn a_name_no_font_has_is_printed_and_said() {
    let desk = TestDesk::training();
    let booked = book(&desk, "李\u{10fffd}静", "ecg", TUESDAY, "09:00");
    let printed = desk.call(
        "vouchers.print",
        json!({ "id": booked["voucher"]["id"], "paper": "a5", "language": "zh", "printer": null }),
    );
    let missing = printed["missing"].as_array().unwrap();
    assert!(missing.contains(&json!("\u{10fffd}")), "{missing:?}");
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
    let who = visitor(&desk, "李静");
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
