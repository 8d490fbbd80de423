//! A day that is over keeps what its ledger said; what changes later is a correction with
//! its date and its person (R 12.1).

use proofs::desk::TestDesk;
use proofs::made::{
    Person, book, closing, feedback_up_to, id, issue, leaf, matter, place, start, visit,
};
use serde_json::{Value, json};

const MONDAY: &str = "2026-11-23";

fn read(desk: &TestDesk, from: &str, to: &str) -> Value {
    desk.call("ledger.read", json!({ "from": from, "to": to, "page": 0 }))
}

/// What a ledger says of its days: without the line of the journal and without what is
/// listed beside it once the days are over.
fn said(ledger: &Value) -> Value {
    let mut said = ledger.clone();
    for beside in ["journalLine", "closed", "chapters"] {
        said.as_object_mut().unwrap().remove(beside);
    }
    said
}

/// The rows of the table of later changes: when, by whom, number, what, before, after.
fn corrections(ledger: &Value) -> Vec<[String; 6]> {
    let chapters = ledger["chapters"].as_array().unwrap();
    let found = chapters.iter().find(|one| one["code"] == "corrections");
    let rows = found.map_or(Vec::new(), |one| one["rows"].as_array().unwrap().clone());
    let cell = |row: &Value, at: usize| row[at]["zh"].as_str().unwrap().to_owned();
    rows.iter()
        .map(|row| std::array::from_fn(|at| cell(row, at)))
        .collect()
}

fn person(desk: &TestDesk, name: &str, phone: &str) -> (Value, Value) {
    let person = Person::named(name).phone(phone);
    let who = person.come(desk)["id"].clone();
    (who, person.form())
}

fn csv(desk: &TestDesk, day: &str, detail: &str) -> String {
    let ask = json!({ "from": day, "to": day, "format": "csv", "detail": detail, "language": "zh",
        "purpose": "inspection", "receiver": "own_use", "reason": "", "receiverName": "" });
    let made = desk.call("ledger.export", ask);
    String::from_utf8(std::fs::read(made["path"].as_str().unwrap()).unwrap()).unwrap()
}

/// Somebody whose visit of next Monday was booked on this one.
fn booked(desk: &TestDesk) -> (Value, Value, Value) {
    let (who, form) = person(desk, "张桂芳", "13812345678");
    let talk = start(desk, "walk_in", who.clone())["id"].clone();
    desk.call("encounters.close", closing(&talk, "declined"));
    let (schedule, service) = place(desk, "ecg");
    let wanted = visit(who.clone(), service, schedule, "2026-11-30", "09:00");
    let made = desk.call("bookings.book", wanted);
    (who, form, made["line"]["id"].clone())
}

#[test]
fn a_booking_cancelled_and_renamed_days_later_leaves_its_day_as_it_was() {
    let desk = TestDesk::training();
    desk.as_staff("1002");
    let (who, mut form, booking) = booked(&desk);
    let evening = read(&desk, MONDAY, MONDAY);
    assert_eq!(evening["closed"], Value::Null);
    desk.set_clock("2026-11-26 10:15").as_staff("1001");
    form["name"] = json!("张桂兰");
    form["phone"] = json!("13987654321");
    desk.call("visitors.correct", json!({ "id": who, "visitor": form }));
    let cancel = json!({ "id": booking, "reason": "临时出差" });
    desk.call("bookings.cancel", cancel);
    let later = read(&desk, MONDAY, MONDAY);
    assert_eq!(later["closed"], MONDAY);
    assert_eq!(said(&later), said(&evening));
    assert_eq!(later["bookings"][0]["name"], "张*芳");
    assert_eq!(later["bookings"][0]["state"], "booked");
    let mut listed: Vec<_> = corrections(&later)
        .into_iter()
        .map(|[at, by, _, what, before, after]| {
            assert_eq!((at.as_str(), by.as_str()), ("2026-11-26 10:15", "1001"));
            (what, before, after)
        })
        .collect();
    listed.sort();
    let line = |what: &str, before: &str, after: &str| {
        (what.to_owned(), before.to_owned(), after.to_owned())
    };
    // The person stands in two rows of the day: the encounter and the booking.
    let name = line("姓名", "张*芳", "张*兰");
    let phone = line("电话", "138****5678", "139****4321");
    let state = line("预约", "已预约", "已取消");
    let mut expected = vec![name.clone(), name, phone.clone(), phone, state];
    expected.sort();
    assert_eq!(listed, expected);
    // Of today nothing is closed, and the person is called as they are called now.
    let today = read(&desk, MONDAY, "2026-11-26");
    assert_eq!(today["bookings"][0]["state"], "cancelled");
    assert_eq!(today["bookings"][0]["name"], "张*兰");
    assert_eq!(corrections(&today), Vec::<[String; 6]>::new());
}

