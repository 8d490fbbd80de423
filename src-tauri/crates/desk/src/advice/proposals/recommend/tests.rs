//! The reason that is said against a second, slower look at the same catalogue.
#![allow(clippy::unwrap_used, reason = "tests")]

use super::*;
use crate::advice::assessments::{Person, contenders, suit};
use crate::advice::catalogue::{Bilingual, PackageSheet, ServiceSheet, Whom};
use crate::advice::proposals::{Say, Side};
use crate::people::visitors::Sex;
use proptest::prelude::*;

const CONCERNS: [&str; 3] = ["bone", "heart", "thyroid"];
const ANYBODY: Whom = Whom {
    sex: None,
    min_age: 0,
    max_age: 150,
};

/// A service as drawn: price, minutes, concerns as bits, for women only, ruled out by a
/// condition, drawn in one sitting, offered.
type Drawn = (i64, u32, u8, bool, bool, bool, bool);

fn service(id: i64, (price, minutes, covers, women, delicate, lab, active): Drawn) -> Service {
    let named = CONCERNS.iter().enumerate();
    let named = named.filter(|(i, _)| covers & (1 << i) != 0);
    Service {
        id: ServiceId(id),
        active,
        sheet: ServiceSheet {
            code: format!("s{id}"),
            department: if lab { "lab" } else { "rooms" }.to_owned(),
            name: Bilingual::default(),
            content: Bilingual::default(),
            process: Bilingual::default(),
            advantages: Bilingual::default(),
            limits: Bilingual::default(),
            for_whom: Bilingual::default(),
            not_for: Bilingual::default(),
            price: Fen(price),
            minutes,
            arrive_early: 0,
            lead_hours: 0,
            fasting: false,
            return_next_day: false,
            covers: named.map(|(_, c)| (*c).to_owned()).collect(),
            whom: Whom {
                sex: women.then_some(Sex::Female),
                ..ANYBODY
            },
            not_conditions: if delicate {
                vec!["pacemaker".to_owned()]
            } else {
                Vec::new()
            },
            not_allergies: Vec::new(),
            caution_conditions: Vec::new(),
            prepare: Vec::new(),
            bring: Vec::new(),
            repeat_months: 0,
            bookable: true,
        },
    }
}

fn package(id: i64, price: i64, services: Vec<ServiceId>) -> Package {
    Package {
        id: PackageId(id),
        active: true,
        sheet: PackageSheet {
            code: format!("p{id}"),
            name: Bilingual::default(),
            content: Bilingual::default(),
            for_whom: Bilingual::default(),
            not_for: Bilingual::default(),
            limits: Bilingual::default(),
            price: Fen(price),
            services,
            whom: ANYBODY,
        },
    }
}

fn today() -> Day {
    Day::parse("2026-11-23").unwrap()
}

/// Services of a list that a mask names.
fn named(services: &[Service], mask: u16) -> Vec<ServiceId> {
    let found = services.iter().enumerate();
    let found = found.filter(|(i, _)| mask & (1 << i) != 0);
    found.map(|(_, s)| s.id).collect()
}

prop_compose! {
    fn catalogues()(
        drawn in prop::collection::vec(
            (0_i64..500, 1_u32..90, 0_u8..8, any::<bool>(), any::<bool>(), any::<bool>(), prop::bool::weighted(0.9)),
            0..9,
        ),
        bundles in prop::collection::vec((0_i64..900, 1_u16..512), 0..3),
    ) -> (Catalogue, Vec<Service>) {
        let services: Vec<Service> = (1_i64..).zip(drawn).map(|(id, d)| service(id, d)).collect();
        let packages = (1_i64..).zip(bundles).map(|(id, (price, mask))| package(id, price, named(&services, mask)));
        let packages = packages.filter(|p| !p.sheet.services.is_empty()).map(|p| (p.id, p)).collect();
        let by_id = services.iter().map(|s| (s.id, s.clone())).collect();
        let catalogue = Catalogue { services: by_id, packages, one_sitting: vec!["lab".to_owned()], broad: vec!["bone".to_owned()] };
        (catalogue, services)
    }
}

