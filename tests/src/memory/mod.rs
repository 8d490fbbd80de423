//! What is left in the memory of the process after the desk was locked: a child works a
//! day with people, passwords and keys that stand nowhere else, locks, and is searched
//! from outside. A text that it keeps on purpose must be found, or the search is blind.
//!
//! The child is the program that asks, started again: it must call [`work`] first thing
//! when [`is_child`], and wipe what it gives back, as the product does.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "what tests are built of"
)]

mod child;
mod needles;
mod search;

use crate::canaries::canary;
use crate::desk::typed_back;
use crate::made::Person;
use needles::Needles;
use search::Found;
use serde_json::{Value, json};

const PEOPLE: u64 = 120;

/// Whether this process was started to be searched.
pub fn is_child() -> bool {
    std::env::var_os(child::FOLDER).is_some()
}

pub use child::work;

/// Where these texts, each with a name for it, lie in the memory of a running process: a
/// line for every place.
#[must_use]
pub fn lying_in(process: u32, texts: &[(&str, &str)]) -> Vec<String> {
    let mut needles = Needles::default();
    for (name, text) in texts {
        needles.add(name, text);
    }
    let found = search::of(process, &needles);
    found.iter().map(ToString::to_string).collect()
}

/// Works a day, locks, searches. The error says what was found, or why the search is blind.
pub fn after_locking() -> Result<(), String> {
    let mut child = child::Child::start();
    let mut needles = Needles::default();
    let mut passwords = Vec::new();
    for n in 0..2 {
        // Made here, so that no program text holds it.
        let password = format!(
            "{:x}-heron-{:x}",
            0x7a31_99d4_u64 * (n + 3),
            0x1f3c_77ab_5531_u64 * (n + 7)
        );
        needles.add("password", &password);
        passwords.push(password);
    }
    a_day(&mut child, &mut needles, &passwords);
    for (n, bytes) in child.secrets() {
        needles.add_key(n, &bytes);
    }

    let open = search::of(child.id(), &needles);
    for key in ["master key", "db key"] {
        if !open.iter().any(|f| f.what.starts_with(key)) {
            return Err(format!(
                "an open desk holds its {key}; not found, so the needles are wrong: {open:?}"
            ));
        }
    }

    let planted = format!("planted {:x}", 0x51ab_33c9_0077_u64);
    needles.add("planted", &planted);
    child.keep(&planted);
    child.call("session.lock", json!({})).unwrap();
    child.flush();

    let left = search::of(child.id(), &needles);
    let (control, rest): (Vec<Found>, Vec<Found>) =
        left.into_iter().partition(|f| f.what == "planted");
    if control.is_empty() {
        return Err("the planted text was not found: the search is blind".to_owned());
    }
    match rest.len() {
        0 => Ok(()),
        copies => Err(format!("{copies} copies after locking:\n{}", told(&rest))),
    }
}

fn told(found: &[Found]) -> String {
    let lines: Vec<String> = found.iter().take(60).map(ToString::to_string).collect();
    lines.join("\n")
}

/// Set-up, registrations, searches, a visit, papers, feedback, drafts, a new password.
fn a_day(child: &mut child::Child, needles: &mut Needles, passwords: &[String]) {
    let mut wizard = crate::desk::wizard("starter", false);
    wizard["admin"]["password"] = json!(passwords[0]);
    let created = child.call("setup.create", wizard).unwrap();
    for code in created["codes"].as_array().unwrap() {
        needles.add("recovery code", code.as_str().unwrap());
    }
    child.call("setup.confirm", typed_back(&created)).unwrap();
    for n in 0..PEOPLE {
        let person = canary(n);
        let note = format!("{}·{}", person.phone, person.name);
        needles.add("name", &person.name);
        needles.add("phone", &person.phone);
        needles.add("identity number", &person.id_number);
        needles.add("note", &note);
        let form = Person::named(&person.name)
            .phone(&person.phone)
            .resident(&person.id_number)
            .with("address", note.as_str())
            .with("note", note.as_str());
        let made = child.call("visitors.register", form.input()).unwrap();
        child
            .call("visitors.find", json!({ "text": person.name }))
            .unwrap();
        if n % 6 == 0 {
            visit(child, &made["id"], &note);
        }
    }
    child
        .call(
            "drafts.save",
            json!({ "key": "visit/1", "body": canary(3).name }),
        )
        .unwrap();
    let _ = child.call("ledger.print", json!({}));
    let changed = json!({ "current": passwords[0], "next": passwords[1] });
    child.call("staff.change_password", changed).unwrap();
    child.call("session.lock", json!({})).unwrap();
    let signed_in = json!({ "no": "1001", "password": passwords[1] });
    child.call("session.sign_in", signed_in).unwrap();
    child
        .call("visitors.find", json!({ "text": canary(5).phone }))
        .unwrap();
    child
        .call("drafts.read", json!({ "key": "visit/1" }))
        .unwrap();
    child.call("ledger.today", json!({})).unwrap();
}

fn visit(child: &mut child::Child, visitor: &Value, note: &str) {
    let encounter = child
        .call(
            "encounters.start",
            json!({ "channel": "walk_in", "visitorId": visitor }),
        )
        .unwrap();
    let id = &encounter["id"];
    let answer =
        json!({ "id": id, "question": note, "nature": "health", "analysis": note, "answer": note });
    child.call("encounters.answer", answer).unwrap();
    let said = json!({ "kind": "complaint", "encounterId": null, "visitorId": visitor, "name": "", "phone": "", "happenedOn": null,
        "about": "", "what": note, "points": [note] });
    child.call("feedback.receive", said).unwrap();
}