#[test]
fn what_changed_later_stands_in_every_file_masked_as_the_rest() {
    let desk = TestDesk::training();
    desk.as_staff("1002");
    let (who, mut form, booking) = booked(&desk);
    desk.set_clock("2026-11-26 10:15").as_staff("1004");
    form["name"] = json!("张桂兰");
    desk.call("visitors.correct", json!({ "id": who, "visitor": form }));
    desk.call(
        "bookings.cancel",
        json!({ "id": booking, "reason": "临时出差" }),
    );
    let masked = csv(&desk, MONDAY, "masked");
    assert!(masked.contains("\"corrections\",\"1\"") && masked.contains("已取消"));
    assert!(!masked.contains("张桂芳") && !masked.contains("张桂兰"));
    let full = csv(&desk, MONDAY, "full");
    assert!(full.contains("\"姓名\",\"张桂芳\",\"张桂兰\""), "{full}");
    assert!(full.contains("\"closed\",\"yes\""));
    for format in ["xlsx", "pdf"] {
        let ask = json!({ "from": MONDAY, "to": MONDAY, "format": format, "detail": "masked", "language": "zh" });
        let made = desk.call("ledger.export", ask);
        // An encounter, a booking, and three changes: the name in both, and the state.
        assert_eq!(made["rows"], 5, "{format}");
    }
}

/// Three days with everything that can be left over and taken up again. The second way to
/// know what a day said is to have read it in the evening.
#[test]
fn every_evening_is_read_again_weeks_later_word_for_word() {
    let desk = TestDesk::training();
    desk.as_staff("1002");
    let (who, mut form) = person(&desk, "张桂芳", "13812345678");
    let anonymous = start(&desk, "phone", Value::Null)["id"].clone();
    let talk = start(&desk, "walk_in", who.clone())["id"].clone();
    let class = leaf(&desk, "report_reading");
    let mut told = matter(talk.as_i64().unwrap(), &class);
    told["matter"] = json!("张桂芳来取报告");
    desk.call("encounters.describe", told.clone());
    issue(&desk, &talk);
    let promise =
        json!({ "id": talk, "what": "回告结果", "dueAt": desk.machine().at() + 30 * 3_600_000 });
    let promised = desk.call("encounters.promise", promise)["promises"][0]["id"].clone();
    let complaint = feedback_up_to(&desk, "take");
    let first = id(&book(&desk, "王芳", "ecg", "2026-11-24", "09:00")["line"]);
    let second = id(&book(&desk, "李雷", "ecg", "2026-11-24", "09:10")["line"]);
    desk.set_clock("2026-11-23 23:30").as_staff("1002");
    let monday = read(&desk, MONDAY, MONDAY);

    desk.set_clock("2026-11-24 09:05").as_staff("1002");
    let whom = json!({ "id": anonymous, "visitorId": who });
    desk.call("encounters.identify", whom);
    told["matter"] = json!("要复印病历");
    told["urgency"] = json!("urgent");
    desk.call("encounters.describe", told);
    let answer = json!({ "id": talk, "question": "几时", "nature": "other", "analysis": "", "answer": "张桂芳明天来取" });
    desk.call("encounters.answer", answer);
    desk.call("bookings.check_in", json!({ "id": first }));
    desk.call("bookings.undo_check_in", json!({ "id": first }));
    desk.as_staff("1004");
    desk.call("feedback.take", json!({ "id": complaint, "note": "" }));
    desk.set_clock("2026-11-24 10:30").as_staff("1002");
    desk.call("bookings.no_show", json!({ "id": second }));
    desk.call("bookings.check_in", json!({ "id": first }));
    desk.set_clock("2026-11-24 23:30").as_staff("1002");
    let tuesday = read(&desk, "2026-11-24", "2026-11-24");
    let both = read(&desk, MONDAY, "2026-11-24");

    desk.set_clock("2026-11-25 11:00").as_staff("1002");
    form["name"] = json!("张桂兰");
    desk.call("visitors.correct", json!({ "id": who, "visitor": form }));
    desk.call("bookings.complete", json!({ "id": first }));
    let kept = json!({ "id": promised, "result": "已电告" });
    desk.call("encounters.keep_promise", kept);
    desk.call("encounters.close", closing(&talk, "answered"));
    desk.call("encounters.close", closing(&anonymous, "left"));
    desk.as_staff("1004");
    desk.call(
        "feedback.handle",
        json!({ "id": complaint, "done": ["已核实"], "note": "" }),
    );

    desk.set_clock("2026-12-14 09:00").as_staff("1002");
    for (evening, from, to) in [
        (&monday, MONDAY, MONDAY),
        (&tuesday, "2026-11-24", "2026-11-24"),
        (&both, MONDAY, "2026-11-24"),
    ] {
        let later = read(&desk, from, to);
        assert_eq!(said(&later), said(evening), "{from} to {to}");
    }
    let whats = |from: &str, to: &str| {
        let mut whats: Vec<String> = corrections(&read(&desk, from, to))
            .into_iter()
            .map(|[.., what, _, _]| what)
            .collect();
        whats.sort();
        whats.dedup();
        whats
    };
    let mut all = [
        "事由",
        "反馈",
        "姓名",
        "承诺",
        "来访者",
        "答复",
        "结果",
        "缓急",
        "预约",
    ];
    all.sort_unstable();
    assert_eq!(whats(MONDAY, MONDAY), all);
    assert_eq!(whats("2026-11-24", "2026-11-24"), ["预约"]);
    // A text says the name of today where the row says that of the day: neither is shown.
    let text = read(&desk, MONDAY, MONDAY).to_string();
    assert!(
        !text.contains("张桂芳") && !text.contains("张桂兰"),
        "{text}"
    );
}

