//! The key file is not the newest: deleted, put back to an older state, edited, one with
//! a high number planted beside it. A secret that was taken away never opens again. An
//! older key file than the desk noted opens with a printed code only, and the journal
//! says so; a good copy is used whatever lies beside it; damage to a copy is told, in the
//! journal or in the state. Judged from outside: who comes in, and what they are told
//! that they would not be told of an unharmed desk.

use super::{Line, Stage};
use crate::base::{Base, gateway, gateway_with};
use crate::checker::PATIENCE;
use crate::crew::{Tally, alone, broken};
use crate::interpose::process::{End, spawn};
use crate::scene::Files;
use crate::talk::{ask, codes, enter};
use api::Gateway;
use proofs::desk::{PASSWORD, typed_back};
use rand::rngs::StdRng;
use rand::{RngExt as _, SeedableRng as _};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::Path;
use vault::KeyFile;

pub const LINE: Line = Line {
    name: "key file rolled back",
    short: 18,
    long: 360,
    run,
};

const KEYS: &str = "keys.json";
const BEFORE: &str = "keys.prev.json";
const NEW: &str = "plover-chalk-3358-inlet";
const RECOVERED: &str = "cedar-anvil-9920-brook";

/// What is done to the two copies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Harm {
    /// The current copy is gone: the previous one is one change older.
    Deleted,
    /// The current copy does not read.
    Damaged,
    /// The previous copy does not read.
    DamagedBefore,
    /// Both are as they were before.
    BothOlder,
    /// The current one is as it was before, the previous one gone.
    OnlyOlder,
    /// Beside the good one lies an old one that says it is the newest.
    Planted,
    /// Beside the good one lies nothing but chance.
    PlantedChance,
    /// The current one calls the place otherwise, and checks as far as anybody can make it.
    Edited,
    /// The same, with a high number.
    EditedHigh,
}

const HARMS: [Harm; 9] = [
    Harm::Deleted,
    Harm::Damaged,
    Harm::DamagedBefore,
    Harm::BothOlder,
    Harm::OnlyOlder,
    Harm::Planted,
    Harm::PlantedChance,
    Harm::Edited,
    Harm::EditedHigh,
];

impl Harm {
    /// The current copy is whole.
    fn leaves_a_good_copy(self) -> bool {
        matches!(
            self,
            Self::DamagedBefore | Self::Planted | Self::PlantedChance
        )
    }

    /// No copy is newer than what was before all.
    fn is_older(self) -> bool {
        matches!(self, Self::BothOlder | Self::OnlyOlder)
    }

    fn inflict(self, files: &mut Files, older: &[u8], dice: &mut StdRng) -> Result<(), String> {
        let mut put = |name: &str, bytes: Vec<u8>| {
            files.0.insert(name.to_owned(), bytes);
        };
        match self {
            Self::Deleted => drop(files.0.remove(KEYS)),
            Self::Damaged => cut(files, KEYS, dice),
            Self::DamagedBefore => cut(files, BEFORE, dice),
            Self::BothOlder => {
                put(KEYS, older.to_vec());
                put(BEFORE, older.to_vec());
            }
            Self::OnlyOlder => {
                put(KEYS, older.to_vec());
                files.0.remove(BEFORE);
            }
            Self::Planted => put(BEFORE, forged(older, |file| file.seq += 1_000)?),
            Self::PlantedChance => {
                let length = dice.random_range(0..4_000);
                put(BEFORE, (0..length).map(|_| dice.random()).collect());
            }
            Self::Edited | Self::EditedHigh => {
                let bytes = files.0.get(KEYS).cloned().unwrap_or_default();
                let edited = forged(&bytes, |file| {
                    "别家".clone_into(&mut file.label);
                    file.seq += u64::from(self == Self::EditedHigh) * 1_000;
                })?;
                files.0.insert(KEYS.to_owned(), edited);
            }
        }
        Ok(())
    }
}

