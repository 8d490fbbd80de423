//! A record opens for a purpose that the journal keeps, and not many in a short time; and
//! searching is no way to learn a number (R 10.3, 10.4).

use proofs::desk::{PASSWORD, TestDesk};
use proofs::made::{
    Person, TUESDAY, anonymous, book, here, id, leaf, matter, start, visitor_named,
};
use serde_json::{Value, json};

const READ: &str = "visitors.read";

fn for_(visitor: i64, purpose: &str, number: i64) -> Value {
    json!({ "id": visitor, "purpose": purpose, "number": number })
}

/// How often the journal says that somebody's record was opened, and for what.
fn openings(desk: &TestDesk, visitor: i64) -> Vec<String> {
    let page =
        json!({ "before": null, "actor": "", "object": "visitor", "objectId": visitor, "day": "" });
    desk.as_staff("1001");
    let page = desk.call("journal.list", page);
    let rows = page["rows"].as_array().unwrap().iter();
    let opened = rows.filter(|row| row["action"] == "visitors.open");
    opened
        .map(|row| row["detail"].as_str().unwrap().to_owned())
        .collect()
}

/// So many people, registered by the supervisor.
fn people(desk: &TestDesk, count: i64) -> Vec<i64> {
    desk.as_staff("1004");
    (0..count)
        .map(|n| {
            id(&Person::named(&format!("单雅{n}"))
                .phone(&format!("1380000{n:04}"))
                .come(desk))
        })
        .collect()
}

fn pass_seconds(desk: &TestDesk, seconds: i64) {
    desk.machine().set(desk.machine().at() + seconds * 1_000);
}

#[test]
fn an_opening_is_noted_once_for_a_purpose_within_half_an_hour() {
    let desk = TestDesk::training();
    let visitor = visitor_named(&desk, "张桂兰");
    desk.as_staff("1002");
    for _ in 0..3 {
        desk.call(READ, here(visitor));
        desk.pass_minutes(4);
    }
    let encounter = id(&start(&desk, "walk_in", visitor));
    for _ in 0..3 {
        desk.call("encounters.read", json!({ "id": encounter }));
        desk.call(READ, for_(visitor, "encounter", encounter));
    }
    desk.pass_minutes(20);
    desk.call(READ, here(visitor));
    desk.as_staff("1004");
    desk.call(READ, here(visitor));
    let talk = format!("encounter {encounter}");
    assert_eq!(openings(&desk, visitor), ["here", "here", &talk, "here"]);
}

#[test]
fn a_record_opens_for_nothing_that_is_not_theirs_or_not_the_roles() {
    let desk = TestDesk::training();
    let (visitor, other) = (visitor_named(&desk, "张桂兰"), visitor_named(&desk, "李静"));
    let encounter = id(&start(&desk, "walk_in", other));
    let nobody = anonymous(&desk);
    let booking = id(&book(&desk, "王守仁", "ecg", TUESDAY, "09:00")["line"]);
    let at = Some("purpose");
    for wrong in [
        for_(visitor, "encounter", encounter),
        for_(visitor, "encounter", nobody),
        for_(visitor, "booking", booking),
        for_(visitor, "here", encounter),
    ] {
        desk.refuses(READ, wrong, "purpose_unfit", at);
    }
    desk.refuses(READ, for_(visitor, "request", 999), "not_found", None);
    let nothing_said = desk.refused(READ, json!({ "id": visitor }));
    assert_eq!(nothing_said.code, "input_shape");
    desk.call(READ, for_(other, "encounter", encounter));
    desk.as_staff("1003");
    desk.refuses(READ, here(visitor), "purpose_unfit", at);
    desk.refuses(
        READ,
        for_(other, "encounter", encounter),
        "encounter_elsewhere",
        None,
    );
}

