//! Somebody with a right goes over people's records with a script: how many they read in one
//! second and in one hour, and how many digits of a number they find by asking. The written
//! budget of a receptionist is eighty at once and a hundred and forty an hour without a
//! colleague's word; of a number everybody sees the last four digits.

use super::{Line, Stage};
use crate::crew::{Part, Tally, alone};
use proofs::desk::TestDesk;
use proofs::made::{Person, here, id};
use rand::rngs::StdRng;
use rand::{RngExt as _, SeedableRng as _};
use serde_json::json;

pub const LINE: Line = Line {
    name: "mask budget",
    short: 2,
    long: 20,
    run,
};

/// More than the budget of an hour.
const PEOPLE: usize = 150;
const AT_ONCE: usize = 80;
const IN_AN_HOUR: usize = 140;
/// What the list shows anyway.
const SHOWN: usize = 4;
/// Five guesses an hour: one of ten digits may be met by luck.
const LUCK: usize = 1;

fn run(stage: &Stage, runs: u64) -> Vec<(String, Tally)> {
    alone(LINE.name, runs, stage.seed, |part| Ok(worker(&part)))
}

fn worker(part: &Part) -> Vec<Tally> {
    let mut tally = Tally::default();
    let mut dice = StdRng::seed_from_u64(part.seed);
    for number in part.first..part.first + part.runs {
        let desk = TestDesk::training();
        desk.as_staff("1004");
        let phone = format!("139{:08}", dice.random_range(0..100_000_000));
        let mut people = vec![id(&Person::named("单雅琴").phone(&phone).come(&desk))];
        people.extend((1..PEOPLE).map(|n| id(&Person::named(&format!("单雅{n}")).come(&desk))));
        desk.as_staff("1002");
        let (at_once, in_an_hour) = read_all(&desk, &people);
        let digits = digits_found(&desk, &phone);
        tally.runs += 1;
        tally.reported += 1;
        if at_once > AT_ONCE || in_an_hour > IN_AN_HOUR || digits > SHOWN + LUCK {
            tally.damaged += 1;
            tally.accuse(format!(
                "run {number}: {at_once} records at once, {in_an_hour} in an hour, {digits} digits"
            ));
        }
        if at_once < AT_ONCE / 2 {
            tally.accuse(format!(
                "run {number}: honest work is stopped after {at_once}"
            ));
        }
    }
    vec![tally]
}

/// How many records open in one second, and within an hour by somebody who waits as told and
/// gives a reason as often as asked.
fn read_all(desk: &TestDesk, people: &[i64]) -> (usize, usize) {
    let begun = desk.machine().at();
    let (mut at_once, mut all) = (0, 0);
    for person in people {
        let mut asked = 0;
        loop {
            let Err(problem) = desk.answer("visitors.read", here(*person)) else {
                all += 1;
                at_once += usize::from(desk.machine().at() == begun);
                break;
            };
            asked += 1;
            let waits = problem
                .params
                .get("seconds")
                .and_then(serde_json::Value::as_i64);
            match (problem.code.as_str(), waits) {
                ("opening_wait", Some(seconds)) => {
                    desk.machine().set(desk.machine().at() + seconds * 1_000);
                }
                ("opening_reason", _) => {
                    drop(desk.answer("visitors.say_why", json!({ "reason": "核对名单" })));
                }
                _ => return (at_once, all),
            }
            if asked > 5 || desk.machine().at() - begun > 3_540_000 {
                return (at_once, all);
            }
        }
    }
    (at_once, all)
}

/// How many digits of a phone are known after a digit more is asked for in front, ten times
/// for each.
fn digits_found(desk: &TestDesk, phone: &str) -> usize {
    let mut known = SHOWN;
    while known < phone.len() {
        let (_, end) = phone.split_at(phone.len() - known);
        let found = (0..10).any(|digit| {
            let input = json!({ "text": format!("{digit}{end}") });
            desk.answer("visitors.find", input).is_ok_and(|answer| {
                answer.value["rows"]
                    .as_array()
                    .is_some_and(|r| !r.is_empty())
            })
        });
        if !found {
            break;
        }
        known += 1;
    }
    known
}