fn cut(files: &mut Files, name: &str, dice: &mut StdRng) {
    if let Some(bytes) = files.0.get_mut(name) {
        let at = dice.random_range(0..bytes.len());
        bytes.truncate(at);
    }
}

/// Whoever can write the file can make its checksum fit, but not its seals.
fn forged(bytes: &[u8], change: impl FnOnce(&mut KeyFile)) -> Result<Vec<u8>, String> {
    let mut file = KeyFile::parse(bytes).map_err(|error| error.to_string())?;
    change(&mut file);
    let text = file.text().map_err(|error| error.to_string())?;
    Ok(text.into_bytes())
}

/// What was changed last, so that the previous copy is of the time before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Last {
    /// 1004 left.
    Left,
    /// 1002 changed their password.
    Changed,
}

type Step = fn(&Gateway) -> Result<(), String>;

/// A desk on which 1004 left and 1002 has another password.
struct Scene {
    files: Files,
    older: Vec<u8>,
    codes: Vec<String>,
    /// What an unharmed desk says.
    plain: Told,
}

impl Scene {
    fn make(base: &Base, last: Last) -> Result<Self, String> {
        let folder = base.folder("rolled-before")?;
        let words = |error: std::io::Error| error.to_string();
        base.files.lay_out(&folder).map_err(words)?;
        let desk = gateway_with(&folder, 41);
        enter(&desk, "1001", PASSWORD)?;
        let made = ask(&desk, "keys.renew_codes", json!({ "password": PASSWORD }))?;
        ask(&desk, "setup.confirm", typed_back(&made))?;
        let older = std::fs::read(folder.join(KEYS)).map_err(words)?;
        let steps: [Step; 2] = match last {
            Last::Left => [change, leave],
            Last::Changed => [leave, change],
        };
        for step in steps {
            step(&desk)?;
        }
        desk.close();
        let mut scene = Self {
            files: Files::read(&folder).map_err(words)?,
            older,
            codes: codes(&made),
            plain: Told::default(),
        };
        // In this process: what is stretched here is known to all that are forked.
        scene.plain = tell(&folder, &scene.codes);
        Ok(scene)
    }
}

fn leave(desk: &Gateway) -> Result<(), String> {
    enter(desk, "1001", PASSWORD)?;
    let list = ask(desk, "staff.list", json!({}))?;
    let rows = list["rows"].as_array().into_iter().flatten();
    let mut ids = rows.filter(|row| row["no"] == "1004");
    let id = ids.next().map_or(Value::Null, |row| row["id"].clone());
    let order = json!({ "id": id, "reason": "离职" });
    ask(desk, "staff.deactivate", order).map(drop)
}

fn change(desk: &Gateway) -> Result<(), String> {
    enter(desk, "1002", PASSWORD)?;
    let order = json!({ "current": PASSWORD, "next": NEW });
    ask(desk, "staff.change_password", order).map(drop)
}

/// Who comes in, and what is said.
#[derive(Debug, Clone, Default, serde::Serialize, serde::Deserialize)]
struct Told {
    /// 1001 and 1002 with the secrets in force: the code of a refusal.
    right: [Option<String>; 2],
    /// 1004 who left, and 1002 with the password before: whether they came in.
    wrong: [bool; 2],
    /// A printed code, where no password of the administrator opened.
    code: Option<String>,
    /// What the place is called.
    label: String,
    /// What the state says to whoever is in, apart from numbers that only count.
    state: String,
    /// Acts in the journal.
    acts: BTreeSet<String>,
}

