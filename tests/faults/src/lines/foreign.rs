//! Files of another vault in the place of the desk's own: database, head file, key files,
//! in every mixture, and its backup. A secret of the other opens nothing of ours, one of
//! ours nothing of the other's without a word; where nobody comes in nothing is written;
//! with our own files back everything is as it was. Who may restore the other's backup is
//! written down here from the rule alone.

use super::{Line, Stage};
use crate::base::{Base, gateway, gateway_with};
use crate::checker::PATIENCE;
use crate::crew::{Tally, alone, broken};
use crate::interpose::process::{End, spawn};
use crate::scene::Files;
use crate::talk::{ask, codes, enter};
use proofs::desk::{PASSWORD, typed_back, wizard};
use serde_json::{Value, json};
use std::path::Path;

pub const LINE: Line = Line {
    name: "foreign vault",
    short: 30,
    long: 72,
    run,
};

const THEIRS: &str = "egret-candle-7719-moor";
const THEIR_LABEL: &str = "别家体检中心";
const NAME: &str = "foreign.backup";
const KEYS: [&str; 2] = ["keys.json", "keys.prev.json"];

/// One run.
#[derive(Debug, Clone, Copy)]
enum Try {
    /// These files are the other's: database, head file, current key file, previous one.
    Mixed([bool; 4]),
    /// The other's backup, with these given.
    Restore {
        /// Both key files are gone.
        lost: bool,
        mine: Given,
        theirs: Given,
        word: bool,
    },
}

/// What is given of a vault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Given {
    Nothing,
    Password,
    Code,
}

struct Both {
    own: Files,
    own_codes: Vec<String>,
    other: Files,
    other_codes: Vec<String>,
    backup: Vec<u8>,
}

impl Try {
    fn all() -> Vec<Self> {
        let bit = |number: u8, place: u8| number >> place & 1 == 1;
        // None of theirs is our desk, all of theirs is theirs.
        let mixtures = (1..15).map(|n| Self::Mixed([bit(n, 0), bit(n, 1), bit(n, 2), bit(n, 3)]));
        let mut all: Vec<Self> = mixtures.collect();
        let given = [Given::Nothing, Given::Password, Given::Code];
        for lost in [false, true] {
            for mine in given {
                for theirs in given {
                    all.extend([false, true].map(|word| Self::Restore {
                        lost,
                        mine,
                        theirs,
                        word,
                    }));
                }
            }
        }
        all
    }
}

impl Both {
    fn make(base: &Base) -> Result<Self, String> {
        let words = |error: std::io::Error| error.to_string();
        let (mine, other) = (base.folder("foreign-own")?, base.folder("foreign-other")?);
        base.files.lay_out(&mine).map_err(words)?;
        let desk = gateway_with(&mine, 31);
        enter(&desk, "1001", PASSWORD)?;
        let made = ask(&desk, "keys.renew_codes", json!({ "password": PASSWORD }))?;
        ask(&desk, "setup.confirm", typed_back(&made))?;
        let own_codes = codes(&made);
        desk.close();
        Files::default().lay_out(&other).map_err(words)?;
        let desk = gateway_with(&other, 32);
        let mut input = wizard("empty", false);
        input["admin"]["password"] = json!(THEIRS);
        input["institution"]["name"] = json!(THEIR_LABEL);
        let made = ask(&desk, "setup.create", input)?;
        ask(&desk, "setup.confirm", typed_back(&made))?;
        let backup = ask(&desk, "backups.make", json!({}))?;
        let name = backup["name"].as_str().unwrap_or_default();
        let backup = std::fs::read(other.join("backups").join(name)).map_err(words)?;
        desk.close();
        Ok(Self {
            own: Files::read(&mine).map_err(words)?,
            own_codes,
            other: Files::read(&other).map_err(words)?,
            other_codes: codes(&made),
            backup,
        })
    }
}

fn run(stage: &Stage, runs: u64) -> Vec<(String, Tally)> {
    let both = match Both::make(&stage.base) {
        Ok(both) => both,
        Err(words) => return vec![(LINE.name.to_owned(), broken(&words))],
    };
    let all = Try::all();
    let all_runs = all.len() as u64;
    let runs = runs.min(all_runs);
    alone(LINE.name, runs, stage.seed, |part| {
        let folder = stage.base.folder("foreign")?;
        let mut tally = Tally::default();
        for number in part.first..part.first + part.runs {
            let one = all[usize::try_from(number * all_runs / runs).unwrap_or(0)];
            tally.runs += 1;
            let wrong = match one {
                Try::Mixed(which) => mixed(&folder, &both, which, &mut tally)?,
                Try::Restore { .. } => restored(&folder, &both, one, &mut tally)?,
            };
            if let Some(words) = wrong {
                tally.damaged += 1;
                tally.accuse(format!("{one:?}: {words}"));
            }
        }
        Ok(vec![tally])
    })
}

/// Who came in, and what they were told.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
struct Came {
    refused: Option<String>,
    alarm: bool,
    label: String,
}

fn come(folder: &Path, secret: &str) -> Result<Came, String> {
    let child = spawn(|pipe| {
        let desk = gateway(folder);
        let state = enter(&desk, "1001", secret);
        pipe.say(&Came {
            alarm: state.as_ref().is_ok_and(|state| !state["alarm"].is_null()),
            label: state
                .as_ref()
                .map_or(String::new(), |s| s["institution"].to_string()),
            refused: state.err(),
        });
    });
    match child.hear(PATIENCE) {
        (lines, End::Code(0)) => lines
            .last()
            .and_then(|line| serde_json::from_str(line).ok())
            .ok_or_else(|| "nothing said".to_owned()),
        (_, end) => Err(format!("the program ended with {end:?}")),
    }
}

