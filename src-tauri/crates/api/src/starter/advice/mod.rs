//! Proof of the rule on the real catalogue: whoever asks for whatever, nothing
//! unsuitable is proposed, and what is said about a proposal is true.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

mod facts;

use super::basics::parse;
use super::catalogue::{PackagesFile, ServicesFile, VocabularyFile, whom};
use desk::advice::assessments::{Month, Needs, Person, Question, next_question};
use desk::advice::catalogue::{Catalogue, Package, PackageSheet, Service, ServiceSheet};
use desk::advice::proposals::{Advice, Likeness, MOST, Proposed, Say, Side, Thing, recommend};
use desk::people::visitors::Sex;
use desk::{Day, Fen, PackageId, ServiceId};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| {
    let vocabulary: VocabularyFile =
        parse(include_str!("../../../starter/vocabulary.toml")).unwrap();
    let services: ServicesFile = parse(include_str!("../../../starter/services.toml")).unwrap();
    let packages: PackagesFile = parse(include_str!("../../../starter/packages.toml")).unwrap();
    let services: BTreeMap<ServiceId, Service> = (1..)
        .zip(services.service)
        .map(|(id, entry)| {
            let (id, sheet) = (ServiceId(id), ServiceSheet::from(entry));
            (
                id,
                Service {
                    id,
                    active: true,
                    sheet,
                },
            )
        })
        .collect();
    let id_of = |code: &String| {
        services
            .values()
            .find(|s| s.sheet.code == *code)
            .unwrap()
            .id
    };
    let packages = (1..)
        .zip(packages.package)
        .map(|(id, e)| {
            let sheet = PackageSheet {
                services: e.services.iter().map(id_of).collect(),
                whom: whom(&e.sex, e.min_age, e.max_age),
                price: Fen(e.price),
                code: e.code,
                name: Default::default(),
                content: Default::default(),
                for_whom: Default::default(),
                not_for: Default::default(),
                limits: Default::default(),
            };
            (
                PackageId(id),
                Package {
                    id: PackageId(id),
                    active: true,
                    sheet,
                },
            )
        })
        .collect();
    let broad: Vec<String> = vocabulary
        .concern
        .iter()
        .filter(|c| c.broad)
        .map(|c| c.code.clone())
        .collect();
    let one_sitting = vocabulary
        .department
        .into_iter()
        .filter(|d| d.one_sitting)
        .map(|d| d.code)
        .collect();
    Catalogue {
        services,
        packages,
        one_sitting,
        broad,
    }
});

fn terms(of: impl Fn(&VocabularyFile) -> Vec<String>) -> Vec<String> {
    of(&parse(include_str!("../../../starter/vocabulary.toml")).unwrap())
}
static CONCERNS: LazyLock<Vec<String>> =
    LazyLock::new(|| terms(|v| v.concern.iter().map(|t| t.code.clone()).collect()));
static CONDITIONS: LazyLock<Vec<String>> =
    LazyLock::new(|| terms(|v| v.condition.iter().map(|t| t.code.clone()).collect()));
static ALLERGIES: LazyLock<Vec<String>> =
    LazyLock::new(|| terms(|v| v.allergy.iter().map(|t| t.code.clone()).collect()));

fn today() -> Day {
    Day::parse("2026-11-21").unwrap()
}

fn id(code: &str) -> ServiceId {
    CATALOGUE
        .services
        .values()
        .find(|s| s.sheet.code == code)
        .unwrap()
        .id
}

/// Has, denies, or did not say.
fn told(codes: &'static LazyLock<Vec<String>>) -> impl Strategy<Value = [BTreeSet<String>; 2]> {
    let answers = prop_oneof![1 => Just(0_u8), 12 => Just(1), 3 => Just(2)];
    proptest::collection::vec(answers, codes.len()).prop_map(|answers| {
        let of = |n: u8| {
            let chosen = codes.iter().zip(&answers).filter(move |(_, a)| **a == n);
            chosen.map(|(code, _)| code.clone()).collect()
        };
        [of(0), of(1)]
    })
}