prop_compose! {
    fn somebody()(
        concerns in 1_u8..8,
        sex in prop::option::of(prop::sample::select(vec![Sex::Female, Sex::Male])),
        pacemaker in prop::option::of(any::<bool>()),
        budget in prop::option::of(0_i64..600),
        minutes in prop::option::of(1_u32..120),
    ) -> Needs {
        let told = CONCERNS.iter().enumerate().filter(|(i, _)| concerns & (1 << i) != 0);
        let set = |on: bool| if on { BTreeSet::from(["pacemaker".to_owned()]) } else { BTreeSet::new() };
        Needs {
            concerns: told.map(|(_, c)| (*c).to_owned()).collect(),
            person: Person { sex, age: Some(40), conditions: set(pacemaker == Some(true)), denied_conditions: set(pacemaker == Some(false)), ..Person::default() },
            budget: budget.map(Fen),
            minutes,
            ..Needs::default()
        }
    }
}

/// Something that could be offered by itself, looked at the plain way.
struct Plain {
    price: Fen,
    minutes: u32,
    covers: Vec<String>,
    hinders: Vec<WhyNot>,
    declined: bool,
    is_service: bool,
}

impl Plain {
    fn suits(&self) -> bool {
        self.hinders.is_empty()
    }
    fn may_suit(&self) -> bool {
        self.hinders.iter().all(|why| why.hindrance.is_open())
    }
    fn fits(&self, needs: &Needs) -> bool {
        needs.budget.is_none_or(|most| self.price <= most)
            && needs.minutes.is_none_or(|most| self.minutes <= most)
    }
}

fn plainly(needs: &Needs, catalogue: &Catalogue, declined: &[Likeness]) -> Vec<Plain> {
    let mut found = Vec::new();
    for service in catalogue.services.values() {
        let covers = &service.sheet.covers;
        if service.active && covers.iter().any(|c| needs.concerns.contains(c)) {
            found.push(Plain {
                price: service.sheet.price,
                minutes: service.sheet.minutes,
                covers: covers.clone(),
                hinders: suit::service(&needs.person, service, today()),
                declined: declined.contains(&(None, BTreeSet::from([service.id]))),
                is_service: true,
            });
        }
    }
    for package in contenders(needs, catalogue) {
        let parts: BTreeSet<ServiceId> = package.sheet.services.iter().copied().collect();
        let all = catalogue.contents(package);
        found.push(Plain {
            price: package.sheet.price,
            minutes: catalogue.minutes_of(catalogue.contents(package)),
            covers: all.flat_map(|s| s.sheet.covers.clone()).collect(),
            hinders: suit::package(&needs.person, package, catalogue, today()),
            declined: declined
                .iter()
                .any(|(p, services)| *p == Some(package.id) && services.is_subset(&parts)),
            is_service: false,
        });
    }
    found
}

