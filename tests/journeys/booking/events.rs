//! Lectures and events: laid down, filled, called off, ticked, on paper and in the ledger.

use proofs::desk::TestDesk;
use proofs::made::events::{event, lecture, seat};
use proofs::made::{Person, id, visitor, visitor_named};
use serde_json::{Value, json};

fn sign_up(desk: &TestDesk, event: i64, who: i64) -> Value {
    desk.call("events.sign_up", json!({ "id": event, "visitorId": who }))
}

fn seats(view: &Value) -> (i64, i64, i64) {
    let of = |key: &str| view["event"][key].as_i64().unwrap();
    (of("seats"), of("taken"), of("came"))
}

#[test]
fn an_event_takes_as_many_as_it_has_seats_and_a_seat_given_back_is_free() {
    let desk = TestDesk::training();
    desk.as_staff("1002");
    let it = event(&desk, 2);
    let [first, second, third] =
        ["单桂兰", "仇静", "区建国"].map(|name| visitor_named(&desk, name));
    let one = sign_up(&desk, it, first);
    let again = json!({ "id": it, "visitorId": first });
    desk.refuses(
        "events.sign_up",
        again,
        "already_signed_up",
        Some("visitorId"),
    );
    assert_eq!(seats(&sign_up(&desk, it, second)), (2, 2, 0));
    let too_many = json!({ "id": it, "visitorId": third });
    let facts = desk.refuses("events.sign_up", too_many, "event_full", None);
    assert_eq!(Value::from(facts), json!({ "seats": 2 }));
    let given_back = json!({ "id": one["guests"][0]["id"] });
    assert_eq!(
        seats(&desk.call("events.withdraw", given_back.clone())),
        (2, 1, 0)
    );
    desk.refuses("events.withdraw", given_back, "wrong_state", None);
    let full = sign_up(&desk, it, third);
    let names: Vec<&str> = full["guests"]
        .as_array()
        .unwrap()
        .iter()
        .map(|g| g["name"].as_str().unwrap())
        .collect();
    assert_eq!(names, ["仇静", "区建国"]);
    let phones = full["guests"]
        .as_array()
        .unwrap()
        .iter()
        .map(|g| &g["phoneMasked"]);
    assert!(phones.into_iter().all(|phone| phone == "138****5678"));
}

#[test]
fn an_event_has_never_fewer_seats_than_guests() {
    let desk = TestDesk::training();
    desk.as_staff("1004");
    let it = event(&desk, 20);
    for name in ["单桂兰", "仇静"] {
        sign_up(&desk, it, visitor_named(&desk, name));
    }
    let mut changed = lecture(1);
    changed["id"] = json!(it);
    let facts = desk.refuses("events.save", changed.clone(), "seats_taken", Some("seats"));
    assert_eq!(Value::from(facts), json!({ "taken": 2 }));
    (changed["seats"], changed["placeZh"]) = (json!(2), json!("一楼大厅"));
    let saved = desk.call("events.save", changed);
    assert_eq!(
        (seats(&saved), &saved["event"]["placeZh"]),
        ((2, 2, 0), &json!("一楼大厅"))
    );
}

#[test]
fn an_event_names_the_field_that_is_wrong() {
    let desk = TestDesk::training();
    desk.as_staff("1004");
    for (field, value, code, at) in [
        ("titleZh", json!(" "), "empty", "titleZh"),
        ("placeZh", json!(""), "empty", "placeZh"),
        ("day", json!("2026-11-20"), "no_such_time", "day"),
        ("day", json!("2026-02-30"), "no_such_time", "day"),
        ("day", json!("2027-12-24"), "too_far_ahead", "day"),
        ("starts", json!("25:00"), "past_midnight", "starts"),
        ("ends", json!("14:00"), "ends_first", "ends"),
        ("seats", json!(0), "out_of_range", "seats"),
        ("seats", json!(2001), "out_of_range", "seats"),
    ] {
        let mut wrong = lecture(10);
        wrong[field] = value;
        desk.refuses("events.save", wrong, code, Some(at));
    }
    let from = json!({ "from": "2026-11-01" });
    assert_eq!(desk.call("events.list", from)["rows"], json!([]));
}

