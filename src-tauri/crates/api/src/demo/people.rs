//! Made-up people. Nobody can be hurt by them: their identity numbers carry region
//! codes from 00 0000 to 00 9999, which no place has (GB/T 2260 starts at 11), their
//! mobile numbers start with 154, which no operator was given, and their fixed lines
//! with a 0 behind the area code, where a number cannot start.

use super::dice::Dice;
use super::names::{Origin, name};
use desk::ground::language::Language;
use desk::people::visitors::identity::check_digit;
use desk::people::visitors::{Born, IdKind, Manner, Sex, VisitorDetails};
use desk::{Day, VisitorId};
use std::collections::BTreeSet;

/// Somebody who will come.
pub(super) struct Person {
    pub draft: VisitorDetails,
    pub sex: Sex,
    pub age: u32,
    pub language: Language,
    pub consent: Manner,
    pub health_consent: bool,
    /// Their record, once they were here.
    pub record: Option<VisitorId>,
}

/// Ages with how many in a hundred are so old.
const AGES: &[(i64, i64, usize)] = &[
    (3, 17, 4),
    (18, 29, 15),
    (30, 44, 28),
    (45, 59, 27),
    (60, 74, 19),
    (75, 93, 7),
];
const STREETS: &[&str] = &[
    "和平路",
    "建设大街",
    "人民路",
    "学院路",
    "滨河西路",
    "解放街",
    "青年路",
    "东风里",
    "育才巷",
    "文化路",
];
const NOTES: &[&str] = &[
    "听力不好，请慢一点说",
    "由女儿陪同",
    "希望上午来",
    "不要打座机",
    "上次抽血晕针",
    "左腿不便，需要轮椅",
];
const AREAS: &[&str] = &["010", "021", "0311", "0571", "029", "028"];

/// So many people, none with the identity number of another.
pub(super) fn people(dice: &mut Dice, count: u32, today: Day) -> Vec<Person> {
    let mut taken = BTreeSet::new();
    (0..count)
        .map(|_| person(dice, today, &mut taken))
        .collect()
}

fn person(dice: &mut Dice, today: Day, taken: &mut BTreeSet<String>) -> Person {
    let sex = if dice.happens(545) {
        Sex::Female
    } else {
        Sex::Male
    };
    let (least, most, _) = *dice.weighted(AGES, |a| a.2).unwrap_or(&(30, 60, 1));
    let born_on =
        today.plus_days(-dice.within(least * 365 + least / 4 + 1, most * 365 + most / 4 + 364));
    let age = born_on.age_on(today).unwrap_or(30);
    let (name, origin) = name(dice, sex, year_of(born_on));
    let (id_kind, id_number) = document(dice, born_on, sex, origin, taken);
    let health_consent = dice.happens(380);
    let mut draft = VisitorDetails {
        name,
        phone: phone(dice),
        phone_2: if dice.happens(50) {
            phone(dice)
        } else {
            String::new()
        },
        id_kind: Some(id_kind),
        id_number,
        sex: Some(sex),
        born_on: Some(Born::on(born_on)),
        address: address(dice),
        note: if dice.happens(25) {
            dice.word(NOTES).to_owned()
        } else {
            String::new()
        },
        groups: groups(dice, sex, age, origin),
        ..VisitorDetails::default()
    };
    if health_consent {
        draft.conditions = conditions(dice, sex, age, &draft.groups);
        draft.allergies = allergies(dice);
    }
    let consent = match age {
        0..14 => Manner::Guardian,
        _ if dice.happens(300) => Manner::Signed,
        _ => Manner::Spoken,
    };
    let language = match origin {
        Origin::Abroad => Language::English,
        Origin::Here => Language::Mandarin,
    };
    Person {
        draft,
        sex,
        age,
        language,
        consent,
        health_consent,
        record: None,
    }
}

/// Their document and its number, which nobody else has.
fn document(
    dice: &mut Dice,
    born_on: Day,
    sex: Sex,
    origin: Origin,
    taken: &mut BTreeSet<String>,
) -> (IdKind, String) {
    match origin {
        Origin::Abroad => {
            let number = format!("X00{:06}", dice.below(1_000_000));
            if taken.insert(number.clone()) {
                return (IdKind::Passport, number);
            }
        }
        Origin::Here if dice.happens(640) => {
            return (IdKind::Resident, resident(dice, born_on, sex, taken));
        }
        Origin::Here => {}
    }
    (IdKind::None, String::new())
}

fn year_of(day: Day) -> i32 {
    day.to_string()
        .get(..4)
        .and_then(|y| y.parse().ok())
        .unwrap_or(1980)
}

fn phone(dice: &mut Dice) -> String {
    if dice.happens(955) {
        format!("154{:08}", dice.below(100_000_000))
    } else {
        format!("{}-0{:07}", dice.word(AREAS), dice.below(10_000_000))
    }
}

fn resident(dice: &mut Dice, born_on: Day, sex: Sex, taken: &mut BTreeSet<String>) -> String {
    loop {
        let date = born_on.to_string().replace('-', "");
        let odd = usize::from(sex == Sex::Male);
        let serial = dice.below(500) * 2 + odd;
        let body = format!("00{:04}{date}{serial:03}", dice.below(10_000));
        let digits: Vec<u32> = body.chars().filter_map(|c| c.to_digit(10)).collect();
        let number = format!("{body}{}", check_digit(&digits));
        if taken.insert(number.clone()) {
            return number;
        }
    }
}

