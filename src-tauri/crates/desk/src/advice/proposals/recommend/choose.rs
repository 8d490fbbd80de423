//! Which of the choices are offered: the best of each aim, none like another.

use super::super::cover::{Candidate, Order};
use super::{Aim, Combination, Inquiry, Likeness, MOST};
use crate::advice::catalogue::Catalogue;
use std::cmp::Reverse;

/// The best of each aim, distinct, the most covering first, then the cheapest.
pub(super) fn choose<'a>(
    case: &Inquiry<'_>,
    singles: &[Combination<'a>],
    bundles: &[Combination<'a>],
    candidates: &[Candidate],
) -> Vec<(Combination<'a>, Vec<Aim>)> {
    let all = || singles.iter().chain(bundles);
    let fullest = best(singles.iter(), Order::Price)
        .map(|c| fuller(case, c, candidates))
        .filter(|c| !case.pushes_again(c));
    let aimed = [
        (Aim::Cheapest, best(all(), Order::Price).cloned()),
        (
            Aim::BestPackage,
            best(bundles.iter(), Order::Price).cloned(),
        ),
        (Aim::LeastTime, best(all(), Order::Minutes).cloned()),
        (Aim::Fullest, fullest),
    ];
    let mut found = distinct(aimed, case.catalogue);
    found.truncate(MOST);
    found.sort_by_key(|(c, _)| (Reverse(c.pick.covers.count_ones()), c.pick.price));
    found
}

/// The same choice once with all of its aims; of two that are near, the first.
fn distinct<'a>(
    aimed: [(Aim, Option<Combination<'a>>); 4],
    catalogue: &Catalogue,
) -> Vec<(Combination<'a>, Vec<Aim>)> {
    let mut found: Vec<(Combination<'a>, Vec<Aim>)> = Vec::new();
    for (aim, choice) in aimed {
        let Some(choice) = choice else { continue };
        let likeness = choice.likeness(catalogue);
        let same = found
            .iter_mut()
            .find(|(c, _)| c.likeness(catalogue) == likeness);
        if let Some((_, aims)) = same {
            // The same services are the fullest only when nothing could be added.
            if aim != Aim::Fullest {
                aims.push(aim);
            }
        } else if !found
            .iter()
            .any(|(c, _)| near(&c.likeness(catalogue), &likeness))
        {
            found.push((choice, vec![aim]));
        }
    }
    found
}

/// The most coverage; of equal coverage the concerns told first; then the order.
fn best<'c, 'a: 'c>(
    choices: impl Iterator<Item = &'c Combination<'a>>,
    order: Order,
) -> Option<&'c Combination<'a>> {
    choices.min_by_key(|c| {
        let covers = c.pick.covers;
        let package = c.package.map(|p| p.id);
        (
            Reverse(covers.count_ones()),
            Reverse(covers.reverse_bits()),
            order.key(&c.pick),
            package,
        )
    })
}

/// A second service for each concern, the cheapest that is not in yet.
fn fuller<'a>(
    case: &Inquiry<'_>,
    choice: &Combination<'a>,
    candidates: &[Candidate],
) -> Combination<'a> {
    let mut pick = choice.pick.clone();
    for concern in 0..case.concerns() {
        let bit = 1_u16 << concern;
        let twice = candidates
            .iter()
            .filter(|c| c.covers & bit != 0 && pick.services.contains(&c.id))
            .count();
        if twice > 1 {
            continue;
        }
        let mut others: Vec<&Candidate> = candidates
            .iter()
            .filter(|c| c.covers & bit != 0 && !pick.services.contains(&c.id))
            .collect();
        others.sort_by_key(|c| (c.price, c.minutes, c.id));
        if let Some(next) = others
            .into_iter()
            .map(|c| pick.with(c))
            .find(|p| case.limits().allow(p))
        {
            pick = next;
        }
    }
    Combination {
        package: choice.package,
        pick,
    }
}

/// Whether two proposals share so much that showing both helps nobody.
fn near(a: &Likeness, b: &Likeness) -> bool {
    let shared = a.1.intersection(&b.1).count();
    let all = a.1.union(&b.1).count();
    shared * 5 >= all * 4
}
