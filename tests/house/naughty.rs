//! Every text that somebody types is kept exactly as typed, or refused with the name
//! of its field: a row for each command that takes text. The table grows with it.

mod table;

use proofs::desk::TestDesk;
use serde_json::{Value, json};
use table::{AFTERWARDS, CONTENT, Case, REASONS, RECEPTION};

/// Texts that break programs.
fn naughty() -> Vec<String> {
    let plain = [
        "O'Brien said \"no\" `here`; DROP TABLE visitors;--",
        "<script>alert(1)</script><img src=x onerror=alert(1)>",
        "=cmd|'/C calc'!A0",
        "100%_of*[a]?",
        "👩‍👩‍👧‍👦🏳️‍🌈",
        "𠮷㛃䶮𬭎 ⿰亻㛃",
        "\u{202e}tfel ot thgir\u{202c} עברית العربية",
        "é e\u{301} ﬁ Ａ１ İ ß",
        "a\u{0}b",
        "bell\u{7}",
        "\u{feff}mark\u{200b}ed",
        "{\"a\":[1,2]} ${x} {{y}} \\x41 \\n",
    ];
    let long = ["字".repeat(10_000), "x".repeat(10_001)];
    plain.into_iter().map(str::to_owned).chain(long).collect()
}

/// Every text inside a value.
fn texts(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) => found.push(text.clone()),
        Value::Array(list) => {
            // Words of a list may be typed in one field: what stood there is what they make together.
            let words: Vec<&str> = list.iter().filter_map(Value::as_str).collect();
            found.push(words.join(" "));
            list.iter().for_each(|v| texts(v, found));
        }
        Value::Object(fields) => fields.values().for_each(|v| texts(v, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// What is wrong with how a command took a text; nothing when it took it right.
fn fault(desk: &TestDesk, made: &Case, place: &str, text: &str) -> Option<String> {
    let mut input = made.input.clone();
    match input.pointer_mut(place) {
        Some(slot) => *slot = json!(text),
        // A list that is empty so far.
        None => {
            *input
                .pointer_mut(place.rsplit_once('/').unwrap().0)
                .unwrap() = json!([text])
        }
    }
    let shown: String = text.chars().take(24).collect();
    let row = format!("{} {place} {shown:?}", made.command);
    match desk.answer(made.command, input) {
        Ok(answer) => {
            let mut seen = Vec::new();
            texts(&answer.value, &mut seen);
            if let Some((command, input)) = &made.look {
                texts(&desk.call(command, input.clone()), &mut seen);
            }
            (!seen.iter().any(|s| s == text)).then(|| format!("{row}: taken, but not kept exactly"))
        }
        Err(problem) => {
            let name = place
                .split('/')
                .rfind(|part| part.parse::<usize>().is_err() && !matches!(*part, "zh" | "en"))
                .unwrap();
            let named = problem.field.as_deref().is_some_and(|field| {
                field.contains(name) || (place.starts_with("/items") && field == "items")
            });
            (!named).then(|| format!("{row}: refused without its field: {problem:?}"))
        }
    }
}

fn proved(cases: &[fn(&TestDesk) -> Case]) {
    let desk = TestDesk::training();
    let mut faults = Vec::new();
    for make in cases {
        let places = make(&desk).texts.len();
        for place in 0..places {
            // Some can be done once only, so every text gets a case of its own.
            for text in naughty() {
                let made = make(&desk);
                faults.extend(fault(&desk, &made, made.texts[place], &text));
            }
        }
        // What the last one left behind must still be readable and writable.
        assert_eq!(
            desk.call("session.verify_journal", json!({}))["brokenAt"],
            Value::Null
        );
    }
    assert!(
        faults.is_empty(),
        "{} faults:\n{}",
        faults.len(),
        faults.join("\n")
    );
}

#[test]
fn reception_keeps_what_was_typed_or_names_the_field() {
    proved(&RECEPTION);
}

#[test]
fn bookings_and_feedback_keep_what_was_typed_or_name_the_field() {
    proved(&AFTERWARDS);
}

#[test]
fn reasons_and_notes_keep_what_was_typed_or_name_the_field() {
    proved(&REASONS);
}

#[test]
fn content_keeps_what_was_typed_or_names_the_field() {
    proved(&CONTENT);
}

#[test]
fn whatever_is_searched_for_the_box_answers() {
    let desk = TestDesk::training();
    for text in naughty() {
        desk.call("visitors.find", json!({ "text": text }));
    }
}