#[test]
fn many_openings_wait_then_want_a_reason_then_a_colleagues_word() {
    let desk = TestDesk::training();
    let people = people(&desk, 153);
    desk.as_staff("1002");
    let open = |from: usize, to: usize| {
        for visitor in &people[from..to] {
            pass_seconds(&desk, 20);
            desk.call(READ, here(*visitor));
        }
        pass_seconds(&desk, 20);
    };
    let why = || desk.call("visitors.say_why", json!({ "reason": "体检团队报到" }));
    // Free: a script takes them at once.
    for visitor in &people[..80] {
        desk.call(READ, here(*visitor));
    }
    let facts = desk.refuses(READ, here(people[80]), "opening_wait", None);
    assert_eq!(facts["seconds"], 20);
    pass_seconds(&desk, 19);
    let facts = desk.refuses(READ, here(people[80]), "opening_wait", None);
    assert_eq!(facts["seconds"], 1);
    // Whom they opened before opens again without waiting.
    desk.call(READ, here(people[7]));
    open(80, 110);
    desk.refuses(READ, here(people[110]), "opening_reason", None);
    desk.refuses(
        "visitors.say_why",
        json!({ "reason": " " }),
        "reason_needed",
        Some("reason"),
    );
    for from in [110, 120, 130] {
        desk.refuses(READ, here(people[from]), "opening_reason", None);
        why();
        open(from, from + 10);
    }
    let last = people[140];
    desk.refuses(READ, here(last), "opening_stop", None);
    let word = |no: &str, password: &str| json!({ "no": no, "password": password });
    for no in ["1002", "1003", "9999"] {
        desk.refuses(
            "visitors.allow",
            word(no, PASSWORD),
            "allow_nobody",
            Some("no"),
        );
    }
    let wrong = desk.refused("visitors.allow", word("1004", "not-the-one-8812"));
    assert_eq!(
        (wrong.code.as_str(), wrong.field.as_deref()),
        ("password_wrong", Some("password"))
    );
    desk.refuses(READ, here(last), "opening_stop", None);
    // Their word opens what it was asked for, and needs no reason beside it.
    desk.call("visitors.allow", word("1004", PASSWORD));
    open(140, 150);
    // An hour later everything is as at the beginning.
    desk.pass_minutes(61);
    desk.call(READ, here(people[152]));
}

#[test]
fn pages_of_encounters_changes_and_single_values_are_no_way_round() {
    let desk = TestDesk::training();
    let people = people(&desk, 24);
    desk.as_staff("1004");
    let talks: Vec<i64> = people
        .iter()
        .map(|who| id(&start(&desk, "phone", *who)))
        .collect();
    desk.as_staff("1001");
    for talk in &talks[..20] {
        desk.call("encounters.read", json!({ "id": talk }));
    }
    for command in ["encounters.read", "encounters.read_back"] {
        let facts = desk.refuses(command, json!({ "id": talks[20] }), "opening_wait", None);
        assert_eq!(facts["seconds"], 20, "{command}");
    }
    let consent = json!({ "id": people[21], "scope": "health", "manner": "spoken" });
    desk.refuses("visitors.consent", consent, "opening_wait", None);
    let phone = json!({ "id": people[21], "what": "phone", "reason": "call_back", "words": "" });
    desk.refuses("visitors.reveal", phone, "opening_wait", None);
}

#[test]
fn an_attacker_learns_no_more_than_the_last_four_digits_of_a_phone() {
    let desk = TestDesk::training();
    let visitor = id(&Person::named("单雅琴").phone("13974685678").come(&desk));
    desk.as_staff("1002");
    let find = |text: &str| desk.answer("visitors.find", json!({ "text": text }));
    let found = find("单雅琴").unwrap().value;
    assert_eq!(
        found["rows"][0]["phone"], "139****5678",
        "what everybody sees"
    );
    let mut tried = 0;
    // A digit more in front, as long as it is let.
    let refused = (0..10).find_map(|digit| {
        tried += 1;
        match find(&format!("{digit}5678")) {
            Ok(answer) => assert_eq!(answer.value["rows"], json!([]), "{digit}: a lucky one"),
            Err(problem) => return Some(problem.code),
        }
        None
    });
    assert_eq!((refused.as_deref(), tried), (Some("search_guess"), 5));
    // Neither the right digit, nor longer ends, nor whole numbers tell any more.
    for more in ["85678", "685678", "74685678", "13974685678", "单雅琴 85678"] {
        assert_eq!(find(more).unwrap_err().code, "search_guess", "{more}");
    }
    // Nor does what is asked before somebody is registered.
    let same = |phone: &str| {
        let who = json!({ "id": null, "name": "单雅琴", "phone": phone, "bornOn": "1990-01-01", "idNumber": "" });
        desk.answer("visitors.likely_same", who)
    };
    assert_eq!(same("13974685678").unwrap_err().code, "search_guess");
    // Whoever has the person before them finds them.
    assert_eq!(find("5678").unwrap().value["rows"][0]["id"], visitor);
}

