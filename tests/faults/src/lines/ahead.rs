//! The clock is days or years ahead for a while, the desk works on, and then it is right
//! again. All of it is less than a day in truth, and all backups of two days stay: none
//! goes, in neither place, one more is made for every half hour of work, before, during
//! and after, and never one a minute. The account of truth is kept here.

use super::{Line, Stage};
use crate::crew::{Tally, alone};
use proofs::desk::{PASSWORD, TestDesk};
use proofs::made::Person;
use rand::rngs::StdRng;
use rand::{RngExt as _, SeedableRng as _};
use serde_json::json;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

pub const LINE: Line = Line {
    name: "clock ahead",
    short: 4,
    long: 300,
    run,
};

const DAY: i64 = 86_400_000;
/// A little more than a backup is due after.
const HALF_HOUR: i64 = 31;

fn run(stage: &Stage, runs: u64) -> Vec<(String, Tally)> {
    alone(LINE.name, runs, stage.seed, |part| {
        let mut tally = Tally::default();
        for number in part.first..part.first + part.runs {
            tally.runs += 1;
            let mut dice = StdRng::seed_from_u64(stage.seed.wrapping_add(number));
            if let Err(words) = walk(&mut dice) {
                tally.damaged += 1;
                tally.accuse(format!("walk {number}: {words}"));
            }
        }
        Ok(vec![tally])
    })
}

fn walk(dice: &mut StdRng) -> Result<(), String> {
    let desk = TestDesk::training();
    let second = desk.root().join("second");
    std::fs::create_dir_all(&second).map_err(|error| error.to_string())?;
    desk.machine().choose_folder_next(Some(second.clone()));
    ask(&desk, "backups.choose_second", json!({}))?;
    let places = [desk.data().join("backups"), second];
    let mut account = Account {
        // One was made when the codes of set-up were typed back.
        there: places.each_ref().map(|place| names(place)),
        places,
        works: 0,
    };
    for _ in 0..dice.random_range(3..6) {
        account.work(&desk, "before")?;
    }
    let ahead = match dice.random_range(0..3) {
        0 => DAY * dice.random_range(1..4),
        1 => DAY * dice.random_range(20..400),
        _ => DAY * dice.random_range(700..4_000),
    };
    move_clock(&desk, ahead)?;
    for _ in 0..dice.random_range(1..4) {
        account.work(&desk, &format!("{} days ahead", ahead / DAY))?;
    }
    move_clock(&desk, -ahead)?;
    for _ in 0..dice.random_range(3..6) {
        account.work(&desk, &format!("after {} days ahead", ahead / DAY))?;
    }
    for minute in 0..10 {
        come(&desk, account.works * 100 + minute);
        desk.pass_minutes(1);
        ask(&desk, "session.touch", json!({}))?;
        desk.gateway().tick();
    }
    account.look(0, "ten minutes on")
}

/// What was there when it was last looked at.
struct Account {
    places: [PathBuf; 2],
    there: [BTreeSet<String>; 2],
    works: i64,
}

impl Account {
    /// Half an hour of work, in truth.
    fn work(&mut self, desk: &TestDesk, when: &str) -> Result<(), String> {
        self.works += 1;
        come(desk, self.works);
        desk.pass_minutes(HALF_HOUR);
        enter(desk)?;
        desk.gateway().tick();
        self.look(1, when)
    }

    /// So many more are there than before, and none is gone.
    fn look(&mut self, more: usize, when: &str) -> Result<(), String> {
        for (place, there) in self.places.iter().zip(&mut self.there) {
            let now = names(place);
            let gone = there.difference(&now).count();
            let new = now.difference(there).count();
            if gone > 0 || new != more {
                let place = place.file_name().unwrap_or_default().to_string_lossy();
                return Err(format!("{when}, {place}: {gone} gone, {new} more"));
            }
            *there = now;
        }
        Ok(())
    }
}

fn names(place: &Path) -> BTreeSet<String> {
    let entries = std::fs::read_dir(place).into_iter().flatten().flatten();
    entries
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| name.ends_with(".backup"))
        .collect()
}

fn come(desk: &TestDesk, number: i64) {
    Person::named("来访者")
        .phone(&format!("138{number:08}"))
        .come(desk);
}

/// Somebody sets the clock on the wall; the desk notices and whoever is there comes in again.
fn move_clock(desk: &TestDesk, by: i64) -> Result<(), String> {
    desk.gateway().tick();
    desk.machine().set_wall(desk.machine().at() + by);
    desk.gateway().tick();
    enter(desk)
}

fn enter(desk: &TestDesk) -> Result<(), String> {
    let came = desk.sign_in("1001", PASSWORD);
    came.map(drop).map_err(|problem| problem.code)
}

fn ask(desk: &TestDesk, command: &str, input: serde_json::Value) -> Result<(), String> {
    let answer = desk.answer(command, input);
    answer
        .map(drop)
        .map_err(|problem| format!("{command}: {}", problem.code))
}
