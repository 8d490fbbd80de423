//! What is left in the memory of the process after the desk was locked: a child works a
//! day with people, passwords and keys that stand nowhere else, locks, and is searched
//! from outside. A text that it keeps on purpose must be found, or the search is blind.
//!
//! A program without the test harness: the child must hold nothing that it was not sent.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

mod child;
mod needles;
mod search;

use needles::Needles;
use proofs::canaries::canary;
use proofs::desk::typed_back;
use search::Found;
use serde_json::{Value, json};

/// As in the window and on the command line.
#[global_allocator]
static MEMORY: zeroizing_alloc::ZeroAlloc<std::alloc::System> =
    zeroizing_alloc::ZeroAlloc(std::alloc::System);

const PEOPLE: u64 = 120;

fn main() {
    if cfg!(not(target_os = "linux")) {
        println!("memory: searched on Linux only");
    } else if std::env::var_os(child::FOLDER).is_some() {
        child::work();
    } else {
        memory_holds_nothing_after_the_desk_was_locked();
        println!("memory_holds_nothing_after_the_desk_was_locked ... ok");
    }
}

fn memory_holds_nothing_after_the_desk_was_locked() {
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
    assert!(
        open.iter().any(|f| f.what.starts_with("master key")),
        "an open desk holds its keys; not found, so the needles are wrong: {open:?}"
    );
    assert!(
        open.iter().any(|f| f.what.starts_with("db key")),
        "the derived keys are not made as they are here: {open:?}"
    );

    let planted = format!("planted {:x}", 0x51ab_33c9_0077_u64);
    needles.add("planted", &planted);
    child.keep(&planted);
    child.call("session.lock", json!({})).unwrap();
    child.flush();

    let left = search::of(child.id(), &needles);
    let (control, rest): (Vec<Found>, Vec<Found>) =
        left.into_iter().partition(|f| f.what == "planted");
    assert!(
        !control.is_empty(),
        "the planted text was not found: the search is blind"
    );
    assert!(
        rest.is_empty(),
        "{} copies after locking:\n{}",
        rest.len(),
        told(&rest)
    );
}

fn told(found: &[Found]) -> String {
    let lines: Vec<String> = found.iter().take(60).map(ToString::to_string).collect();
    lines.join("\n")
}

/// Set-up, registrations, searches, a visit, papers, feedback, drafts, a new password.
fn a_day(child: &mut child::Child, needles: &mut Needles, passwords: &[String]) {
    let mut wizard = proofs::desk::wizard("starter", false);
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
        let visitor = json!({ "name": person.name, "phone": person.phone, "phone2": "", "idKind": "resident", "idNumber": person.id_number,
            "sex": null, "bornOn": null, "address": note, "note": note, "groups": [], "conditions": [], "allergies": [] });
        let made = child
            .call(
                "visitors.register",
                json!({ "visitor": visitor, "consent": "spoken", "healthConsent": null }),
            )
            .unwrap();
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
