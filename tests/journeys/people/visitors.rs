//! What a visitor's form may not say, field by field.

use proofs::desk::TestDesk;
use proofs::made::{Person, id, start, visitor};
use serde_json::{Value, json};

/// Registering this person is refused with this code at this field; nobody is registered.
#[track_caller]
fn refused(who: &Person, code: &str, field: &str) -> Value {
    let desk = TestDesk::training();
    let facts = desk.refuses("visitors.register", who.input(), code, Some(field));
    facts.into()
}

fn li() -> Person {
    Person::named("李静")
}

#[test]
fn an_identity_number_is_refused_for_what_is_wrong_with_it() {
    let short = refused(&li().resident("11010519491231"), "id_shape", "idNumber");
    assert_eq!(short, json!({ "got": 14 }));
    let old = refused(
        &li().resident("110105491231002"),
        "id_first_generation",
        "idNumber",
    );
    assert_eq!(old, json!({}));
    let mistyped = li().resident("110105194912310021");
    let facts = refused(&mistyped, "id_check_digit", "idNumber");
    assert_eq!(facts, json!({ "expected": "X" }));
    for no_such_day in ["110105194902300020", "110105203001010020"] {
        refused(&li().resident(no_such_day), "id_birth_date", "idNumber");
    }
    let number = "11010519491231002X";
    let other_day = li().resident(number).with("bornOn", "1949-12-30");
    refused(&other_day, "id_differs", "bornOn");
    refused(
        &li().resident(number).with("sex", "male"),
        "id_differs",
        "sex",
    );
}

#[test]
fn a_text_that_cannot_be_kept_names_its_field() {
    let long = Person::named(&"长".repeat(101));
    let facts = refused(&long, "too_long", "name");
    assert_eq!(facts, json!({ "max": 100, "got": 101 }));
    let ringing = li().with("note", "铃\u{7}响");
    let facts = refused(&ringing, "control_character", "note");
    assert_eq!(facts, json!({ "position": 2 }));
    refused(&Person::named(" "), "empty", "name");
    refused(&li().phone("1380"), "phone_shape", "phone");
    refused(&li().with("phone2", "没有"), "phone_shape", "phone2");
}

#[test]
fn nobody_is_born_tomorrow_or_on_a_day_that_does_not_exist() {
    for day in ["2026-11-24", "2026-02-30", "1800-01-01"] {
        refused(&li().with("bornOn", day), "no_such_time", "bornOn");
    }
}

#[test]
fn who_is_not_there_cannot_be_corrected_or_received() {
    let desk = TestDesk::training();
    let form = json!({ "id": 999, "visitor": li().form() });
    desk.refuses("visitors.correct", form, "not_found", None);
    let walk_in = json!({ "channel": "walk_in", "visitorId": 999 });
    desk.refuses("encounters.start", walk_in, "not_found", None);
    let answer = json!({ "id": 999, "question": "几点", "nature": "other", "analysis": "", "answer": "八点" });
    desk.refuses("encounters.answer", answer, "not_found", None);
}

#[test]
fn with_whom_was_erased_nothing_is_begun_any_more() {
    let desk = TestDesk::training();
    let who = visitor(&desk);
    let asked = json!({ "visitorId": who, "wish": "delete", "words": "请删", "verified": "document", "verifiedNote": "" });
    let request = id(&desk.call("requests.record", asked.clone())["line"]);
    let erase = json!({ "id": request, "reason": "本人请求" });
    desk.call("requests.erase", erase.clone());
    let at = Some("visitorId");
    let walk_in = json!({ "channel": "walk_in", "visitorId": who });
    desk.refuses("encounters.start", walk_in, "visitor_erased", at);
    desk.refuses("requests.record", asked, "visitor_erased", at);
    desk.refuses("requests.erase", erase, "visitor_erased", None);
    // Whoever comes again is somebody new.
    start(&desk, "walk_in", visitor(&desk));
}

#[test]
fn the_number_of_a_residence_permit_tells_birth_date_and_sex_like_a_residents() {
    // Check digits by ISO 7064 MOD 11-2, calculated apart.
    let made = |kind: &str, number: &str| li().with("idKind", kind).with("idNumber", number);
    let desk = TestDesk::training();
    for (kind, number) in [
        ("foreign_resident", with_check("91101019900101001")),
        ("hk_macau", with_check("81000019900101001")),
        ("taiwan", with_check("83000019900101001")),
    ] {
        let who = made(kind, &number).come(&desk);
        assert_eq!(
            (&who["bornOn"], &who["sex"]),
            (&json!("1990-01-01"), &json!("male"))
        );
        let wrong = format!(
            "{}{}",
            &number[..17],
            if number.ends_with('0') { "1" } else { "0" }
        );
        refused(&made(kind, &wrong), "id_check_digit", "idNumber");
    }
    let taiwan = with_check("83000019900101001");
    refused(&made("hk_macau", &taiwan), "id_kind_differs", "idKind");
    // The forms before are kept as they are.
    made("foreign_resident", "ABC110190010123").come(&desk);
    made("hk_macau", "H12345678").come(&desk);
}

/// 17 digits with the one that checks them: weights are powers of two modulo 11.
fn with_check(digits: &str) -> String {
    let sum: u32 = digits
        .chars()
        .enumerate()
        .map(|(n, c)| c.to_digit(10).unwrap() * (2_u32.pow(17 - u32::try_from(n).unwrap()) % 11))
        .sum();
    let rest = (12 - sum % 11) % 11;
    let last = if rest == 10 {
        "X".to_owned()
    } else {
        rest.to_string()
    };
    format!("{digits}{last}")
}