fn someone() -> impl Strategy<Value = Needs> {
    let sex = prop_oneof![Just(None), Just(Some(Sex::Female)), Just(Some(Sex::Male))];
    let done = proptest::collection::btree_map(1_i64..=96, 0_u32..60, 0..4);
    let person = (
        sex,
        proptest::option::weighted(0.9, 0_u32..=100),
        told(&CONDITIONS),
        told(&ALLERGIES),
        done,
    )
        .prop_map(
            |(sex, age, [conditions, denied_conditions], [allergies, denied_allergies], done)| {
                let month = |ago: u32| Month::parse("2021-11").unwrap().plus(60 - ago);
                Person {
                    sex,
                    age,
                    age_to: None,
                    conditions,
                    allergies,
                    denied_conditions,
                    denied_allergies,
                    done: done
                        .into_iter()
                        .map(|(id, ago)| (ServiceId(id), month(ago)))
                        .collect(),
                }
            },
        );
    let concerns = proptest::sample::subsequence(CONCERNS.clone(), 1..=5);
    let budget = proptest::option::of(0_i64..400_000);
    let minutes = proptest::option::of(1_u32..400);
    (person, concerns, budget, minutes).prop_map(|(person, concerns, budget, minutes)| Needs {
        person,
        concerns,
        budget: budget.map(Fen),
        minutes,
        ..Needs::default()
    })
}

fn services(draft: &Proposed) -> Vec<&'static Service> {
    draft
        .items
        .iter()
        .map(|i| CATALOGUE.services.get(&i.service).unwrap())
        .collect()
}

/// The same question as the rule's, asked a second time in other words.
fn suits(person: &Person, sheet: &ServiceSheet) -> bool {
    let sex = sheet.whom.sex.is_none() || sheet.whom.sex == person.sex;
    let age = match person.age {
        Some(age) => age >= sheet.whom.min_age && age <= sheet.whom.max_age,
        None => sheet.whom.min_age == 0 && sheet.whom.max_age == 150,
    };
    let conditions = sheet
        .not_conditions
        .iter()
        .all(|c| !person.conditions.contains(c));
    let allergies = sheet
        .not_allergies
        .iter()
        .all(|a| person.denied_allergies.contains(a));
    let maybe_pregnant = person.sex != Some(Sex::Male)
        && person.age.is_none_or(|a| (15..=50).contains(&a))
        && !["pregnant", "possibly_pregnant"]
            .iter()
            .filter(|c| sheet.not_conditions.iter().any(|n| n == *c))
            .all(|c| person.denied_conditions.contains(*c));
    let everybody = [
        "pacemaker",
        "metal_implant",
        "acute_fever",
        "renal_impairment",
        "asthma",
    ];
    let unasked = everybody.iter().any(|c| {
        sheet.not_conditions.iter().any(|n| n == c) && !person.denied_conditions.contains(*c)
    });
    sex && age && conditions && allergies && !maybe_pregnant && !unasked
}

fn check(needs: &Needs, advice: &Advice) -> Result<(), TestCaseError> {
    prop_assert!(advice.drafts.len() <= MOST);
    let mut seen: Vec<Likeness> = Vec::new();
    for draft in &advice.drafts {
        let services = services(draft);
        for service in &services {
            prop_assert!(
                suits(&needs.person, &service.sheet),
                "{} for {needs:?}",
                service.sheet.code
            );
        }
        let ids: BTreeSet<ServiceId> = services.iter().map(|s| s.id).collect();
        prop_assert_eq!(ids.len(), services.len(), "a service twice");
        prop_assert!(!seen.contains(&draft.likeness()), "a proposal twice");
        seen.push(draft.likeness());
        adds_up(needs, draft, &services)?;
        says_what_is_true(needs, draft, &services)?;
        in_time(&needs.person, draft, &services)?;
    }
    for out in &advice.ruled_out {
        prop_assert!(!out.why.is_empty());
        if let Thing::Service(id) = out.thing {
            let again = seen
                .iter()
                .any(|(package, ids)| package.is_none() && ids.contains(&id));
            prop_assert!(!again, "ruled out and proposed");
        }
    }
    Ok(())
}

