//! A desk seen from outside: who comes in with what, what the lock screen says, and what
//! the list of staff says of everybody. Nothing is read from its files.

use crate::talk::{ask, enter};
use api::Gateway;
use proofs::desk::{PASSWORD, typed_back, wizard};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// A secret that is tried.
#[derive(Debug, Clone)]
pub enum Probe {
    /// Somebody's number and a password or one-time code.
    Person(String, String),
    /// A recovery code.
    Code(String),
    /// Setting up once more, where nothing is set up; tried last.
    SetUp,
}

/// What is seen, by what was tried.
pub type Seen = BTreeMap<String, String>;

/// Nobody's number: a right recovery code is then refused for it, a wrong one as wrong.
const NOBODY: &str = "7777";
const TYPED: &str = "cedar-anvil-9920-brook";

/// Looks at a desk from outside. Nobody need be signed in; nobody is afterwards.
pub fn look(gateway: &Gateway, probes: &[Probe]) -> Seen {
    let mut seen = Seen::new();
    if let Err(code) = ask(gateway, "session.sign_out", json!({})) {
        seen.insert("signing out".to_owned(), code);
    }
    let locked = ask(gateway, "session.state", json!({}));
    seen.insert("lock screen".to_owned(), shown(&locked, "institution"));
    let mut administrator = None;
    for probe in probes {
        let (name, said) = match probe {
            Probe::Person(no, secret) => {
                let came = enter(gateway, no, secret);
                if came
                    .as_ref()
                    .is_ok_and(|s| s["staff"]["role"] == "administrator")
                {
                    administrator = Some(probe);
                }
                (format!("{no} with {secret}"), said_of(&came))
            }
            Probe::Code(code) => {
                let input = json!({ "code": code, "no": NOBODY, "password": TYPED });
                let came = ask(gateway, "session.recover", input);
                let said = came.err().unwrap_or_else(|| "in".to_owned());
                (format!("code {code}"), said)
            }
            Probe::SetUp => ("set up again".to_owned(), set_up_again(gateway)),
        };
        seen.insert(name, said);
    }
    // Before anybody has come in nobody can know whether a change was finished.
    drop(ask(gateway, "session.sign_out", json!({})));
    let locked = ask(gateway, "session.state", json!({}));
    seen.insert("phase".to_owned(), shown(&locked, "phase"));
    if let Some(Probe::Person(no, secret)) = administrator {
        seen.insert("again".to_owned(), said_of(&enter(gateway, no, secret)));
        within(gateway, &mut seen);
    }
    drop(ask(gateway, "session.sign_out", json!({})));
    seen
}

/// What was begun and counts for nothing stands in nobody's way.
fn set_up_again(gateway: &Gateway) -> String {
    let made = ask(gateway, "setup.create", wizard("empty", false));
    let confirmed = made.and_then(|made| ask(gateway, "setup.confirm", typed_back(&made)));
    drop(ask(gateway, "session.sign_out", json!({})));
    match confirmed {
        Ok(_) => said_of(&enter(gateway, "1001", PASSWORD)),
        Err(code) => code,
    }
}

/// What the list of staff and the settings say.
fn within(gateway: &Gateway, seen: &mut Seen) {
    let mut list = ask(gateway, "staff.list", json!({}));
    if list
        .as_ref()
        .is_err_and(|code| code == "codes_not_confirmed")
    {
        // Codes that wait to be typed back: new ones are, and then the list can be read.
        let made = ask(gateway, "setup.renew_codes", json!({}));
        let typed = made.and_then(|made| ask(gateway, "setup.confirm", typed_back(&made)));
        seen.insert("typed back".to_owned(), shown(&typed, "phase"));
        list = ask(gateway, "staff.list", json!({}));
    }
    match list {
        Ok(list) => {
            for row in list["rows"].as_array().into_iter().flatten() {
                let about = ["role", "active", "mustChange", "codeUntil"].map(|key| &row[key]);
                seen.insert(format!("row of {}", row["no"]), format!("{about:?}"));
            }
        }
        Err(code) => {
            seen.insert("list of staff".to_owned(), code);
        }
    }
    let named = ask(gateway, "institution.read", json!({}));
    seen.insert("settings".to_owned(), shown(&named, "name"));
    let verified = ask(gateway, "session.verify_journal", json!({}));
    seen.insert("journal broken".to_owned(), shown(&verified, "brokenAt"));
}

fn said_of(came: &Result<Value, String>) -> String {
    match came {
        Ok(state) => {
            let (staff, alarm) = (&state["staff"], &state["alarm"]);
            let (role, must) = (&staff["role"], &staff["mustChange"]);
            format!("in as {role}, must change {must}, alarm {alarm}")
        }
        Err(code) => code.clone(),
    }
}

fn shown(told: &Result<Value, String>, what: &str) -> String {
    match told {
        Ok(value) => value[what].to_string(),
        Err(code) => code.clone(),
    }
}

/// Where two looks differ, in a few words.
pub fn differ(seen: &Seen, other: &Seen) -> String {
    let names = seen.keys().chain(other.keys());
    let mut names: Vec<&String> = names
        .filter(|name| seen.get(*name) != other.get(*name))
        .collect();
    names.sort();
    names.dedup();
    let of = |seen: &Seen, name: &String| seen.get(name).cloned().unwrap_or_default();
    let words = names.into_iter().take(4);
    words
        .map(|name| format!("{name}: {} / {}", of(seen, name), of(other, name)))
        .collect::<Vec<_>>()
        .join("; ")
}
