//! Vouchers: scanned, forged, voided, moved, printed.

use super::bookings::{qr, voucher_no};
use api::SpoolFault;
use proofs::desk::TestDesk;
use proofs::made::{TUESDAY, book, place, visit, visitor_named};
use serde_json::{Value, json};

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
    let next = visitor_named(&desk, "李静");
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
fn a_preview_shows_the_next_print_and_is_none_itself() {
    let desk = TestDesk::training();
    let booked = book(&desk, "张桂兰", "ecg", TUESDAY, "09:00");
    let id = booked["voucher"]["id"].clone();
    let drawn = |paper: &str, language: &str| {
        let input = json!({ "id": id, "paper": paper, "language": language });
        let answer = desk.answer("vouchers.preview", input).unwrap();
        assert!(answer.touched.is_empty(), "{:?}", answer.touched);
        let pages = answer.value["pages"].as_array().unwrap().clone();
        let page = |page: &Value| page.as_str().unwrap().to_owned();
        pages.iter().map(page).collect::<Vec<String>>()
    };
    let first = drawn("a5", "zh");
    assert_eq!(first.len(), 1);
    assert!(first[0].starts_with("<svg ") && first[0].contains(r#"viewBox="0 0 148 210""#));
    assert_eq!(drawn("a5", "zh"), first, "the same while nothing changes");
    assert_ne!(drawn("a5", "en"), first);
    assert!(drawn("a4", "zh")[0].contains(r#"viewBox="0 0 210 297""#));
    assert!(drawn("roll80", "zh")[0].contains(r#"viewBox="0 0 80 "#));
    let read = desk.call("vouchers.read", json!({ "id": id }));
    assert_eq!(read["prints"], json!([]));
    // What was refused never was a print; the one after the first is marked.
    let print = json!({ "id": id, "paper": "a5", "language": "zh", "printer": null });
    desk.machine().refuse_paper(Some(SpoolFault::NoPrinter));
    desk.refused("vouchers.print", print.clone());
    assert_eq!(drawn("a5", "zh"), first);
    desk.machine().refuse_paper(None);
    desk.call("vouchers.print", print);
    let second = drawn("a5", "zh");
    assert_ne!(second, first);
    desk.call(
        "bookings.cancel",
        json!({ "id": booked["line"]["id"], "reason": "家里有事" }),
    );
    assert_ne!(drawn("a5", "zh"), second, "it is marked as void");
}

#[test]
fn there_is_no_preview_of_what_is_no_voucher() {
    let desk = TestDesk::training();
    let input = json!({ "id": 999, "paper": "a4", "language": "zh" });
    assert_eq!(desk.refused("vouchers.preview", input).code, "not_found");
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
fn a_number_of_another_desk_is_unknown_here() {
    let elsewhere = voucher_no(&book(
        &TestDesk::training(),
        "张桂兰",
        "ecg",
        TUESDAY,
        "09:00",
    ));
    let desk = TestDesk::training();
    for command in ["vouchers.verify", "bookings.check_in"] {
        let mut scan = json!({ "scan": elsewhere });
        if command == "bookings.check_in" {
            scan["id"] = Value::Null;
        }
        desk.refuses(command, scan, "voucher_unknown", Some("scan"));
    }
}
