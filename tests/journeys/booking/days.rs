//! Days that differ: what the State Council announced, what was set by hand, what a mark moves.

use super::bookings::{qr, voucher_no};
use proofs::desk::{TestDesk, moment};
use proofs::made::{TUESDAY, book, feedback, id, institution, place, slot, start, visit};
use proofs::made::{visitor, visitor_named, with_code};
use serde_json::{Value, json};

/// The test desk works Monday to Saturday.
const WEEKDAYS: u8 = 6;

fn mark(day: &str, kind: &Value) -> Value {
    json!({ "day": day, "kind": kind, "name": "院庆" })
}

/// The days on which the blood is drawn that are offered, of so many from one on.
fn offered(desk: &TestDesk, from: &str, days: u16) -> Vec<String> {
    let (_, service) = place(desk, "blood-drawing");
    let asked = json!({ "visitorId": null, "packageId": null, "serviceIds": [service],
        "from": from, "days": days, "movingId": null });
    let free = desk.call("bookings.slots", asked);
    let open = free["days"].as_array().unwrap().iter().filter(|day| {
        let offers = day["offers"].as_array().unwrap();
        assert_eq!(offers.is_empty(), !day["shut"].is_null(), "{day}");
        !offers.is_empty()
    });
    open.map(|day| day["day"].as_str().unwrap().to_owned())
        .collect()
}

/// The same from the notice of 2026 and the weekdays, written down once more.
fn by_the_notice(from: &str, days: i64) -> Vec<String> {
    const OFF: [(&str, &str); 2] = [("2026-09-25", "2026-09-27"), ("2026-10-01", "2026-10-07")];
    const MADE_UP: [&str; 2] = ["2026-09-20", "2026-10-10"];
    let first = chrono::NaiveDate::parse_from_str(from, "%Y-%m-%d").unwrap();
    (0..days)
        .map(|n| first + chrono::Duration::days(n))
        .filter(|day| {
            use chrono::Datelike as _;
            let text = day.to_string();
            let off = OFF
                .iter()
                .any(|(from, to)| (*from..=*to).contains(&text.as_str()));
            let weekday = day.weekday().number_from_monday();
            !off && (weekday <= u32::from(WEEKDAYS) || MADE_UP.contains(&text.as_str()))
        })
        .map(|day| day.to_string())
        .collect()
}

#[test]
fn announced_days_off_offer_nothing_and_make_up_days_do() {
    let desk = TestDesk::training();
    desk.set_clock("2026-09-17 09:00").as_staff("1001");
    let days = offered(&desk, "2026-09-18", 28);
    assert_eq!(days, by_the_notice("2026-09-18", 28));
    // By hand it is another day: the second is worked, the make-up Sunday is not.
    desk.call(
        "institution.mark_day",
        mark("2026-10-02", &json!("working")),
    );
    desk.call("institution.mark_day", mark("2026-09-20", &json!("closed")));
    let days = offered(&desk, "2026-09-18", 28);
    assert!(days.contains(&"2026-10-02".to_owned()), "{days:?}");
    assert!(!days.contains(&"2026-09-20".to_owned()), "{days:?}");
    for day in ["2026-10-02", "2026-09-20"] {
        desk.call("institution.mark_day", mark(day, &Value::Null));
    }
    assert_eq!(
        offered(&desk, "2026-09-18", 28),
        by_the_notice("2026-09-18", 28)
    );
}

fn special(desk: &TestDesk, day: &str) -> Value {
    let house = desk.call("institution.read", json!({}));
    let days = house["specialDays"].as_array().unwrap();
    days.iter()
        .find(|row| row["day"] == day)
        .cloned()
        .unwrap_or_default()
}

#[test]
fn a_special_day_says_whose_hours_it_has_and_from_where_it_is() {
    let desk = TestDesk::training();
    desk.set_clock("2026-09-17 09:00").as_staff("1001");
    let announced = special(&desk, "2026-10-01");
    assert_eq!(announced["festival"], "national");
    assert!(announced["document"].as_str().unwrap().contains("2025"));
    assert_eq!(announced["hoursOf"], Value::Null);
    assert_eq!(special(&desk, "2026-09-20")["hoursOf"], 1);
    let mut saturday = mark("2026-09-20", &json!("working"));
    saturday["hoursOf"] = json!(6);
    desk.call("institution.mark_day", saturday.clone());
    let set = special(&desk, "2026-09-20");
    assert_eq!((&set["hoursOf"], &set["byNo"]), (&json!(6), &json!("1001")));
    assert_eq!(set["document"], Value::Null);
    saturday["hoursOf"] = json!(7);
    let facts = desk.refuses(
        "institution.mark_day",
        saturday,
        "weekday_closed",
        Some("hoursOf"),
    );
    assert_eq!(facts["weekday"], 7);
}