fn address(dice: &mut Dice) -> String {
    if dice.happens(560) {
        return String::new();
    }
    let (house, floor, door) = (dice.within(1, 180), dice.within(1, 22), dice.within(1, 4));
    format!(
        "{} {house} 号院 {} 单元 {floor}0{door}",
        dice.word(STREETS),
        dice.within(1, 6)
    )
}

fn groups(dice: &mut Dice, sex: Sex, age: u32, origin: Origin) -> Vec<String> {
    let fertile = sex == Sex::Female && (21..=42).contains(&age);
    let chances = [
        ("elderly", if age >= 65 { 1000 } else { 0 }),
        ("elderly_advanced", if age >= 80 { 1000 } else { 0 }),
        ("pregnant", if fertile { 45 } else { 0 }),
        ("with_infant", if fertile { 25 } else { 0 }),
        ("disabled", 14),
        ("limited_mobility", if age >= 70 { 110 } else { 6 }),
        (
            "veteran",
            if sex == Sex::Male && age >= 30 { 22 } else { 0 },
        ),
        ("serviceman", if (19..=45).contains(&age) { 6 } else { 0 }),
        ("minor_alone", if (14..18).contains(&age) { 60 } else { 0 }),
        (
            "foreign_language",
            if origin == Origin::Abroad { 1000 } else { 0 },
        ),
    ];
    chosen(dice, &chances)
}

fn conditions(dice: &mut Dice, sex: Sex, age: u32, groups: &[String]) -> Vec<String> {
    let old = age >= 50;
    let pregnant = groups.iter().any(|g| g == "pregnant");
    let chances = [
        ("pregnant", if pregnant { 1000 } else { 0 }),
        ("hypertension", if old { 340 } else { 50 }),
        ("diabetes", if old { 150 } else { 20 }),
        ("heart_disease", if old { 70 } else { 8 }),
        ("anticoagulant", if old { 30 } else { 2 }),
        ("pacemaker", if age >= 70 { 15 } else { 0 }),
        ("asthma", 25),
        ("fainting_blood", 18),
        ("claustrophobia", 12),
        (
            "lactating",
            if sex == Sex::Female && (22..=40).contains(&age) && !pregnant {
                30
            } else {
                0
            },
        ),
    ];
    chosen(dice, &chances)
}

fn allergies(dice: &mut Dice) -> Vec<String> {
    chosen(
        dice,
        &[
            ("penicillin", 45),
            ("pollen_mite", 40),
            ("seafood", 25),
            ("alcohol", 12),
            ("iodine_contrast", 8),
            ("latex", 5),
        ],
    )
}

fn chosen(dice: &mut Dice, chances: &[(&str, usize)]) -> Vec<String> {
    let happened = chances.iter().filter(|(_, chance)| dice.happens(*chance));
    happened.map(|(code, _)| (*code).to_owned()).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use desk::people::visitors::identity::resident as read;

    fn crowd() -> Vec<Person> {
        people(&mut Dice::new(11), 4_000, Day::parse("2026-11-21").unwrap())
    }

    #[test]
    fn identity_numbers_read_as_right_and_belong_to_no_place() {
        let today = Day::parse("2026-11-21").unwrap();
        let crowd = crowd();
        let numbers: Vec<&Person> = crowd
            .iter()
            .filter(|p| p.draft.id_kind == Some(IdKind::Resident))
            .collect();
        assert!(numbers.len() > 2_000);
        for person in numbers {
            let said = read("idNumber", &person.draft.id_number, today).unwrap();
            assert_eq!(
                (Some(Born::on(said.born_on)), said.sex),
                (person.draft.born_on, person.sex)
            );
            assert!(said.number.starts_with("00"));
        }
    }

    #[test]
    fn phones_ring_nowhere() {
        for person in crowd() {
            let phone = person.draft.phone;
            let nobody = phone.starts_with("154") && phone.len() == 11;
            assert!(
                nobody
                    || phone
                        .split_once('-')
                        .is_some_and(|(_, own)| own.starts_with('0')),
                "{phone}"
            );
        }
    }

    #[test]
    fn a_crowd_has_old_and_young_compound_rare_and_dotted_names() {
        let crowd = crowd();
        let some = |fits: fn(&Person) -> bool| crowd.iter().filter(|p| fits(p)).count();
        assert!(some(|p| p.draft.name.contains('·')) > 10);
        assert!(some(|p| p.draft.name.starts_with("欧阳")) > 0);
        assert!(some(|p| p.draft.name.contains(['㛃', '䶮', '𠮷'])) > 0);
        assert!(some(|p| p.age >= 80) > 50 && some(|p| p.age < 14) > 20);
        assert!(
            crowd
                .iter()
                .all(|p| (p.age >= 65) == p.draft.groups.contains(&"elderly".to_owned()))
        );
        assert!(
            crowd
                .iter()
                .all(|p| (p.age < 14) == (p.consent == Manner::Guardian))
        );
    }
}