#[test]
fn a_called_off_event_keeps_its_list_and_takes_nobody_more() {
    let desk = TestDesk::training();
    desk.as_staff("1004");
    let (it, seat) = seat(&desk);
    let off = |reason: &str| json!({ "id": it, "reason": reason });
    desk.refuses("events.call_off", off(" "), "reason_needed", Some("reason"));
    let view = desk.call("events.call_off", off("讲师生病"));
    assert_eq!(
        (&view["event"]["state"], &view["event"]["reason"]),
        (&json!("called_off"), &json!("讲师生病"))
    );
    assert_eq!(view["guests"].as_array().unwrap().len(), 1);
    let late = json!({ "id": it, "visitorId": visitor_named(&desk, "仇静") });
    desk.refuses("events.sign_up", late, "event_called_off", None);
    let came = json!({ "id": seat, "state": "came" });
    desk.refuses("events.mark", came, "event_called_off", None);
    desk.refuses("events.call_off", off("又一次"), "event_called_off", None);
    let mut changed = lecture(20);
    changed["id"] = json!(it);
    desk.refuses("events.save", changed, "event_called_off", None);
}

#[test]
fn who_came_is_ticked_on_the_day_and_the_tick_can_be_taken_back() {
    let desk = TestDesk::training();
    desk.as_staff("1002");
    let (it, seat) = seat(&desk);
    let mark = |state: &str| json!({ "id": seat, "state": state });
    desk.refuses("events.mark", mark("came"), "not_the_day", None);
    desk.set_clock("2026-11-24 14:10");
    // A specialist holds the door too.
    desk.as_staff("1003");
    assert_eq!(seats(&desk.call("events.mark", mark("came"))), (20, 1, 1));
    desk.refuses("events.mark", mark("came"), "wrong_state", None);
    assert_eq!(
        seats(&desk.call("events.mark", mark("signed_up"))),
        (20, 1, 0)
    );
    desk.as_staff("1002");
    desk.refuses("events.mark", mark("withdrawn"), "wrong_state", None);
    // It ended at half past three: nobody signs up or gives a seat back, but ticking goes on.
    desk.set_clock("2026-11-24 15:30");
    desk.as_staff("1002");
    desk.refuses("events.withdraw", json!({ "id": seat }), "event_over", None);
    let late = json!({ "id": it, "visitorId": visitor_named(&desk, "仇静") });
    desk.refuses("events.sign_up", late, "event_over", None);
    assert_eq!(seats(&desk.call("events.mark", mark("came"))), (20, 1, 1));
}

#[test]
fn nobody_takes_a_seat_without_a_word_on_their_data_or_after_asking_for_quiet() {
    let desk = TestDesk::training();
    desk.as_staff("1004");
    let it = event(&desk, 20);
    let who = visitor(&desk);
    let asked = json!({ "visitorId": who, "wish": "restrict", "words": "先别用", "verified": "document", "verifiedNote": "" });
    let request = id(&desk.call("requests.record", asked)["line"]);
    let held = json!({ "id": request, "hold": "storage", "reason": "核对中" });
    desk.call("requests.restrict", held);
    let input = json!({ "id": it, "visitorId": who });
    desk.refuses(
        "events.sign_up",
        input,
        "visitor_restricted",
        Some("visitorId"),
    );
    let known = id(&Person::named("仇静").phone("15411110099").come(&desk));
    desk.call(
        "visitors.withdraw_consent",
        json!({ "id": known, "scope": "personal" }),
    );
    let input = json!({ "id": it, "visitorId": known });
    desk.refuses("events.sign_up", input, "consent_missing", Some("consent"));
    desk.refuses("events.read", json!({ "id": 99 }), "not_found", None);
}

#[test]
fn the_list_to_tick_is_printed_and_the_journal_knows() {
    let desk = TestDesk::training();
    desk.as_staff("1002");
    let (it, _) = seat(&desk);
    for language in ["zh", "en"] {
        let printed = desk.call("events.print", json!({ "id": it, "language": language }));
        assert!(printed["job"].as_str().unwrap().starts_with("test-"));
    }
    let papers = desk.machine().papers();
    assert_eq!(papers.len(), 2);
    assert!(papers.iter().all(|paper| paper.title == "首问 报名表"));
    desk.as_staff("1004");
    let filter =
        json!({ "before": null, "actor": "1002", "object": "event", "objectId": it, "day": null });
    let rows = desk.call("journal.list", filter)["rows"].clone();
    let done: Vec<&str> = rows
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["action"].as_str().unwrap())
        .collect();
    assert_eq!(done, ["events.print", "events.print"]);
}

