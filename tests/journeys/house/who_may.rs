//! The table of SECURITY.md, "Who may what", cell by cell: each state of the folder, each
//! secret, and whether it opens, recovers or restores.

use proofs::desk::{PASSWORD, TestDesk, typed_back, wizard};
use proofs::made::{second_administrator, staff};
use serde_json::{Value, json};
use std::path::Path;

const TABLE: &str = include_str!("../../../src-tauri/SECURITY.md");
const KEYS: [&str; 2] = ["keys.json", "keys.prev.json"];

/// A folder as it lies there, and what people hold.
struct Case {
    desk: TestDesk,
    backup: Value,
    code: Value,
    /// From before the sheet was printed that is in force.
    old_backup: Value,
    old_code: Value,
}

/// What lay there while 1005 still was an administrator, and before the codes were renewed.
struct Before {
    keys: Vec<u8>,
    old_keys: Vec<u8>,
    database: Vec<u8>,
}

fn set_up() -> (Case, Before) {
    let desk = TestDesk::training();
    let printed = || {
        let made = desk.call("keys.renew_codes", json!({ "password": PASSWORD }));
        desk.call("setup.confirm", typed_back(&made));
        made["codes"][0].clone()
    };
    let old_code = printed();
    let old_backup = desk.call("backups.make", json!({}))["name"].clone();
    let read = |name: &str| std::fs::read(desk.data().join(name)).unwrap();
    let old_keys = read("keys.json");
    let code = printed();
    second_administrator(&desk);
    desk.call("session.lock", json!({}));
    let before = Before {
        keys: read("keys.json"),
        old_keys,
        database: read("desk.db"),
    };
    desk.as_staff("1001");
    let backup = desk.call("backups.make", json!({}))["name"].clone();
    let gone = json!({ "id": staff(&desk, "1005"), "reason": "离职" });
    desk.call("staff.deactivate", gone);
    desk.call("session.sign_out", json!({}));
    let case = Case {
        desk,
        backup,
        code,
        old_backup,
        old_code,
    };
    (case, before)
}

fn spoil(state: &str, folder: &Path, before: &Before) {
    let put = |name: &str, bytes: &[u8]| std::fs::write(folder.join(name), bytes).unwrap();
    let remove = |name: &str| drop(std::fs::remove_file(folder.join(name)));
    match state {
        "whole" => {}
        "one copy of the key file damaged" => put("keys.json", b"{ half"),
        "one copy of the key file gone" => remove("keys.json"),
        "an earlier key file put back" => KEYS.iter().for_each(|name| put(name, &before.keys)),
        "a key file put back from before the codes were renewed" => {
            KEYS.iter().for_each(|name| put(name, &before.old_keys));
        }
        "both copies damaged" => KEYS.iter().for_each(|name| put(name, b"{ half")),
        "both copies gone" => KEYS.iter().for_each(|name| remove(name)),
        "another desk's key file" => {
            let other = TestDesk::bare();
            api::Machine::fill(other.machine(), &mut [0_u8; 64]);
            other.call("setup.create", wizard("empty", false));
            let theirs = std::fs::read(other.data().join("keys.json")).unwrap();
            KEYS.iter().for_each(|name| put(name, &theirs));
        }
        "database damaged" => put("desk.db", &[7; 40_960]),
        "database gone" => remove("desk.db"),
        "an earlier database put back" => put("desk.db", &before.database),
        "only the backups" => {
            for name in KEYS
                .into_iter()
                .chain(["desk.db", "head.json", "attempts.json"])
            {
                remove(name);
            }
        }
        other => panic!("no such state: {other}"),
    }
}

/// What one secret does in one state.
fn found(case: &Case, state: &str, before: &Before, who: &str) -> String {
    let fresh = || {
        let desk = TestDesk::on_copy_of(&case.desk.data());
        spoil(state, &desk.data(), before);
        desk
    };
    let desk = fresh();
    let (code, backup) = match who {
        "old code" => (&case.old_code, &case.old_backup),
        _ => (&case.code, &case.backup),
    };
    let opened = match who {
        "code" | "old code" => {
            let come = json!({ "code": code, "no": "1001", "password": "neuer 7 Kiefer Turm" });
            desk.answer("session.recover", come).is_ok()
        }
        no => desk.sign_in(no, PASSWORD).is_ok(),
    };
    let restores = |word: bool| {
        let mut order = json!({ "name": backup, "place": "own", "reason": "试一试" });
        match who {
            "code" | "old code" => order["code"] = code.clone(),
            no => (order["no"], order["password"]) = (json!(no), json!(PASSWORD)),
        }
        if word {
            order["takesPlace"] = json!(true);
        }
        fresh().answer("backups.restore", order).is_ok()
    };
    let mut words = Vec::new();
    if opened {
        words.push("opens");
    }
    if restores(false) {
        words.push("restores");
    } else if restores(true) {
        words.push("takes its place");
    }
    if words.is_empty() {
        "–".to_owned()
    } else {
        words.join(", ")
    }
}

#[test]
fn every_cell_of_the_table_of_who_may_what_is_so() {
    let (case, before) = set_up();
    let (_, section) = TABLE.split_once("## Who may what").expect("the section");
    let rows: Vec<Vec<&str>> = section
        .lines()
        .skip_while(|line| !line.starts_with("|---"))
        .skip(1)
        .take_while(|line| line.starts_with('|'))
        .map(|line| line.trim_matches('|').split('|').map(str::trim).collect())
        .collect();
    assert_eq!(rows.len(), 12, "every state");
    let mut wrong = Vec::new();
    for row in rows {
        let (state, cells) = row.split_first().expect("a state");
        for (who, cell) in ["1001", "1002", "1005", "code", "old code"]
            .iter()
            .zip(cells)
        {
            let is = found(&case, state, &before, who);
            if is != *cell {
                wrong.push(format!("{state} | {who}: {is}, and not {cell}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
