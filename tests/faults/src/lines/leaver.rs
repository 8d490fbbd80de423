//! Somebody who was an administrator when a backup was made, and no longer is, restores
//! it, in every state the key files can be in. Who may is written down here from the rule
//! alone: as long as the key file of the desk reads, only who is an administrator by it
//! may; where it is lost, a printed code of the same keys, or an administrator of that
//! time with the word that the backup takes the desk's place, and everybody is told.

use super::{Line, Stage};
use crate::base::{Base, gateway_with};
use crate::checker::PATIENCE;
use crate::crew::{Tally, alone, broken};
use crate::interpose::process::{End, spawn};
use crate::scene::Files;
use crate::talk::{ask, codes, enter};
use api::Gateway;
use proofs::desk::{PASSWORD, typed_back};
use serde_json::{Value, json};

pub const LINE: Line = Line {
    name: "restore by a leaver",
    short: 32,
    long: 192,
    run,
};

/// How somebody ceased to be an administrator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    /// The account was closed.
    Deactivated,
    /// The account was closed and the master key replaced.
    Rotated,
    /// They have another role now.
    Lowered,
    /// They are one still, with a code in place of the password.
    Reset,
}

/// What is left of the key files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Keys {
    There,
    /// The previous copy alone.
    Previous,
    Gone,
    Harmed,
}

/// What is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Given {
    /// The leaver's old password.
    Leaver,
    /// The leaver's, for the desk and for the backup.
    LeaverTwice,
    /// A printed code of the time of the backup, renewed since.
    OldCode,
    /// A printed code in force.
    Code,
    /// The password of an administrator.
    Administrator,
    /// The same, and what opened the backup at its time.
    Both,
}

const WAYS: [Way; 4] = [Way::Deactivated, Way::Rotated, Way::Lowered, Way::Reset];
const KEYS: [Keys; 4] = [Keys::There, Keys::Previous, Keys::Gone, Keys::Harmed];
const GIVEN: [Given; 6] = [
    Given::Leaver,
    Given::LeaverTwice,
    Given::OldCode,
    Given::Code,
    Given::Administrator,
    Given::Both,
];
const FILES: [&str; 2] = ["keys.json", "keys.prev.json"];
const LEAVER: &str = "1004";

/// One run.
#[derive(Debug, Clone, Copy)]
struct Try {
    way: Way,
    keys: Keys,
    given: Given,
    /// The word that the backup takes the desk's place.
    word: bool,
}

/// What must come of it.
#[derive(Debug, PartialEq, Eq)]
enum Must {
    Refuse,
    /// Allowed; the leaver does not come in afterwards, or does and everybody is told.
    Allow {
        leaver_in: bool,
        told: &'static str,
    },
}

impl Try {
    fn all() -> Vec<Self> {
        let mut all = Vec::new();
        for way in WAYS {
            for keys in KEYS {
                for given in GIVEN {
                    all.extend([false, true].map(|word| Self {
                        way,
                        keys,
                        given,
                        word,
                    }));
                }
            }
        }
        all
    }

    fn must(self) -> Must {
        let reads = matches!(self.keys, Keys::There | Keys::Previous);
        let rotated = self.way == Way::Rotated;
        // Who has another role comes in still: as what they are in the backup.
        let own = Must::Allow {
            leaver_in: self.way == Way::Lowered,
            told: "own",
        };
        if reads {
            return match self.given {
                Given::Leaver | Given::LeaverTwice | Given::OldCode => Must::Refuse,
                // The backup of keys that were replaced asks for a secret of its time.
                Given::Code | Given::Administrator if rotated => Must::Refuse,
                Given::Code | Given::Administrator | Given::Both => own,
            };
        }
        match self.given {
            // It is not a code of the time of the backup.
            Given::Code => Must::Refuse,
            // A code that was replaced proves nothing, no more than a password of then.
            _ if !self.word => Must::Refuse,
            _ => Must::Allow {
                leaver_in: true,
                told: if rotated { "other" } else { "unproven" },
            },
        }
    }
}

/// A desk that somebody left, with a backup of the time before.
struct Left {
    files: Files,
    name: String,
    old: Vec<String>,
    new: Vec<String>,
}

impl Left {
    fn make(base: &Base, way: Way) -> Result<Self, String> {
        let folder = base.folder("left")?;
        let words = |error: std::io::Error| error.to_string();
        base.files.lay_out(&folder).map_err(words)?;
        let desk = gateway_with(&folder, 21);
        enter(&desk, "1001", PASSWORD)?;
        let old = renew(&desk)?;
        let list = ask(&desk, "staff.list", json!({}))?;
        let rows = list["rows"].as_array().into_iter().flatten();
        let mut ids = rows.filter(|row| row["no"] == LEAVER);
        let id = ids.next().map_or(Value::Null, |row| row["id"].clone());
        let role = |role: &str| json!({ "id": id, "role": role, "reason": "轮值" });
        ask(&desk, "staff.set_role", role("administrator"))?;
        // Their slot becomes an administrator's when they come in.
        enter(&desk, LEAVER, PASSWORD)?;
        let made = ask(&desk, "backups.make", json!({}))?;
        enter(&desk, "1001", PASSWORD)?;
        let because = json!({ "id": id, "reason": "离职" });
        let new = match way {
            Way::Deactivated => ask(&desk, "staff.deactivate", because).map(|_| Vec::new())?,
            Way::Lowered => {
                ask(&desk, "staff.set_role", role("receptionist")).map(|_| Vec::new())?
            }
            Way::Reset => ask(&desk, "staff.reset_password", because).map(|_| Vec::new())?,
            Way::Rotated => {
                let order = json!({ "password": PASSWORD, "leaving": id, "reason": "违规" });
                let made = ask(&desk, "keys.rotate", order)?["codes"].clone();
                ask(&desk, "setup.confirm", typed_back(&made))?;
                codes(&made)
            }
        };
        let new = if new.is_empty() { renew(&desk)? } else { new };
        desk.close();
        let name = made["name"].as_str().unwrap_or_default().to_owned();
        let files = Files::read(&folder).map_err(words)?;
        Ok(Self {
            files,
            name,
            old,
            new,
        })
    }

