//! In how many visits something can be done, on the wire.

use crate::codes::Reached;
use crate::commands::advice::assessments::OfEncounter;
use crate::commands::advice::catalogue::BothLanguages;
use crate::problem::Fault;
use desk::advice::assessments;
use desk::advice::catalogue::{self, Catalogue};
use desk::advice::proposals::{self, Proposal};
use desk::booking::bookings::{self, Reach, Wanted};
use desk::booking::schedules::slots::HORIZON_DAYS;
use desk::reception::{encounters, tickets};
use desk::{EncounterId, Reading, ServiceId};
use serde::Serialize;
use ts_rs::TS;

/// Of each proposal to the newest needs.
pub(super) fn of_proposals(r: &Reading<'_>, input: OfEncounter) -> Result<ReachList, Fault> {
    let encounter = EncounterId(input.encounter_id);
    tickets::refuse_elsewhere(r, encounter)?;
    let visitor = encounters::of(r, encounter)?.visitor;
    let proposals = match assessments::latest(r, encounter)? {
        Some(_) => proposals::current(r, &proposals::weigh(r, encounter)?)?,
        None => Vec::new(),
    };
    let wanted: Vec<Wanted> = proposals.iter().map(wanted).collect();
    let found = bookings::reach(r, visitor, &wanted)?;
    let catalogue = catalogue::whole(r)?;
    let rows = proposals
        .iter()
        .zip(found)
        .map(|(proposal, reach)| ProposalReach {
            proposal_id: proposal.id.0,
            reach: reached(reach, &catalogue),
        });
    Ok(ReachList {
        rows: rows.collect(),
    })
}

/// What would be booked of it.
fn wanted(proposal: &Proposal) -> Wanted {
    let singles = proposal.items.iter().filter(|item| !item.in_package);
    (
        proposal.package.map(|(id, _)| id),
        singles.map(|item| item.service).collect(),
    )
}

/// As the window shows it.
pub(super) fn reached(reach: Reach, catalogue: &Catalogue) -> ReachView {
    let name = |id: &ServiceId| {
        let found = catalogue.services.get(id).map(|s| s.sheet.name.clone());
        BothLanguages::from(found.unwrap_or_default())
    };
    let parts = reach.parts.into_iter().map(|part| VisitPart {
        day: part.day.to_string(),
        names: part.services.iter().map(name).collect(),
        service_ids: part.services.into_iter().map(|id| id.0).collect(),
    });
    ReachView {
        how: Reached(reach.how),
        parts: parts.collect(),
        missing: reach.missing.iter().map(name).collect(),
        days: HORIZON_DAYS,
    }
}

/// In how many visits something can be done, and on which days first.
#[derive(Debug, Serialize, TS)]
pub struct ReachView {
    /// In how many.
    pub how: Reached,
    /// The visits in the order of their days.
    pub parts: Vec<VisitPart>,
    /// What has no time, where it cannot be booked.
    pub missing: Vec<BothLanguages>,
    /// How many days ahead anything is booked.
    pub days: i64,
}

/// One visit.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct VisitPart {
    /// The first ISO day on which it is free.
    pub day: String,
    /// What is done then, and has a time of its own.
    pub service_ids: Vec<i64>,
    /// The same by name.
    pub names: Vec<BothLanguages>,
}

/// The proposals of an encounter and when they can be booked.
#[derive(Debug, Serialize, TS)]
pub struct ReachList {
    /// In the order of the proposals.
    pub rows: Vec<ProposalReach>,
}

/// When a proposal can be booked.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProposalReach {
    /// Which.
    pub proposal_id: i64,
    /// In how many visits, and when first.
    pub reach: ReachView,
}
