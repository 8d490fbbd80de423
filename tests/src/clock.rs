//! Random days on a computer whose clock somebody moves: the chain stays whole, order is
//! the journal's number, no number is given out twice, nobody has waited less than no
//! time, and the banner shows exactly while the clock is away.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "what tests are built of"
)]

use crate::desk::{MONDAY_NINE, PASSWORD, TestDesk};
use crate::made::{id, issue, matter, start};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use serde_json::{Value, json};
use std::collections::BTreeSet;

const MINUTE: i64 = 60_000;
/// Far enough from what is forgiven that the model need not know it to the second.
const JUMPS: &[i64] = &[-5_256_000, -1440, -60, -10, 10, 60, 1440, 44_640, 5_256_000];

/// One walk of forty steps. The error names the seed, the step and what is wrong.
pub fn walk(seed: u64) -> Result<(), String> {
    let mut walk = Walk {
        desk: TestDesk::training(),
        dice: StdRng::seed_from_u64(seed),
        given: BTreeSet::new(),
        category: Value::Null,
        away: 0,
        lost: 0,
    };
    walk.desk.gateway().tick();
    walk.category = walk.leaf();
    for step in 0..40 {
        walk.step()
            .and_then(|()| walk.looks_right())
            .map_err(|fault| format!("walk {seed}, step {step}: {fault}"))?;
    }
    walk.ends_right()
        .map_err(|fault| format!("walk {seed}, at the end: {fault}"))
}

/// The day in China of a moment (UTC ms), as text.
pub fn local_day(at: i64) -> String {
    let local = chrono::DateTime::from_timestamp_millis(at + 8 * 60 * MINUTE);
    local
        .expect("a moment of our time")
        .date_naive()
        .to_string()
}

struct Walk {
    desk: TestDesk,
    dice: StdRng,
    /// Everything that was given a number, with the day where the day is part of it.
    given: BTreeSet<String>,
    category: Value,
    /// Minutes that the clock is away from where it was, until somebody says it is right.
    away: i64,
    /// Minutes that were moved since the desk last looked.
    lost: i64,
}

impl Walk {
    fn step(&mut self) -> Result<(), String> {
        match self.dice.random_range(0..10) {
            0..3 => {
                let jump = JUMPS[self.dice.random_range(0..JUMPS.len())];
                // The institution was founded after 1970 and will not see 2100.
                let to = self.desk.machine().at() + jump * MINUTE;
                if (MONDAY_NINE - 8_000_000 * MINUTE..MONDAY_NINE + 16_000_000 * MINUTE)
                    .contains(&to)
                {
                    self.desk.machine().set_wall(to);
                    self.lost += jump;
                }
            }
            3 => {
                let minutes = self.dice.random_range(1..200);
                self.desk.pass_minutes(minutes);
            }
            4 if self.away != 0 => {
                self.look();
                self.arrive();
                self.desk
                    .call("clock.accept", json!({ "reason": "已对照手机时间" }));
                self.away = 0;
            }
            5 => {
                self.desk
                    .answer("session.lock", json!({}))
                    .map_err(|p| p.code)?;
                self.arrive();
            }
            6 => {
                self.look();
                self.desk.reopen();
                self.arrive();
            }
            _ => self.work()?,
        }
        Ok(())
    }

    /// A visitor comes, draws a number, has something to say.
    fn work(&mut self) -> Result<(), String> {
        self.arrive();
        let day = local_day(self.desk.machine().at());
        let encounter = start(&self.desk, "walk_in", Value::Null);
        self.given("encounter", &day, &encounter["no"])?;
        let told = matter(id(&encounter), &self.category);
        self.desk.call("encounters.describe", told);
        let ticket = issue(&self.desk, &encounter["id"]);
        self.given("ticket", &day, &ticket["ticket"]["no"])?;
        let said = self.desk.call(
            "feedback.receive",
            json!({ "kind": "praise", "encounterId": encounter["id"], "visitorId": null, "name": "",
            "phone": "", "happenedOn": null, "about": "", "what": "好", "points": [] }),
        );
        self.given("feedback", &day, &said["line"]["no"])
    }

    fn given(&mut self, kind: &str, day: &str, no: &Value) -> Result<(), String> {
        let no = no
            .as_str()
            .ok_or_else(|| format!("a {kind} without a number"))?;
        if self.given.insert(format!("{kind} {day} {no}")) {
            Ok(())
        } else {
            Err(format!("{kind} {no} was given out twice on {day}"))
        }
    }

    /// Signs in when the desk has locked itself, and lets it look at the clock.
    fn arrive(&mut self) {
        self.desk.gateway().tick();
        if self.desk.call("session.state", json!({}))["phase"] != "open" {
            self.desk.sign_in("1001", PASSWORD).unwrap();
        }
        self.look();
    }

    fn look(&mut self) {
        self.desk.gateway().tick();
        self.away += self.lost;
        self.lost = 0;
    }

    fn looks_right(&mut self) -> Result<(), String> {
        self.arrive();
        let clock = self.desk.call("session.state", json!({}))["clock"].clone();
        let wanted = match self.away {
            0 => Value::Null,
            away => json!(if away < 0 { "behind" } else { "ahead" }),
        };
        if clock["way"] != wanted {
            return Err(format!(
                "the clock is away by {} min, the banner says {clock}",
                self.away
            ));
        }
        if let Some(minutes) = clock["minutes"].as_i64()
            && (minutes - self.away.abs()).abs() > 5
        {
            return Err(format!(
                "the clock is away by {} min, the banner says {clock}",
                self.away
            ));
        }
        let board = self.desk.call("tickets.board", json!({ "pointId": null }));
        for row in board["rows"].as_array().unwrap() {
            let waited = row["waited"].as_i64();
            if waited.is_none_or(|minutes| minutes < 0) {
                return Err(format!("somebody has waited {waited:?} minutes"));
            }
        }
        Ok(())
    }

    fn ends_right(&mut self) -> Result<(), String> {
        let verdict = self.desk.call("session.verify_journal", json!({}));
        if !verdict["brokenAt"].is_null() {
            return Err(format!("the chain is broken: {verdict}"));
        }
        let all =
            json!({ "before": null, "actor": "", "object": "", "objectId": null, "day": null });
        let page = self.desk.call("journal.list", all);
        let order: Vec<i64> = page["rows"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| row["seq"].as_i64().unwrap())
            .collect();
        if order.windows(2).all(|two| two[0] == two[1] + 1) {
            Ok(())
        } else {
            Err(format!("the journal is out of order: {order:?}"))
        }
    }

    fn leaf(&self) -> Value {
        let tree = self.desk.call("categories.list", json!({}));
        let rows = tree["rows"].as_array().unwrap();
        rows.iter()
            .find(|row| !row["parentId"].is_null() && row["anonymous"] == true)
            .unwrap()
            .clone()
    }
}