    fn order(&self, one: Try) -> Value {
        let mut order = json!({ "name": self.name, "place": "own", "reason": "试一试" });
        let person = |no: &str| json!({ "no": no, "password": PASSWORD });
        let given = match one.given {
            Given::Leaver | Given::LeaverTwice => person(LEAVER),
            Given::OldCode => json!({ "code": self.old.first() }),
            Given::Code => json!({ "code": self.new.first() }),
            Given::Administrator | Given::Both => person("1001"),
        };
        for (key, value) in given.as_object().into_iter().flatten() {
            order[key] = value.clone();
        }
        if matches!(one.given, Given::LeaverTwice | Given::Both) {
            order["backup"] = person(LEAVER);
        }
        if one.word {
            order["takesPlace"] = json!(true);
        }
        order
    }
}

fn renew(desk: &Gateway) -> Result<Vec<String>, String> {
    let made = ask(desk, "keys.renew_codes", json!({ "password": PASSWORD }))?;
    ask(desk, "setup.confirm", typed_back(&made))?;
    Ok(codes(&made))
}

fn run(stage: &Stage, runs: u64) -> Vec<(String, Tally)> {
    let left = WAYS.map(|way| Left::make(&stage.base, way));
    if let Some(words) = left.iter().find_map(|left| left.as_ref().err()) {
        return vec![(LINE.name.to_owned(), broken(words))];
    }
    let (all, left) = (Try::all(), left.into_iter().flatten().collect::<Vec<_>>());
    let runs = runs.min(all.len() as u64);
    alone(LINE.name, runs, stage.seed, |part| {
        let folder = stage.base.folder("by-a-leaver")?;
        let mut tally = Tally::default();
        for number in part.first..part.first + part.runs {
            // Evenly over all: a step that has no factor with them.
            let one = all[usize::try_from(number * STEP).unwrap_or(0) % all.len()];
            let left = WAYS.iter().zip(&left).find(|(way, _)| **way == one.way);
            let left = left.ok_or("no such way")?.1;
            let mut files = left.files.clone();
            harm(&mut files, one.keys);
            files.lay_out(&folder).map_err(|error| error.to_string())?;
            let child = spawn(|pipe| pipe.say(&attempt(&folder, left, one)));
            let (lines, end) = child.hear(PATIENCE);
            let said: Option<Tried> = lines
                .last()
                .and_then(|line| serde_json::from_str(line).ok());
            let stayed = Files::read(&folder).map_err(|error| error.to_string())?;
            judge(
                one,
                said,
                end,
                same_but_for_tries(&stayed, &files).as_deref(),
                &mut tally,
            );
        }
        Ok(vec![tally])
    })
}

const STEP: u64 = 79;

fn harm(files: &mut Files, keys: Keys) {
    match keys {
        Keys::There => {}
        Keys::Previous => {
            files.0.remove(FILES[0]);
        }
        Keys::Gone => FILES.iter().for_each(|name| {
            files.0.remove(*name);
        }),
        Keys::Harmed => {
            for name in FILES {
                if let Some(bytes) = files.0.get_mut(name) {
                    bytes.truncate(bytes.len() / 2);
                }
            }
        }
    }
}

/// Tries are counted beside the key file; nothing else may change.
fn same_but_for_tries(stayed: &Files, before: &Files) -> Option<String> {
    let but = |files: &Files| {
        let mut files = files.clone();
        files.0.retain(|name, _| !name.starts_with("attempts"));
        files
    };
    but(stayed).differs(&but(before))
}

/// The code of the refusal; what the administrator and the leaver are told at the door.
#[derive(Debug, serde::Serialize, serde::Deserialize)]
struct Tried {
    refused: Option<String>,
    told: String,
    leaver: String,
}

fn attempt(folder: &std::path::Path, left: &Left, one: Try) -> Tried {
    let desk = gateway_with(folder, 22);
    let refused = ask(&desk, "backups.restore", left.order(one)).err();
    if refused.is_some() {
        return Tried {
            refused,
            told: String::new(),
            leaver: String::new(),
        };
    }
    let leaver = enter(&desk, LEAVER, PASSWORD);
    let leaver = leaver.map_or_else(|code| code, |_| "in".to_owned());
    let state = enter(&desk, "1001", PASSWORD);
    let told = state.map_or_else(|code| code, |state| state["restored"]["over"].to_string());
    Tried {
        refused,
        told: told.trim_matches('"').to_owned(),
        leaver,
    }
}

fn judge(one: Try, said: Option<Tried>, end: End, changed: Option<&str>, tally: &mut Tally) {
    tally.runs += 1;
    let must = one.must();
    let Some(said) = said.filter(|_| end == End::Code(0)) else {
        return tally.accuse(format!("{one:?}: the program ended with {end:?}"));
    };
    tally.reported += u64::from(said.refused.is_some());
    let right = match (&must, &said.refused) {
        (Must::Refuse, Some(_)) => changed.is_none(),
        (Must::Allow { leaver_in, told }, None) => {
            said.told == *told && (said.leaver == "in") == *leaver_in
        }
        _ => false,
    };
    if !right {
        tally.damaged += 1;
        tally.accuse(format!(
            "{one:?}: must be {must:?}, is {said:?}, changed {changed:?}"
        ));
    }
}
