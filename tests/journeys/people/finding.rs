//! Where digits of a number match: at its end and as a whole, nowhere else (R 1.3, 10.3).

use proofs::desk::TestDesk;
use proofs::made::{Person, TUESDAY, book, id};
use serde_json::{Value, json};

const PHONE: &str = "13912345678";
const IDENTITY: &str = "11010519491231002X";

fn desk() -> (TestDesk, i64) {
    let desk = TestDesk::training();
    let person = Person::named("单雅琴").phone(PHONE).resident(IDENTITY);
    let person = person.with("phone2", "0571-87654321");
    let visitor = id(&person.come(&desk));
    (desk, visitor)
}

fn find(desk: &TestDesk, text: &str) -> Value {
    desk.call("visitors.find", json!({ "text": text }))
}

#[test]
fn the_last_four_to_eight_digits_find_and_the_whole_number_does() {
    let (desk, visitor) = desk();
    for (text, why) in [
        ("5678", "phone"),
        ("345678", "phone"),
        ("12345678", "phone"),
        (PHONE, "phone"),
        ("138 1234 5678", ""),
        ("139 1234 5678", "phone"),
        ("+86 139-1234-5678", "phone"),
        ("4321", "phone"),
        ("87654321", "phone"),
        ("057187654321", "phone"),
        ("002x", "id_number"),
        ("1231002X", "id_number"),
        (IDENTITY, "id_number"),
        ("单 5678", "phone"),
    ] {
        let found = find(&desk, text);
        assert_eq!(found["fewDigits"], false, "{text}");
        if why.is_empty() {
            assert_eq!(found["rows"], json!([]), "{text}");
        } else {
            assert_eq!(found["rows"][0]["id"], visitor, "{text}: {found}");
            assert_eq!(found["rows"][0]["why"], why, "{text}");
        }
    }
}

#[test]
fn no_part_from_the_front_or_from_within_finds_anybody() {
    let (desk, _) = desk();
    let parts = |number: &str| {
        let n = number.len();
        let ranges = (0..n).flat_map(move |from| (from + 4..=n).map(move |to| (from, to)));
        let inner = ranges.filter(move |(from, to)| *to < n || (n - from > 8 && *from > 0));
        inner
            .map(|(from, to)| number[from..to].to_owned())
            .collect::<Vec<_>>()
    };
    for part in [PHONE, "057187654321", IDENTITY]
        .into_iter()
        .flat_map(parts)
    {
        // What is an end of one of the others is no part of this one.
        let ends = [PHONE, "057187654321", IDENTITY].iter();
        if !ends
            .clone()
            .any(|number| number.ends_with(&part) && part.len() <= 8)
        {
            // On days of their own: in one day so many guesses are not let through.
            desk.pass_minutes(24 * 60 + 1);
            assert_eq!(find(&desk, &part)["rows"], json!([]), "{part}");
        }
    }
}

#[test]
fn fewer_than_four_digits_find_nobody_and_it_is_said_why() {
    let (desk, _) = desk();
    for text in ["8", "678", "单 678", "139", "02X"] {
        let found = find(&desk, text);
        assert_eq!(
            json!([found["rows"], found["fewDigits"]]),
            json!([[], true]),
            "{text}"
        );
    }
    assert_eq!(find(&desk, "单")["fewDigits"], false);
}

#[test]
fn a_voucher_is_found_by_its_running_number_with_the_check_digit_or_by_all_of_it() {
    let (desk, _) = desk();
    let booked = book(&desk, "张桂兰", "ecg", TUESDAY, "09:00");
    let no = booked["line"]["voucherNo"].as_str().unwrap();
    for text in [no, &no[5..], &no[8..]] {
        let found = find(&desk, text);
        assert_eq!(
            found["rows"][0]["id"], booked["line"]["visitorId"],
            "{text}"
        );
        assert_eq!(found["rows"][0]["why"], "voucher");
    }
    for text in [&no[9..], &no[..8], &no[..12], &no[2..10]] {
        assert_eq!(find(&desk, text)["rows"], json!([]), "{text}");
    }
}