fn mixed(
    folder: &Path,
    both: &Both,
    [database, head, keys, previous]: [bool; 4],
    tally: &mut Tally,
) -> Result<Option<String>, String> {
    let words = |error: std::io::Error| error.to_string();
    let mut files = both.own.clone();
    let mut take = |name: &str| match both.other.0.get(name) {
        Some(bytes) => {
            files.0.insert(name.to_owned(), bytes.clone());
        }
        None => {
            files.0.remove(name);
        }
    };
    let chosen = [(database, "desk.db"), (head, "head.json")];
    chosen
        .iter()
        .filter(|(yes, _)| *yes)
        .for_each(|(_, name)| take(name));
    if keys {
        take(KEYS[0]);
    }
    if previous {
        take(KEYS[1]);
    }
    for (secret, whose) in [(THEIRS, "their"), (PASSWORD, "our")] {
        files.lay_out(folder).map_err(words)?;
        let came = match come(folder, secret) {
            Ok(came) => came,
            Err(words) => return Ok(Some(format!("{whose} password: {words}"))),
        };
        let told = came.refused.is_some() || came.alarm;
        tally.reported += u64::from(told);
        // Without a word only whole sets of one vault open: what is not read may be any.
        let theirs = secret == THEIRS;
        let read = [database == theirs, head == theirs];
        if !told && read != [true, true] {
            return Ok(Some(format!(
                "{whose} password comes in, and nothing is said"
            )));
        }
        if came.refused.is_none() && database != theirs {
            return Ok(Some(format!(
                "{whose} password opens what is not of its vault"
            )));
        }
        let after = Files::read(folder).map_err(words)?;
        if came.refused.is_some()
            && let Some(name) = but_tries(&after).differs(&but_tries(&files))
        {
            return Ok(Some(format!(
                "{whose} password is refused, and {name} was written"
            )));
        }
    }
    // Nothing was done to our own files that putting them back does not make good.
    both.own.lay_out(folder).map_err(words)?;
    let back = come(folder, PASSWORD)?;
    if back.refused.is_some() || back.alarm {
        return Ok(Some(format!("our own files back: {back:?}")));
    }
    Ok(None)
}

fn but_tries(files: &Files) -> Files {
    let mut files = files.clone();
    files.0.retain(|name, _| !name.starts_with("attempts"));
    files
}

fn restored(
    folder: &Path,
    both: &Both,
    one: Try,
    tally: &mut Tally,
) -> Result<Option<String>, String> {
    let Try::Restore {
        lost,
        mine,
        theirs,
        word,
    } = one
    else {
        return Ok(None);
    };
    let words = |error: std::io::Error| error.to_string();
    let mut files = both.own.clone();
    if lost {
        files.0.retain(|name, _| !KEYS.contains(&name.as_str()));
    }
    files
        .0
        .insert(format!("backups/{NAME}"), both.backup.clone());
    files.lay_out(folder).map_err(words)?;
    let order = order(both, [mine, theirs], lost, word);
    let child = spawn(|pipe| {
        let desk = gateway(folder);
        let refused = ask(&desk, "backups.restore", order.clone()).err();
        let state = enter(&desk, "1001", THEIRS);
        let told = state.map_or_else(|code| code, |state| state["restored"]["over"].to_string());
        pipe.say(&(refused, told));
    });
    let (lines, end) = child.hear(PATIENCE);
    let said: Option<(Option<String>, String)> = lines
        .last()
        .and_then(|line| serde_json::from_str(line).ok());
    let Some((refused, told)) = said.filter(|_| end == End::Code(0)) else {
        return Ok(Some(format!("the program ended with {end:?}")));
    };
    tally.reported += u64::from(refused.is_some());
    // While our keys read it takes a word of ours and one of theirs; where they are lost,
    // one of theirs and that it takes our desk's place.
    let may = if lost {
        theirs != Given::Nothing && word
    } else {
        mine != Given::Nothing && theirs != Given::Nothing
    };
    let after = Files::read(folder).map_err(words)?;
    let wrong = match (&refused, may) {
        (Some(_), false) => but_tries(&after)
            .differs(&but_tries(&files))
            .map(|name| format!("refused, and {name} was written")),
        (None, true) if told == "\"other\"" => None,
        (None, true) => Some(format!("restored, and whoever signs in is told {told}")),
        (Some(code), true) => Some(format!("must be allowed, is refused with {code}")),
        (None, false) => Some(format!("must be refused; then they are told {told}")),
    };
    Ok(wrong)
}

fn order(both: &Both, [mine, theirs]: [Given; 2], lost: bool, word: bool) -> Value {
    let of = |given: Given, password: &str, codes: &[String]| match given {
        Given::Nothing => json!({}),
        Given::Password => json!({ "no": "1001", "password": password }),
        Given::Code => json!({ "code": codes.first() }),
    };
    let mine = of(mine, PASSWORD, &both.own_codes);
    let theirs = of(theirs, THEIRS, &both.other_codes);
    let nothing = |value: &Value| value.as_object().is_none_or(serde_json::Map::is_empty);
    // Where our keys are lost only theirs can be judged: it is what is asked for first.
    let (first, then) = if lost && !nothing(&theirs) || nothing(&mine) {
        (theirs, mine)
    } else {
        (mine, theirs)
    };
    let mut order = json!({ "name": NAME, "place": "own", "reason": "试一试" });
    for (key, value) in first.as_object().into_iter().flatten() {
        order[key] = value.clone();
    }
    if !nothing(&then) {
        order["backup"] = then;
    }
    if word {
        order["takesPlace"] = json!(true);
    }
    order
}