#[test]
fn the_ledger_counts_the_events_of_its_days_and_names_nobody() {
    let desk = TestDesk::training();
    desk.as_staff("1002");
    let (_, seat) = seat(&desk);
    let ledger = |from: &str, to: &str| {
        let period = json!({ "from": from, "to": to, "page": 0 });
        desk.call("ledger.read", period)["chapters"].clone()
    };
    assert_eq!(ledger("2026-11-23", "2026-11-23"), json!([]));
    desk.set_clock("2026-11-24 14:10");
    desk.as_staff("1002");
    desk.call("events.mark", json!({ "id": seat, "state": "came" }));
    desk.as_staff("1004");
    let chapter = ledger("2026-11-24", "2026-11-24")[0].clone();
    assert_eq!(
        (&chapter["code"], &chapter["count"]),
        (&json!("events"), &json!(1))
    );
    let codes: Vec<&Value> = chapter["columns"]
        .as_array()
        .unwrap()
        .iter()
        .map(|c| &c["code"])
        .collect();
    let cell = |code: &str| {
        let at = codes.iter().position(|c| *c == code).unwrap();
        chapter["rows"][0][at].clone()
    };
    assert_eq!(
        cell("event"),
        json!({ "zh": "高血压日常管理", "en": "Living with high blood pressure" })
    );
    assert_eq!(cell("state"), json!({ "zh": "照常举行", "en": "Planned" }));
    assert_eq!(
        cell("place"),
        json!({ "zh": "三楼会议室", "en": "三楼会议室" })
    );
    let counts = ["seats", "signed_up", "came"].map(|code| cell(code)["zh"].clone());
    assert_eq!(counts, [json!("20"), json!("1"), json!("1")]);
    for format in ["csv", "xlsx", "pdf"] {
        let export = json!({ "from": "2026-11-24", "to": "2026-11-24", "format": format, "detail": "masked", "language": "zh" });
        let made = desk.call("ledger.export", export);
        let path = made["path"].as_str().unwrap();
        let bytes = std::fs::read(path).unwrap();
        if format == "csv" {
            let text = String::from_utf8(bytes).unwrap();
            let line = text.lines().find(|line| line.contains("高血压日常管理"));
            let line = line.unwrap();
            assert!(line.contains("照常举行") && line.contains("20") && !line.contains("单秀英"));
            assert!(text.contains("\"events\"") && text.contains("到场"));
        } else {
            assert!(bytes.len() > 1_000);
        }
    }
}

#[test]
fn a_seat_at_what_is_to_come_keeps_its_person_until_it_is_given_back_or_over() {
    let desk = TestDesk::training();
    desk.as_staff("1004");
    let (_, seat) = seat(&desk);
    let found = desk.call("visitors.find", json!({ "text": "单秀英" }));
    let asked = json!({ "visitorId": found["rows"][0]["id"], "wish": "delete", "words": "都删掉",
        "verified": "document", "verifiedNote": "" });
    let request = json!({ "id": desk.call("requests.record", asked)["line"]["id"] });
    let open = || desk.call("requests.plan", request.clone())["open"].clone();
    assert_eq!(open(), json!([{ "why": "open_booking", "count": 1 }]));
    desk.set_clock("2026-11-25 09:00");
    desk.as_staff("1004");
    assert_eq!(open(), json!([]), "it is over");
    desk.set_clock("2026-11-24 09:00");
    desk.as_staff("1004");
    assert_eq!(open(), json!([{ "why": "open_booking", "count": 1 }]));
    desk.call("events.withdraw", json!({ "id": seat }));
    assert_eq!(open(), json!([]), "it was given back");
}

#[test]
fn an_event_to_which_people_came_stays_where_and_when_it_was() {
    let desk = TestDesk::training();
    desk.as_staff("1004");
    let (it, seat) = seat(&desk);
    desk.set_clock("2026-11-24 14:10");
    desk.as_staff("1004");
    let over = |day: &str, ends: &str| {
        let mut changed = lecture(20);
        (changed["id"], changed["day"]) = (json!(it), json!(day));
        (changed["starts"], changed["ends"]) = (json!("09:00"), json!(ends));
        changed
    };
    let gone_by = over("2026-11-24", "10:00");
    desk.refuses("events.save", gone_by, "no_such_time", Some("ends"));
    desk.call("events.mark", json!({ "id": seat, "state": "came" }));
    let later = over("2026-12-25", "10:00");
    let facts = desk.refuses("events.save", later.clone(), "people_came", Some("day"));
    assert_eq!(Value::from(facts), json!({ "came": 1 }));
    let off = json!({ "id": it, "reason": "下雪" });
    desk.refuses("events.call_off", off, "people_came", Some("reason"));
    // Its words and seats may change; marked by mistake, it may move.
    let mut same = lecture(30);
    same["id"] = json!(it);
    desk.call("events.save", same);
    desk.call("events.mark", json!({ "id": seat, "state": "signed_up" }));
    assert_eq!(
        desk.call("events.save", later)["event"]["day"],
        "2026-12-25"
    );
}