#[test]
fn searching_in_vain_costs_and_typing_on_does_not() {
    let desk = TestDesk::training();
    desk.as_staff("1002");
    let find = |text: &str| desk.answer("visitors.find", json!({ "text": text }));
    // Numbers of a busy hour, typed digit by digit.
    for n in 0..60 {
        let number = format!("15{:09}", 7_919_317 * (n + 1));
        for end in 4..=11 {
            find(&number[..end]).unwrap();
        }
    }
    // Sixty halves are thirty of eighty: a hundred endings more are.
    let refused = (0..110).find_map(|n| {
        let end = format!("{:04}", 9_973 * (n + 1) % 10_000);
        find(&end).err().map(|problem| (n, problem.code))
    });
    let (n, code) = refused.unwrap();
    assert_eq!(code, "opening_wait");
    assert!((90..=105).contains(&n), "{n}");
    // Names are not numbers.
    find("单").unwrap();
}

#[test]
fn feedback_about_anybody_counts_like_opening_them() {
    let desk = TestDesk::training();
    let people = people(&desk, 22);
    desk.as_staff("1001");
    let heard = |who: i64| {
        json!({ "kind": "praise", "encounterId": null, "visitorId": who, "name": "", "phone": "",
            "happenedOn": null, "about": "前台", "what": "很耐心", "points": [] })
    };
    for who in &people[..20] {
        desk.call("feedback.receive", heard(*who));
    }
    desk.refuses("feedback.receive", heard(people[20]), "opening_wait", None);
}

#[test]
fn a_specialist_sees_what_was_said_and_single_values_of_their_own_people_only() {
    let desk = TestDesk::training();
    let who = id(&Person::named("单雅芬").phone("13800004444").come(&desk));
    let talk = start(&desk, "phone", who);
    let mut said = matter(id(&talk), &leaf(&desk, "report_reading"));
    said["matter"] = json!("担心甲状腺");
    desk.call("encounters.describe", said);
    let rows =
        |desk: &TestDesk| desk.call("encounters.of_visitor", json!({ "id": who }))["rows"].clone();
    assert_eq!(rows(&desk)[0]["matter"], "担心甲状腺");
    desk.as_staff("1003");
    assert_eq!(rows(&desk)[0]["matter"], "");
    let phone = json!({ "id": who, "what": "phone", "reason": "call_back", "words": "" });
    desk.refuses("visitors.reveal", phone, "purpose_unfit", Some("id"));
}

#[test]
fn a_script_that_searches_for_names_waits() {
    let desk = TestDesk::training();
    desk.as_staff("1002");
    for n in 0..600 {
        desk.call("visitors.find", json!({ "text": format!("王{n}甲") }));
    }
    desk.refuses(
        "visitors.find",
        json!({ "text": "李" }),
        "opening_wait",
        None,
    );
    let born = json!({ "id": null, "name": "李静", "phone": "", "idNumber": "", "bornOn": null });
    desk.refuses("visitors.likely_same", born, "opening_wait", None);
    desk.pass_minutes(10);
    desk.as_staff("1002");
    desk.call("visitors.find", json!({ "text": "李" }));
}