fn adds_up(needs: &Needs, draft: &Proposed, services: &[&Service]) -> Result<(), TestCaseError> {
    let single: Fen = draft
        .items
        .iter()
        .filter(|i| !i.in_package)
        .map(|i| i.price)
        .sum();
    prop_assert_eq!(
        draft.price,
        single.plus(draft.package.map_or(Fen(0), |(_, p)| p))
    );
    prop_assert_eq!(
        draft.minutes,
        CATALOGUE.minutes_of(services.iter().copied())
    );
    prop_assert!(needs.budget.is_none_or(|b| draft.price <= b));
    prop_assert!(needs.minutes.is_none_or(|m| draft.minutes <= m));
    Ok(())
}

fn says_what_is_true(
    needs: &Needs,
    draft: &Proposed,
    services: &[&Service],
) -> Result<(), TestCaseError> {
    prop_assert_eq!(draft.fasting, services.iter().any(|s| s.sheet.fasting));
    for concern in &needs.concerns {
        let truly = services.iter().any(|s| s.sheet.covers.contains(concern));
        let said = |side| {
            draft
                .points
                .iter()
                .any(|p| p.side == side && p.about == *concern)
        };
        prop_assert_eq!(said(Side::Covered), truly);
        prop_assert_eq!(said(Side::Uncovered), !truly);
    }
    Ok(())
}

/// A package for the right people; no single service again before its time.
fn in_time(person: &Person, draft: &Proposed, services: &[&Service]) -> Result<(), TestCaseError> {
    if let Some((package, _)) = draft.package {
        let own = &CATALOGUE.packages.get(&package).unwrap().sheet.whom;
        prop_assert!(own.sex.is_none() || own.sex == person.sex);
        prop_assert!(
            person
                .age
                .is_some_and(|a| (own.min_age..=own.max_age).contains(&a))
        );
    } else {
        let early = |s: &Service| {
            let last = person.done.get(&s.id);
            last.is_some_and(|m| m.plus(s.sheet.repeat_months) > Month::of(today()))
        };
        prop_assert!(!services.iter().any(|s| early(s)), "repeated too early");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_unsuitable_is_ever_proposed(needs in someone()) {
        let advice = recommend(&needs, &CATALOGUE, &[], today());
        check(&needs, &advice)?;
        prop_assert_eq!(&advice, &recommend(&needs, &CATALOGUE, &[], today()));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_was_declined_is_not_proposed_again(needs in someone()) {
        let first = recommend(&needs, &CATALOGUE, &[], today());
        let declined: Vec<Likeness> = first.drafts.iter().map(Proposed::likeness).collect();
        let second = recommend(&needs, &CATALOGUE, &declined, today());
        check(&needs, &second)?;
        for draft in &second.drafts {
            prop_assert!(!declined.contains(&draft.likeness()));
        }
    }
}

fn woman(age: u32, concerns: &[&str]) -> Needs {
    Needs {
        person: Person {
            sex: Some(Sex::Female),
            age: Some(age),
            ..Person::default()
        },
        concerns: concerns.iter().map(|c| (*c).to_owned()).collect(),
        ..Needs::default()
    }
}

/// Answers "no" to every question until none is left.
fn answered(mut needs: Needs) -> Needs {
    for _ in 0..20 {
        let Some(asking) = next_question(&needs, &CATALOGUE, today()) else {
            return needs;
        };
        match asking.question {
            Question::Allergies => needs.person.denied_allergies.extend(asking.codes),
            Question::Pregnancy | Question::Implants | Question::Conditions => {
                needs.person.denied_conditions.extend(asking.codes);
            }
            question => {
                needs.asked.insert(question);
            }
        }
    }
    panic!("the questions never end: {needs:?}")
}

fn proposes(advice: &Advice, service: ServiceId) -> bool {
    advice
        .drafts
        .iter()
        .any(|d| d.items.iter().any(|i| i.service == service))
}