/// A house that works from Tuesday to Sunday took nobody on a Monday that was made up.
#[test]
fn a_make_up_monday_is_worked_where_mondays_are_off() {
    let desk = TestDesk::training();
    desk.as_staff("1001");
    let mut house = institution(&desk);
    house["hours"].as_array_mut().unwrap().remove(0);
    desk.call("institution.set", house);
    desk.call(
        "institution.mark_day",
        mark("2026-11-30", &json!("working")),
    );
    assert_eq!(special(&desk, "2026-11-30")["hoursOf"], 2);
    assert_eq!(offered(&desk, "2026-11-30", 1), ["2026-11-30"]);
}

#[test]
fn who_keeps_the_calendar_is_told_that_the_list_of_next_year_is_missing() {
    let desk = TestDesk::training();
    let missing = |at: &str| {
        desk.set_clock(at).as_staff("1001");
        desk.call("institution.read", json!({}))["missingYears"].clone()
    };
    assert_eq!(missing("2026-09-17 09:00"), json!([]));
    assert_eq!(missing("2026-11-23 09:00"), json!([2027]));
    desk.call("institution.mark_day", mark("2027-10-01", &json!("closed")));
    assert_eq!(missing("2026-11-23 10:00"), json!([]));
}

#[test]
fn a_closed_day_names_what_it_moves_each_once() {
    let desk = TestDesk::training();
    desk.as_staff("1001");
    // Two services of one booking, so two places that the day does not hold.
    let row = with_code(&desk.call("schedules.list", json!({})), "blood-drawing");
    let [first, second] = [0, 1].map(|n| id(&row["services"][n]));
    let mut both = visit(visitor(&desk), first, id(&row), "2026-11-26", "08:00");
    let mut beside = both["items"][0].clone();
    beside["serviceId"] = json!(second);
    both["items"].as_array_mut().unwrap().push(beside);
    let (ecg, pulse) = place(&desk, "ecg");
    both["items"].as_array_mut().unwrap().push(
        json!({ "serviceId": pulse, "scheduleId": ecg, "day": "2026-11-26", "start": "10:00" }),
    );
    let kept = desk.call("bookings.book", both);
    let other = book(&desk, "李静", "ecg", "2026-11-26", "09:00");
    desk.call(
        "bookings.cancel",
        json!({ "id": other["line"]["id"], "reason": "不来了" }),
    );
    let talk = start(&desk, "phone", visitor_named(&desk, "王强"));
    let due = moment("2026-11-26 10:00");
    desk.call(
        "encounters.promise",
        json!({ "id": talk["id"], "what": "回电", "dueAt": due }),
    );
    let complaint = desk.call("feedback.receive", feedback(&desk))["line"].clone();
    let asked = json!({ "visitorId": visitor(&desk), "wish": "see", "words": "", "verified": "known", "verifiedNote": "" });
    let request = desk.call("requests.record", asked)["line"].clone();

    let said = desk.call("institution.mark_day", mark("2026-11-26", &json!("closed")));
    let moved = &said["moved"];
    let booking =
        json!({ "id": kept["line"]["id"], "voucherNo": voucher_no(&kept), "start": "08:00" });
    assert_eq!(moved["bookings"], json!([booking]));
    let promises = moved["promises"].as_array().unwrap();
    assert_eq!(promises.len(), 1, "{moved}");
    assert_eq!(
        (&promises[0]["encounterNo"], &promises[0]["dueAt"]),
        (&talk["no"], &json!(due))
    );
    // Five working days from Monday the 23rd, Saturdays too: the 28th; now Monday the 30th.
    let limit = json!({ "no": complaint["no"], "from": "2026-11-28", "to": "2026-11-30" });
    assert_eq!(moved["feedback"], json!([limit]));
    let read = desk.call("feedback.read", json!({ "id": complaint["id"] }));
    assert_eq!(read["line"]["dueAt"], moment("2026-11-30 17:00"));
    let limit = json!({ "no": request["no"], "from": "2026-12-10", "to": "2026-12-11" });
    assert_eq!(moved["requests"], json!([limit]));

    // Said again it moves nothing more, and taken away everything is as before.
    let again = desk.call("institution.mark_day", mark("2026-11-26", &json!("closed")));
    let nothing = json!({ "bookings": [], "promises": [], "feedback": [], "requests": [] });
    assert_eq!(again["moved"], nothing);
    let back = desk.call("institution.mark_day", mark("2026-11-26", &Value::Null));
    assert_eq!(back["moved"]["feedback"][0]["to"], "2026-11-28");
    assert_eq!(back["moved"]["bookings"], json!([]));
    assert!(qr(&kept).len() > 10);
}

