//! What is typed about a person: read as it is said, asked back where it can hardly be
//! meant, and the same however it is spelled (R 1.2, 1.3).

use proofs::desk::TestDesk;
use proofs::made::{Person, id};
use serde_json::{Value, json};

fn li() -> Person {
    Person::named("李静")
}

/// Registering this person is refused with this code at this field.
#[track_caller]
fn refused(desk: &TestDesk, who: &Person, code: &str, field: &str) -> Value {
    let facts = desk.refuses("visitors.register", who.input(), code, Some(field));
    facts.into()
}

#[test]
fn a_birth_date_is_kept_as_precisely_as_it_was_said() {
    // Today is 23 November 2026.
    let desk = TestDesk::training();
    for (said, kept, least, most) in [
        ("1949", "1949", 76, 77),
        ("1949-2", "1949-02", 77, 77),
        ("1949年11月", "1949-11", 76, 77),
        ("１９４９年２月３日", "1949-02-03", 77, 77),
        ("19490203", "1949-02-03", 77, 77),
        ("1949.2.3", "1949-02-03", 77, 77),
        ("1949/12/3", "1949-12-03", 76, 76),
        ("49年", "1949", 76, 77),
        ("65岁", "1960-11-24/1961-11-23", 65, 65),
    ] {
        let seen = desk.call("visitors.check_born", json!({ "bornOn": said }));
        assert_eq!(seen["bornOn"], kept, "{said}");
        let who = li().with("bornOn", said).come(&desk);
        let ages = json!({ "least": least, "most": most });
        assert_eq!(
            (&who["bornOn"], &who["ages"]),
            (&json!(kept), &ages),
            "{said}"
        );
        // What is shown is what a correction sends back.
        let mut form = li().form();
        form["bornOn"] = who["bornOn"].clone();
        let again = json!({ "id": who["id"], "visitor": form });
        assert_eq!(
            desk.call("visitors.correct", again)["bornOn"],
            kept,
            "{said}"
        );
    }
    // Who said an age has had a birthday within the year, on a day that nobody knows.
    let who = li().with("bornOn", "30岁").come(&desk);
    desk.set_clock("2027-03-01 09:00").as_staff("1002");
    let here = json!({ "id": who["id"], "purpose": "here", "number": null });
    let later = desk.call("visitors.read", here);
    assert_eq!(later["ages"], json!({ "least": 30, "most": 31 }));
}

#[test]
fn a_birth_date_that_may_mean_two_things_is_refused_at_its_field() {
    let desk = TestDesk::training();
    for said in [
        "65", "05年", "49-2-3", "194902", "3.2.1949", "虚65岁", "很老",
    ] {
        refused(&desk, &li().with("bornOn", said), "born_unread", "bornOn");
        let ask = json!({ "bornOn": said });
        desk.refuses("visitors.check_born", ask, "born_unread", Some("bornOn"));
    }
    for said in ["1949-13", "1949-2-30", "2027", "2026-12", "1800", "140岁"] {
        refused(&desk, &li().with("bornOn", said), "no_such_time", "bornOn");
    }
    let nothing = json!({ "bornOn": " " });
    desk.refuses("visitors.check_born", nothing, "empty", Some("bornOn"));
}

#[test]
fn a_number_agrees_with_the_year_that_was_said_and_tells_the_day() {
    let desk = TestDesk::training();
    let number = "11010519491231002X";
    let other = li().resident(number).with("bornOn", "1948");
    refused(&desk, &other, "id_differs", "bornOn");
    let who = li().resident(number).with("bornOn", "1949").come(&desk);
    assert_eq!(who["bornOn"], "1949-12-31");
}

#[test]
fn who_gives_another_precision_of_the_same_day_is_likely_the_same() {
    let desk = TestDesk::training();
    let who = id(&li().with("bornOn", "1949").come(&desk));
    let alike = |born: &str| {
        let ask =
            json!({ "id": null, "name": "李静", "phone": "", "bornOn": born, "idNumber": "" });
        let found = desk.call("visitors.likely_same", ask);
        let rows = found["rows"].as_array().unwrap().clone();
        rows.iter().any(|row| row["id"] == who)
    };
    for (born, same) in [
        ("1949-02-03", true),
        ("77岁", true),
        ("1949", true),
        ("not yet", true),
        ("1950", false),
        ("65岁", false),
        ("1948-12-31", false),
    ] {
        assert_eq!(alike(born), same, "{born}");
    }
}

#[test]
fn no_phone_has_its_reason_and_a_phone_has_none() {
    let desk = TestDesk::training();
    let silent = li().with("noPhone", Value::Null);
    refused(&desk, &silent, "phone_or_why", "phone");
    refused(&desk, &silent.phone(" \u{200b}"), "phone_or_why", "phone");
    for why in ["none", "declined", "forgotten", "other"] {
        let who = li().with("noPhone", why).come(&desk);
        assert_eq!((&who["phone"], &who["noPhone"]), (&json!(""), &json!(why)));
    }
    let who = li()
        .phone("13812345678")
        .with("noPhone", "none")
        .come(&desk);
    assert_eq!(who["noPhone"], Value::Null);
    let mut form = li().form();
    form["noPhone"] = Value::Null;
    let emptied = json!({ "id": who["id"], "visitor": form });
    desk.refuses("visitors.correct", emptied, "phone_or_why", Some("phone"));
}