fn expected(needs: &Needs, all: &[Plain]) -> Verdict {
    let any = |is: &dyn Fn(&Plain) -> bool| all.iter().any(is);
    if any(&|one| one.suits() && !one.declined && one.fits(needs)) {
        Verdict::Fits
    } else if any(&|one| one.suits() && !one.declined) {
        Verdict::OverLimits
    } else if any(&|one| one.may_suit() && !one.declined) {
        Verdict::Unknown
    } else if any(&Plain::suits) {
        Verdict::Declined
    } else if all.is_empty() {
        Verdict::NotOffered
    } else {
        Verdict::Unsuited
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    /// "Nothing" is said for the reason that holds, and only where nothing is proposed.
    #[test]
    fn the_reason_why_nothing_is_proposed_is_true(
        (catalogue, services) in catalogues(),
        needs in somebody(),
        refused in prop::collection::vec((prop::option::weighted(0.3, 1_i64..3), 1_u16..512), 0..4),
    ) {
        let declined: Vec<Likeness> = refused
            .into_iter()
            .map(|(p, mask)| (p.map(PackageId), named(&services, mask).into_iter().collect()))
            .filter(|(_, services): &Likeness| !services.is_empty())
            .collect();
        let advice = recommend(&needs, &catalogue, &declined, today());
        let all = plainly(&needs, &catalogue, &declined);
        prop_assert_eq!(advice.verdict, expected(&needs, &all));
        prop_assert_eq!(advice.verdict == Verdict::Fits, !advice.drafts.is_empty());
        if advice.verdict == Verdict::OverLimits {
            prop_assert!(!advice.ways.is_empty());
        }
        for draft in &advice.drafts {
            prop_assert!(needs.budget.is_none_or(|most| draft.price <= most));
            prop_assert!(needs.minutes.is_none_or(|most| draft.minutes <= most));
        }
    }

    /// With the limits that are named something is proposed, with a fen or a minute less not.
    #[test]
    fn the_limit_that_is_named_is_the_least_that_is_enough(
        (catalogue, _) in catalogues(),
        needs in somebody(),
    ) {
        let advice = recommend(&needs, &catalogue, &[], today());
        let verdict = |budget: Option<Fen>, minutes: Option<u32>| {
            let raised = Needs { budget, minutes, ..needs.clone() };
            recommend(&raised, &catalogue, &[], today()).verdict
        };
        for way in advice.ways.iter().filter(|_| advice.verdict == Verdict::OverLimits) {
            let (budget, minutes) = (way.budget.or(needs.budget), way.minutes.or(needs.minutes));
            prop_assert_eq!(verdict(budget, minutes), Verdict::Fits);
            if let Some(budget) = way.budget {
                prop_assert_eq!(verdict(Some(Fen(budget.0 - 1)), minutes), Verdict::OverLimits);
            }
            if let (Some(most), None) = (way.minutes, way.budget) {
                prop_assert_eq!(verdict(budget, Some(most - 1)), Verdict::OverLimits);
            }
        }
    }

    /// A concern is called one for which nothing is suitable where that is so, and not where
    /// something suits and is too dear, too long or declined.
    #[test]
    fn a_concern_is_left_out_for_the_reason_that_holds(
        (catalogue, services) in catalogues(),
        needs in somebody(),
        gone in prop::option::of(0_usize..9),
    ) {
        let gone = gone.and_then(|i| services.get(i)).map(|s| (None, BTreeSet::from([s.id])));
        let declined: Vec<Likeness> = gone.into_iter().collect();
        let all = plainly(&needs, &catalogue, &declined);
        for draft in recommend(&needs, &catalogue, &declined, today()).drafts {
            for point in draft.points.iter().filter(|p| p.side == Side::Uncovered) {
                let to_it: Vec<&Plain> = all.iter().filter(|one| one.covers.contains(&point.about)).collect();
                let fresh = || to_it.iter().filter(|one| one.suits() && !one.declined);
                let true_one = match point.say {
                    Say::NotIncluded => fresh().next().is_some(),
                    Say::BeyondLimits => {
                        let cheapest = fresh().filter(|one| one.is_service || !fresh().any(|s| s.is_service));
                        (needs.budget.is_some() || needs.minutes.is_some())
                            && cheapest.map(|one| one.price.0).min() == Some(point.amount)
                    }
                    Say::Declined => fresh().next().is_none() && to_it.iter().any(|one| one.suits()),
                    Say::Unknown => !to_it.iter().any(|one| one.suits()) && to_it.iter().any(|one| one.may_suit()),
                    Say::NotOffered => to_it.is_empty(),
                    Say::NothingSuitable => !to_it.is_empty() && !to_it.iter().any(|one| one.may_suit()),
                    _ => false,
                };
                prop_assert!(true_one, "{:?}", point);
            }
        }
    }
}