fn tell(folder: &Path, codes: &[String]) -> Told {
    let desk = gateway(folder);
    let mut told = Told {
        wrong: [
            enter(&desk, "1004", PASSWORD).is_ok(),
            enter(&desk, "1002", PASSWORD).is_ok(),
        ],
        ..Told::default()
    };
    let second = enter(&desk, "1002", NEW).err();
    let first = enter(&desk, "1001", PASSWORD);
    if first.is_err() {
        let order = json!({ "code": codes.first(), "no": "1001", "password": RECOVERED });
        let came = ask(&desk, "session.recover", order);
        let typed = came.and_then(|made| ask(&desk, "setup.confirm", typed_back(&made)));
        told.code = typed.err().or_else(|| Some(String::new()));
    }
    told.right = [first.err(), second];
    if let Ok(mut state) = ask(&desk, "session.state", json!({})) {
        told.label = state["institution"].to_string();
        for key in ["journal", "lockedFor", "staff", "backup"] {
            state[key] = Value::Null;
        }
        told.state = state.to_string();
    }
    if let Ok(page) = ask(&desk, "journal.list", json!({})) {
        let rows = page["rows"].as_array().into_iter().flatten();
        // What coming in leaves behind is no news, whoever is refused meanwhile.
        let coming = ["session.", "setup.", "staff."];
        let acts = rows.filter_map(|row| row["action"].as_str());
        told.acts = acts
            .filter(|act| !coming.iter().any(|begins| act.starts_with(begins)))
            .map(str::to_owned)
            .collect();
    }
    told
}

fn run(stage: &Stage, runs: u64) -> Vec<(String, Tally)> {
    let lasts = [Last::Left, Last::Changed];
    let made = lasts.map(|last| Scene::make(&stage.base, last));
    if let Some(words) = made.iter().find_map(|scene| scene.as_ref().err()) {
        return vec![(LINE.name.to_owned(), broken(words))];
    }
    let scenes: Vec<Scene> = made.into_iter().flatten().collect();
    alone(LINE.name, runs, stage.seed, |part| {
        let mut dice = StdRng::seed_from_u64(part.seed);
        let folder = stage.base.folder("rolled")?;
        let mut tally = Tally::default();
        for number in part.first..part.first + part.runs {
            let number = usize::try_from(number).unwrap_or(0);
            let (harm, last) = (HARMS[number % HARMS.len()], number / HARMS.len() % 2);
            let scene = &scenes[last];
            let mut files = scene.files.clone();
            harm.inflict(&mut files, &scene.older, &mut dice)?;
            files.lay_out(&folder).map_err(|error| error.to_string())?;
            let child = spawn(|pipe| pipe.say(&tell(&folder, &scene.codes)));
            let (lines, end) = child.hear(PATIENCE);
            let told: Option<Told> = lines
                .last()
                .and_then(|line| serde_json::from_str(line).ok());
            tally.runs += 1;
            let wrong = match told.filter(|_| end == End::Code(0)) {
                Some(told) => judge(harm, &told, &scene.plain, &mut tally),
                None => vec![format!("the program ended with {end:?}")],
            };
            if !wrong.is_empty() {
                tally.damaged += 1;
                let words = wrong.join("; ");
                tally.accuse(format!("{harm:?} after {:?}: {words}", lasts[last]));
            }
        }
        Ok(vec![tally])
    })
}

fn judge(harm: Harm, told: &Told, plain: &Told, tally: &mut Tally) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut must = |holds: bool, words: String| {
        if !holds {
            wrong.push(words);
        }
    };
    must(!told.wrong[0], "who left comes in".to_owned());
    must(
        !told.wrong[1],
        "a password that was changed opens".to_owned(),
    );
    let by_code = told.code.as_deref() == Some("");
    let by_password = told.right.iter().all(Option::is_none);
    let (right, code) = (&told.right, &told.code);
    if harm.leaves_a_good_copy() {
        must(by_password, format!("the good copy is not used: {right:?}"));
    } else if harm.is_older() {
        let none = told.right.iter().all(Option::is_some);
        must(none, "a password opens an older key file".to_owned());
        must(by_code, format!("a printed code does not open: {code:?}"));
    } else {
        must(
            by_password || by_code,
            format!("nobody comes in: {right:?}, {code:?}"),
        );
    }
    let said = told.state != plain.state || !told.acts.is_subset(&plain.acts);
    tally.reported += u64::from(said);
    must(said, "nothing is told".to_owned());
    if by_password || by_code {
        must(
            told.label == plain.label,
            format!("the place is called {}", told.label),
        );
    }
    wrong
}