#[test]
fn a_booking_of_a_day_gone_by_is_not_come_wherever_it_is_shown() {
    let desk = TestDesk::training();
    let missed = book(&desk, "张桂兰", "ecg", TUESDAY, "09:00");
    let came = book(&desk, "李静", "ecg", TUESDAY, "10:00");
    let later = book(&desk, "王强", "ecg", "2026-11-26", "10:00");
    desk.set_clock("2026-11-24 10:00").as_staff("1002");
    desk.call(
        "bookings.check_in",
        json!({ "scan": null, "id": came["line"]["id"] }),
    );
    desk.set_clock("2026-11-25 08:00").as_staff("1001");
    let state = |booking: &Value, wanted: &str| {
        let it = json!({ "id": booking["line"]["id"] });
        assert_eq!(desk.call("bookings.read", it)["line"]["state"], wanted);
        let who = json!({ "id": booking["line"]["visitorId"] });
        let theirs = desk.call("bookings.of_visitor", who);
        assert_eq!(theirs["rows"][0]["state"], wanted);
        let scan = json!({ "scan": qr(booking) });
        assert_eq!(desk.call("vouchers.verify", scan)["line"]["state"], wanted);
        let on = json!({ "day": booking["line"]["day"] });
        let rows = desk.call("bookings.day", on)["rows"]
            .as_array()
            .unwrap()
            .clone();
        let row = rows.iter().find(|row| row["id"] == booking["line"]["id"]);
        assert_eq!(row.unwrap()["state"], wanted);
    };
    state(&missed, "no_show");
    state(&came, "checked_in");
    state(&later, "booked");
    let asked = json!({ "from": "2026-11-23", "to": "2026-11-25", "page": 0 });
    let ledger = desk.call("ledger.read", asked);
    let rows = ledger["bookings"].as_array().unwrap();
    let mut states: Vec<&str> = rows
        .iter()
        .map(|row| row["state"].as_str().unwrap())
        .collect();
    states.sort_unstable();
    assert_eq!(states, ["booked", "checked_in", "no_show"], "{ledger}");
    let counted = ledger["totals"]["bookings"].as_array().unwrap();
    assert!(counted.contains(&json!(["no_show", 1])), "{counted:?}");
    assert!(counted.contains(&json!(["booked", 1])), "{counted:?}");
    // A day that is over keeps nobody's record open.
    let asked = json!({ "visitorId": missed["line"]["visitorId"], "wish": "delete", "words": "", "verified": "known", "verifiedNote": "" });
    let request = desk.call("requests.record", asked);
    let plan = desk.call("requests.plan", json!({ "id": request["line"]["id"] }));
    assert_eq!(plan["open"], json!([]), "{plan}");
}

#[test]
fn a_booking_that_is_moved_keeps_its_needs_unless_others_are_said() {
    let desk = TestDesk::training();
    let mut wanted = slot(&desk, "09:00");
    (wanted["needs"], wanted["note"]) = (json!("坐轮椅"), json!("带上旧报告"));
    let booked = desk.call("bookings.book", wanted.clone());
    let parts = wanted.as_object_mut().unwrap();
    parts.remove("needs");
    parts.remove("note");
    let to = |booking: &Value, start: &str, said: &[(&str, &str)]| {
        let mut visit = wanted.clone();
        visit["items"][0]["start"] = json!(start);
        for (field, words) in said {
            visit[*field] = json!(words);
        }
        let it = json!({ "id": booking["line"]["id"], "reason": "改时间", "booking": visit });
        let moved = desk.call("bookings.reschedule", it);
        let said = (moved["needsText"].clone(), moved["note"].clone());
        (moved, said)
    };
    let (moved, said) = to(&booked, "10:00", &[]);
    assert_eq!(said, (json!("坐轮椅"), json!("带上旧报告")));
    let (moved, said) = to(&moved, "10:30", &[("needs", "")]);
    assert_eq!(said, (json!(""), json!("带上旧报告")));
    let (_, said) = to(&moved, "11:00", &[("needs", "怕针"), ("note", "")]);
    assert_eq!(said, (json!("怕针"), json!("")));
}

#[test]
fn a_day_ends_at_midnight_and_who_types_more_is_told_so() {
    let desk = TestDesk::training();
    desk.as_staff("1001");
    let mut house = institution(&desk);
    house["hours"][0]["closes"] = json!("24:00");
    desk.refuses(
        "institution.set",
        house.clone(),
        "past_midnight",
        Some("hours.1"),
    );
    house["hours"][0]["closes"] = json!("02:00");
    desk.refuses("institution.set", house, "hours_order", Some("hours.1"));
}
