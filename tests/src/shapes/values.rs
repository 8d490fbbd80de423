//! Values that fit a shape, or nearly.

use super::{Shape, Shapes};
use rand::rngs::StdRng;
use rand::{Rng, RngExt};
use serde_json::{Map, Value, json};

/// How a value is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mood {
    /// As a person at the desk would send it.
    Plausible,
    /// Of the right shape, whatever is in it.
    Hostile,
}

const PLAUSIBLE: &[&str] = &[
    "单秀英",
    "15400001111",
    "看报告",
    "2026-11-24",
    "08:30",
    "因下雨改约",
    "1001",
    "1002",
    "visitor",
    "zh",
    "",
    "ecg",
    "abdomen",
    "feedback",
    "report_reading",
    "110105198512310029",
    "3 号诊室",
];
const HOSTILE: &[&str] = &[
    "",
    " ",
    "\u{0}",
    "'; DROP TABLE visitors;--",
    "\u{202e}abc",
    "👩‍👩‍👧‍👦",
    "9999-12-31",
    "0000-00-00",
    "-0001-01-01",
    "2026-02-29",
    "24:00",
    "99:99",
    "-1:-1",
    "../../etc/passwd",
    "C:\\con",
    "=cmd|'/C calc'!A0",
    "%00%s%n",
    "null",
    "𠮷㛃䶮",
    "e\u{301}",
    "{\"a\":1}",
    "1e309",
    "\u{feff}",
    "ﬁ",
    "+262142-12-31",
    "2026-11-24T00:00",
];
const NUMBERS: &[i64] = &[
    0,
    -1,
    1,
    7,
    60,
    1440,
    86_400_000,
    1_795_395_600_000,
    i64::MAX,
    i64::MIN,
    i64::MAX - 1,
    4_294_967_296,
    253_402_300_800_000,
    -62_135_596_800_000,
    9_007_199_254_740_993,
    65_536,
    256,
    -128,
];

impl Shapes {
    /// A value of the type with this name.
    pub fn value(&self, name: &str, mood: Mood, dice: &mut StdRng) -> Value {
        self.make(self.named(name), mood, dice, 0)
    }

    /// The same with one place of it made wrong.
    pub fn broken(&self, name: &str, dice: &mut StdRng) -> Value {
        let mut value = self.value(name, Mood::Hostile, dice);
        let junk = junk(dice, 0);
        match &mut value {
            Value::Object(fields) if !fields.is_empty() && dice.random_ratio(3, 4) => {
                let names: Vec<String> = fields.keys().cloned().collect();
                let name = names[dice.random_range(0..names.len())].clone();
                if dice.random_ratio(1, 2) {
                    fields.remove(&name);
                } else {
                    fields.insert(name, junk);
                }
            }
            Value::Object(fields) => {
                fields.insert("unasked".to_owned(), junk);
            }
            other => *other = junk,
        }
        value
    }

    fn make(&self, shape: &Shape, mood: Mood, dice: &mut StdRng, depth: usize) -> Value {
        match shape {
            Shape::Text => json!(text(mood, dice)),
            Shape::Number => number(mood, dice),
            Shape::Truth => json!(dice.random_ratio(1, 2)),
            Shape::Null => Value::Null,
            Shape::Word(word) => json!(word),
            Shape::Several(all) => all
                .iter()
                .map(|s| self.make(s, mood, dice, depth))
                .collect(),
            Shape::List(inner) => {
                let most = if depth > 4 { 0 } else { 3 };
                let many = match mood {
                    Mood::Hostile if depth == 1 && dice.random_ratio(1, 60) => 300,
                    _ => dice.random_range(0..=most),
                };
                (0..many)
                    .map(|_| self.make(inner, mood, dice, depth + 1))
                    .collect()
            }
            Shape::Map(inner) => {
                let value = self.make(inner, mood, dice, depth + 1);
                Value::Object(Map::from_iter([(text(mood, dice), value)]))
            }
            Shape::Record(fields) => {
                let field = |(name, shape): &(String, Shape)| {
                    (name.clone(), self.make(shape, mood, dice, depth + 1))
                };
                Value::Object(fields.iter().map(field).collect())
            }
            Shape::OneOf(all) if all.is_empty() => Value::Null,
            Shape::OneOf(all) => {
                self.make(&all[dice.random_range(0..all.len())], mood, dice, depth)
            }
            Shape::Named(name) => self.make(self.named(name), mood, dice, depth),
        }
    }
}

fn text(mood: Mood, dice: &mut StdRng) -> String {
    let pick = |all: &[&str], dice: &mut StdRng| all[dice.random_range(0..all.len())].to_owned();
    match mood {
        Mood::Plausible => pick(PLAUSIBLE, dice),
        Mood::Hostile => match dice.random_range(0..10) {
            0..3 => pick(PLAUSIBLE, dice),
            3..7 => pick(HOSTILE, dice),
            7 => "长".repeat(dice.random_range(1..2_000)),
            _ => (0..dice.random_range(0..40))
                .map(|_| letter(dice))
                .collect(),
        },
    }
}

fn letter(dice: &mut StdRng) -> char {
    let code = match dice.random_range(0..3) {
        0 => dice.random_range(0..0x80),
        1 => dice.random_range(0x4e00..0xa000),
        _ => dice.next_u32() % 0x11_0000,
    };
    char::from_u32(code).unwrap_or('\u{fffd}')
}

fn number(mood: Mood, dice: &mut StdRng) -> Value {
    match (mood, dice.random_range(0..10)) {
        (Mood::Plausible, _) | (Mood::Hostile, 0..4) => json!(dice.random_range(1..9)),
        (Mood::Hostile, 9) => json!(dice.random_range(-10.0..10.0)),
        (Mood::Hostile, _) => json!(NUMBERS[dice.random_range(0..NUMBERS.len())]),
    }
}

/// Any JSON at all.
pub fn junk(dice: &mut StdRng, depth: usize) -> Value {
    match dice.random_range(0..if depth > 3 { 5 } else { 8 }) {
        0 => Value::Null,
        1 => json!(dice.random_ratio(1, 2)),
        2 => number(Mood::Hostile, dice),
        3 | 4 => json!(text(Mood::Hostile, dice)),
        5 => (0..dice.random_range(0..4))
            .map(|_| junk(dice, depth + 1))
            .collect(),
        6 => {
            let field = |_| (text(Mood::Hostile, dice), junk(dice, depth + 1));
            Value::Object((0..2).map(field).collect())
        }
        // As deep as a parser may be asked to go.
        _ => (0..60).fold(json!(1), |inner, _| json!([inner])),
    }
}