#[test]
fn who_was_to_come_on_a_day_is_listed_with_who_came() {
    let desk = TestDesk::training();
    desk.as_staff("1002");
    let day = "2026-11-24";
    let came = id(&book(&desk, "王芳", "ecg", day, "09:00")["line"]);
    let missed = id(&book(&desk, "李雷", "ecg", day, "09:10")["line"]);
    let taken_back = id(&book(&desk, "韩梅", "ecg", day, "09:20")["line"]);
    book(&desk, "赵敏", "ecg", "2026-11-25", "09:00");
    desk.call(
        "bookings.cancel",
        json!({ "id": taken_back, "reason": "改天再来" }),
    );
    desk.set_clock("2026-11-24 11:00").as_staff("1002");
    desk.call("bookings.check_in", json!({ "id": came }));
    desk.call("bookings.no_show", json!({ "id": missed }));
    let tuesday = read(&desk, day, day);
    assert_eq!(tuesday["counts"]["bookings"], 0, "none was made on it");
    assert_eq!(tuesday["counts"]["visits"], 2);
    let visits: Vec<(&Value, &Value)> = tuesday["visits"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (&row["time"], &row["state"]))
        .collect();
    assert_eq!(
        visits,
        [
            (&json!("09:10"), &json!("no_show")),
            (&json!("09:00"), &json!("checked_in"))
        ]
    );
    assert_eq!(
        tuesday["totals"]["visits"],
        json!([["checked_in", 1], ["no_show", 1]])
    );
    let monday = read(&desk, MONDAY, MONDAY);
    assert_eq!(monday["counts"]["bookings"], 4);
    assert_eq!(monday["counts"]["visits"], 0);
    let file = csv_masked(&desk, day);
    assert!(file.contains("\"visits\",\"2\",\"2026-11-24\",\"09:10\""));
    assert!(file.contains("\"到访\",\"爽约\",\"1\""));
}

fn csv_masked(desk: &TestDesk, day: &str) -> String {
    csv(desk, day, "masked")
}

#[test]
fn an_erased_person_stands_in_no_closed_day_under_no_name() {
    let desk = TestDesk::training();
    desk.as_staff("1002");
    let (who, mut form) = person(&desk, "鱻桂芳", "13812345678");
    let talk = start(&desk, "walk_in", who.clone())["id"].clone();
    desk.set_clock("2026-11-24 09:00").as_staff("1001");
    let mut told = matter(talk.as_i64().unwrap(), &leaf(&desk, "report_reading"));
    for text in ["鱻桂芳来取报告", "鱻桂兰来取报告"] {
        told["matter"] = json!(text);
        desk.call("encounters.describe", told.clone());
    }
    form["name"] = json!("鱻桂兰");
    desk.call("visitors.correct", json!({ "id": who, "visitor": form }));
    desk.call("encounters.close", closing(&talk, "declined"));
    let counted = read(&desk, MONDAY, MONDAY)["totals"].clone();
    let new = json!({ "visitorId": who, "wish": "delete", "words": "请办", "verified": "document", "verifiedNote": "" });
    let request = desk.call("requests.record", new)["line"]["id"].clone();
    assert!(csv(&desk, MONDAY, "full").contains("\"鱻桂芳\",\"鱻桂兰\""));
    desk.call(
        "requests.erase",
        json!({ "id": request, "reason": "本人请求" }),
    );
    let full = csv(&desk, MONDAY, "full");
    assert!(!full.contains('鱻'), "{full}");
    let ledger = read(&desk, MONDAY, MONDAY);
    assert_eq!(ledger["totals"], counted);
    assert_eq!(ledger["encounters"][0]["standing"], "erased");
}

#[test]
fn a_restricted_person_is_in_no_later_change_either() {
    let desk = TestDesk::training();
    desk.as_staff("1002");
    let (who, mut form) = person(&desk, "鱻桂芳", "13812345678");
    start(&desk, "walk_in", who.clone());
    desk.set_clock("2026-11-24 09:00").as_staff("1001");
    form["name"] = json!("鱻桂兰");
    desk.call("visitors.correct", json!({ "id": who, "visitor": form }));
    let new = json!({ "visitorId": who, "wish": "restrict", "words": "请办", "verified": "document", "verifiedNote": "" });
    let request = desk.call("requests.record", new)["line"]["id"].clone();
    desk.call(
        "requests.restrict",
        json!({ "id": request, "hold": "storage", "reason": "核实" }),
    );
    let full = csv(&desk, MONDAY, "full");
    assert!(!full.contains('鱻') && full.contains("\"corrections\",\"1\""));
}
