//! What is said about a proposal: why, what it covers, what speaks against it.
//! Codes with their facts; the window owns the sentences.

use super::recommend::Aim;
use crate::advice::assessments::{Needs, Person, suit};
use crate::advice::catalogue::{Catalogue, Package, Service};
use crate::{Day, Fen, ServiceId};
use std::collections::BTreeMap;

/// From here on a visit is long, in minutes.
const LONG: u32 = 180;

crate::codes! {
    /// On which side a point stands.
    Side {
        /// Speaks for it.
        Reason = "reason",
        /// Speaks against it, or must be known.
        Drawback = "drawback",
        /// A concern it covers.
        Covered = "covered",
        /// A concern it leaves uncovered.
        Uncovered = "uncovered",
    }

    /// What a point says.
    Say {
        /// Covers the most for the least money.
        Cheapest = "cheapest",
        /// Covers the most in the least time.
        LeastTime = "least_time",
        /// The package that covers the most.
        BestPackage = "best_package",
        /// Looks at each concern twice.
        Fullest = "fullest",
        /// Covers every concern.
        CoversAll = "covers_all",
        /// Costs so much less than its services one by one (fen).
        Saves = "saves",
        /// No need to come fasting.
        NoFasting = "no_fasting",
        /// A concern, by a service.
        By = "by",
        /// Nothing suitable covers the concern.
        NothingSuitable = "nothing_suitable",
        /// What would cover it does not fit into budget or time beside the rest.
        BeyondLimits = "beyond_limits",
        /// It is simply not part of this one.
        NotIncluded = "not_included",
        /// What covers the concern was declined.
        Declined = "declined",
        /// Whether what covers the concern suits is not known yet.
        Unknown = "unknown",
        /// Nothing that is offered covers the concern.
        NotOffered = "not_offered",
        /// The person comes fasting.
        Fasting = "fasting",
        /// It takes long (minutes).
        Long = "long",
        /// A device is brought back the next day.
        NextDay = "next_day",
        /// It is booked so many hours ahead.
        Ahead = "ahead",
        /// A condition asks for care.
        Caution = "caution",
        /// A part was done lately (month).
        Repeated = "repeated",
        /// So many services nobody asked for (count).
        Extra = "extra",
    }
}

/// One thing said about a proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// On which side.
    pub side: Side,
    /// What.
    pub say: Say,
    /// A concern, a condition, a month; may be empty.
    pub about: String,
    /// The service it is about.
    pub service: Option<ServiceId>,
    /// Fen, minutes, hours or a count.
    pub amount: i64,
}

impl Remark {
    fn new(side: Side, say: Say) -> Self {
        Self {
            side,
            say,
            about: String::new(),
            service: None,
            amount: 0,
        }
    }
    fn about(self, about: &str) -> Self {
        Self {
            about: about.to_owned(),
            ..self
        }
    }
    fn of(self, service: &Service) -> Self {
        Self {
            service: Some(service.id),
            ..self
        }
    }
    fn amount(self, amount: i64) -> Self {
        Self { amount, ..self }
    }
}

/// Why a concern is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Lack {
    pub say: Say,
    /// What would cover it and exceeds the limits.
    pub service: Option<ServiceId>,
    /// What that costs, fen.
    pub amount: i64,
}

impl Lack {
    pub(super) const fn of(say: Say) -> Self {
        Self {
            say,
            service: None,
            amount: 0,
        }
    }
}

/// Which concern is covered by what, and which is not and why: `lacks` says so of each.
pub(super) fn coverage(
    needs: &Needs,
    services: &[&Service],
    lacks: &BTreeMap<&str, Lack>,
) -> Vec<Remark> {
    let mut points = Vec::new();
    for concern in &needs.concerns {
        let mut by = services
            .iter()
            .filter(|s| s.sheet.covers.contains(concern))
            .peekable();
        if by.peek().is_none() {
            let lack = lacks.get(concern.as_str()).copied();
            let Lack {
                say,
                service,
                amount,
            } = lack.unwrap_or(Lack::of(Say::NotIncluded));
            points.push(Remark {
                service,
                ..Remark::new(Side::Uncovered, say)
                    .about(concern)
                    .amount(amount)
            });
        }
        points.extend(by.map(|s| Remark::new(Side::Covered, Say::By).about(concern).of(s)));
    }
    points
}

/// What speaks for a proposal.
pub(super) fn reasons(
    aims: &[Aim],
    package: Option<&Package>,
    needs: &Needs,
    catalogue: &Catalogue,
    services: &[&Service],
) -> Vec<Remark> {
    let says = aims.iter().map(|aim| match aim {
        Aim::Cheapest => Say::Cheapest,
        Aim::LeastTime => Say::LeastTime,
        Aim::BestPackage => Say::BestPackage,
        Aim::Fullest => Say::Fullest,
    });
    let mut points: Vec<Remark> = says.map(|say| Remark::new(Side::Reason, say)).collect();
    let covered = |concern: &String| services.iter().any(|s| s.sheet.covers.contains(concern));
    if needs.concerns.iter().all(covered) {
        points.push(Remark::new(Side::Reason, Say::CoversAll));
    }
    if let Some(package) = package {
        let sum: Fen = catalogue.contents(package).map(|s| s.sheet.price).sum();
        let saved = sum.0.saturating_sub(package.sheet.price.0);
        if saved > 0 {
            points.push(Remark::new(Side::Reason, Say::Saves).amount(saved));
        }
    }
    if !services.iter().any(|s| s.sheet.fasting) {
        points.push(Remark::new(Side::Reason, Say::NoFasting));
    }
    points
}

/// What speaks against a proposal or must be known before.
pub(super) fn drawbacks(
    person: &Person,
    needs: &Needs,
    services: &[&Service],
    package: Option<&Package>,
    minutes: u32,
    today: Day,
) -> Vec<Remark> {
    let point = |say| Remark::new(Side::Drawback, say);
    let mut points = Vec::new();
    for service in services {
        for condition in &service.sheet.caution_conditions {
            if person.conditions.contains(condition) {
                points.push(point(Say::Caution).about(condition).of(service));
            }
        }
        if let Some(why) = suit::repeated(person, service, today) {
            points.push(
                point(Say::Repeated)
                    .about(&why.about)
                    .of(service)
                    .amount(why.amount),
            );
        }
        if service.sheet.return_next_day {
            points.push(point(Say::NextDay).of(service));
        }
    }
    if services.iter().any(|s| s.sheet.fasting) {
        points.push(point(Say::Fasting));
    }
    if minutes >= LONG {
        points.push(point(Say::Long).amount(i64::from(minutes)));
    }
    let ahead = services
        .iter()
        .max_by_key(|s| (s.sheet.lead_hours, std::cmp::Reverse(s.id)));
    if let Some(ahead) = ahead.filter(|s| s.sheet.lead_hours > 0) {
        points.push(
            point(Say::Ahead)
                .of(ahead)
                .amount(i64::from(ahead.sheet.lead_hours)),
        );
    }
    let asked = |s: &&&Service| s.sheet.covers.iter().any(|c| needs.concerns.contains(c));
    let extra = services.len() - services.iter().filter(asked).count();
    if package.is_some() && extra > 0 {
        points.push(point(Say::Extra).amount(i64::try_from(extra).unwrap_or(i64::MAX)));
    }
    points
}