#[test]
fn what_can_hardly_be_meant_is_asked_back_and_taken_when_it_is_sure() {
    for (who, field, doubt, about) in [
        (Person::named("12345"), "name", "name_without_letters", ""),
        (Person::named("…?!"), "name", "name_without_letters", ""),
        (li().phone("11111111111"), "phone", "phone_in_a_row", ""),
        (li().phone("1381234"), "phone", "phone_length", ""),
        (li().phone("139000012345"), "phone", "phone_length", ""),
        (
            li().phone("１２３４５６７８"),
            "phone",
            "phone_in_a_row",
            "",
        ),
        (
            li().with("phone2", "987-654-3210"),
            "phone2",
            "phone_in_a_row",
            "",
        ),
        (
            li().with("bornOn", "1990")
                .with("groups", json!(["elderly", "veteran"])),
            "groups",
            "other_age",
            "elderly",
        ),
        (
            li().with("bornOn", "1962")
                .with("groups", json!(["elderly", "elderly_advanced"])),
            "groups",
            "other_age",
            "elderly elderly_advanced",
        ),
        (
            li().with("sex", "female")
                .with("bornOn", "80岁")
                .with("groups", json!(["pregnant"])),
            "groups",
            "other_age",
            "pregnant",
        ),
        (
            li().with("bornOn", "1946")
                .with("conditions", json!(["lactating"]))
                .health(),
            "conditions",
            "other_age",
            "lactating",
        ),
    ] {
        let desk = TestDesk::training();
        let facts = refused(&desk, &who, "ask_again", field);
        assert_eq!(facts, json!({ "doubt": doubt, "about": about }), "{field}");
        // Being sure of another field is not being sure of this one.
        let others = ["name", "phone", "phone2", "groups", "conditions"];
        let others: Vec<&str> = others.into_iter().filter(|other| *other != field).collect();
        refused(&desk, &who.clone().sure(&others), "ask_again", field);
        let made = who.clone().sure(&[field]).come(&desk);
        // A correction asks as well.
        let correct =
            |sure: &[&str]| json!({ "id": made["id"], "visitor": who.form(), "sure": sure });
        desk.refuses("visitors.correct", correct(&[]), "ask_again", Some(field));
        desk.call("visitors.correct", correct(&[field]));
    }
}

#[test]
fn one_doubt_is_asked_after_the_other() {
    let desk = TestDesk::training();
    let who = Person::named("12345").phone("11111111111");
    refused(&desk, &who, "ask_again", "name");
    refused(&desk, &who.clone().sure(&["name"]), "ask_again", "phone");
    who.sure(&["name", "phone"]).come(&desk);
}

#[test]
fn what_may_be_so_is_not_asked() {
    let desk = TestDesk::training();
    for who in [
        Person::named("Ng"),
        Person::named("张3"),
        li().phone("13800138000"),
        // 64 or 65 today: the group begins between.
        li().with("bornOn", "1961")
            .with("groups", json!(["elderly"])),
        li().with("groups", json!(["elderly", "pregnant"])),
        li().with("sex", "female")
            .with("bornOn", "1970")
            .with("groups", json!(["pregnant"])),
    ] {
        who.come(&desk);
    }
}

#[test]
fn what_is_impossible_of_a_sex_is_refused_whoever_is_sure() {
    let desk = TestDesk::training();
    let all = ["groups", "conditions", "sex", "bornOn"];
    let man = li().with("sex", "male").health().sure(&all);
    let marked = man.clone().with("groups", json!(["pregnant"]));
    let facts = refused(&desk, &marked, "not_of_sex", "groups");
    assert_eq!(facts, json!({ "about": "pregnant" }));
    for code in ["pregnant", "possibly_pregnant", "lactating"] {
        let ill = man.clone().with("conditions", json!([code]));
        refused(&desk, &ill, "not_of_sex", "conditions");
    }
    // The sex that the number tells counts too.
    let by_number = li().resident("110105199003070017").sure(&all);
    let by_number = by_number.with("groups", json!(["pregnant"]));
    refused(&desk, &by_number, "not_of_sex", "groups");
}

#[test]
fn the_same_passport_in_any_spelling_is_taken() {
    let desk = TestDesk::training();
    let passport = |number: &str| li().with("idKind", "passport").with("idNumber", number);
    let first = passport("E12345678").come(&desk);
    for spelled in [
        "e12345678",
        "E 1234 5678",
        "Ｅ１２３４５６７８",
        "\u{feff}E1234\u{200b}5678",
        "\u{202d}E12345678\u{202c}",
        "E-1234-5678",
        "E\u{3000}12345678",
    ] {
        let facts = refused(&desk, &passport(spelled), "id_taken", "idNumber");
        assert_eq!(facts, json!({ "visitor": first["id"] }), "{spelled}");
        let ask =
            json!({ "id": null, "name": "别人", "phone": "", "bornOn": null, "idNumber": spelled });
        let alike = desk.call("visitors.likely_same", ask);
        assert_eq!(alike["rows"][0]["id"], first["id"], "{spelled}");
        let found = desk.call("visitors.find", json!({ "text": spelled }));
        let row = &found["rows"][0];
        assert_eq!(
            (&row["id"], &row["why"]),
            (&first["id"], &json!("id_number")),
            "{spelled}"
        );
    }
    passport("E12345679").come(&desk);
    let found = desk.call("visitors.find", json!({ "text": "E12345678" }));
    assert_eq!(found["rows"].as_array().unwrap().len(), 1);
    refused(&desk, &passport(" -\u{200b}- "), "empty", "idNumber");
    // However it was typed first.
    passport("g 9876\u{200b}5432").come(&desk);
    refused(&desk, &passport("G98765432"), "id_taken", "idNumber");
}

#[test]
fn a_resident_number_is_read_through_what_nobody_sees() {
    let desk = TestDesk::training();
    let number = "\u{feff}１１０１０５\u{200b}19491231 002x\u{202c}";
    let read = desk.call("visitors.check_id", json!({ "idNumber": number }));
    assert_eq!(read["bornOn"], "1949-12-31");
    let who = li().resident(number).come(&desk);
    for text in ["110105 1949-1231 002X", "002\u{200b}x", "1231002Ｘ"] {
        let found = desk.call("visitors.find", json!({ "text": text }));
        assert_eq!(found["rows"][0]["id"], who["id"], "{text}");
    }
}

#[test]
fn a_name_is_found_by_any_of_its_marks_and_kept_with_its_own() {
    let desk = TestDesk::training();
    for (name, others) in [
        (
            "阿依古丽·买买提",
            [
                "阿依古丽•买买提",
                "阿依古丽‧买买提",
                "阿依古丽∙买买提",
                "阿依古丽 买买提",
                "\u{feff}阿依古丽\u{200b}⋅买买提",
            ],
        ),
        (
            "Seán O’Brien",
            [
                "Seán O'Brien",
                "SEÁN OBRIEN",
                "Seán O‘Brien",
                "Ｓeán Ｏ'Brien",
                "Sea\u{301}n O\u{2019}\u{200d}Brien",
            ],
        ),
    ] {
        let who = Person::named(name).come(&desk);
        assert_eq!(who["name"], name);
        for other in others {
            let ask =
                json!({ "id": null, "name": other, "phone": "", "bornOn": null, "idNumber": "" });
            let alike = desk.call("visitors.likely_same", ask);
            assert_eq!(alike["rows"][0]["id"], who["id"], "{other}");
        }
    }
    let uyghur = desk.call("visitors.find", json!({ "text": "古丽⋅买" }));
    assert_eq!(uyghur["rows"].as_array().unwrap().len(), 1);
    refused(&desk, &Person::named("\u{200b}\u{feff}"), "empty", "name");
}

#[test]
fn a_whole_number_with_letters_is_a_search_by_number_and_can_not_be_guessed() {
    let desk = TestDesk::training();
    desk.as_staff("1002");
    let tries = ["E11112222", "E11122222", "E11222222", "E12222222"];
    for number in tries {
        desk.call("visitors.find", json!({ "text": number }));
    }
    let next = json!({ "text": "E22222222" });
    desk.refuses("visitors.find", next, "search_guess", None);
}

#[test]
fn one_refusal_names_every_field_that_is_wrong_and_nothing_stays() {
    let desk = TestDesk::training();
    let wrong = Person::named(" ")
        .phone("12")
        .with("bornOn", json!("1949-13-01"))
        .with("idKind", json!("resident"))
        .with("idNumber", json!("1101051949123"))
        .with("address", json!("街".repeat(301)))
        .consent(Value::Null);
    let refused = desk.refused("visitors.register", wrong.input());
    let also = refused.also.iter();
    let mut said: Vec<(&str, &str)> = also
        .chain([&refused])
        .map(|one| (one.field.as_deref().unwrap(), one.code.as_str()))
        .collect();
    said.sort_unstable();
    let every = [
        ("address", "too_long"),
        ("bornOn", "no_such_time"),
        ("consent", "consent_missing"),
        ("idNumber", "id_shape"),
        ("name", "empty"),
        ("phone", "phone_shape"),
    ];
    assert_eq!(said, every);
    let found = desk.call("visitors.find", json!({ "text": "1949" }));
    assert_eq!(found["rows"], json!([]));
}

#[test]
fn a_field_that_is_missing_or_that_nobody_knows_is_named() {
    let desk = TestDesk::training();
    let mut missing = Person::named("李静").input();
    missing["visitor"].as_object_mut().unwrap().remove("phone2");
    desk.refuses(
        "visitors.register",
        missing,
        "input_shape",
        Some("visitor.phone2"),
    );
    let mut unknown = Person::named("李静").input();
    unknown["fone"] = json!("1");
    desk.refuses("visitors.register", unknown, "input_shape", Some("fone"));
    desk.refuses("visitors.find", json!({}), "input_shape", Some("text"));
}
