//! Proposals: made from the needs, shown with what was ruled out, decided on.

mod ruled_out;

use crate::codes::{Choice, Say, Side, Verdict};
use crate::commands::advice::assessments::{
    AskingView, AssessmentView, NeedsFields, OfEncounter, needs,
};
use crate::commands::advice::catalogue::BothLanguages;
use crate::problem::Fault;
use crate::table::{Command, Topic, read, write};
use crate::wire::Done;
use desk::advice::assessments::{self, Assessment};
use desk::advice::catalogue::{self, Catalogue};
use desk::advice::proposals::{self, Advice, Item, Proposal, Remark, Way};
use desk::ground::roles::Right;
use desk::reception::tickets;
use desk::{EncounterId, ProposalId, Reading, ServiceId, Writing};
use ruled_out::ruled_out_view;
pub(crate) use ruled_out::{RuledOutView, WhyNotView};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

const SHOWS: &[Topic] = &[Topic::PROPOSALS, Topic::CATALOGUE];
const TOUCHES: &[Topic] = &[Topic::PROPOSALS];

pub(crate) fn commands() -> Vec<Command> {
    vec![
        read("proposals.list", Right::Serve, SHOWS, list),
        read("proposals.accepted", Right::Serve, SHOWS, accepted),
        write("proposals.make", Right::Receive, TOUCHES, make),
        write("proposals.choose", Right::Receive, TOUCHES, choose),
        write("proposals.consider", Right::Receive, TOUCHES, consider),
        write(
            "proposals.decline_all",
            Right::Receive,
            TOUCHES,
            decline_all,
        ),
    ]
}

fn list(r: &Reading<'_>, input: OfEncounter) -> Result<AdviceView, Fault> {
    let encounter = EncounterId(input.encounter_id);
    tickets::refuse_elsewhere(r, encounter)?;
    if assessments::latest(r, encounter)?.is_none() {
        return Ok(AdviceView::default());
    }
    advice_view(r, proposals::weigh(r, encounter)?)
}

fn accepted(r: &Reading<'_>, input: OfEncounter) -> Result<Option<ProposalView>, Fault> {
    tickets::refuse_elsewhere(r, EncounterId(input.encounter_id))?;
    let catalogue = catalogue::whole(r)?;
    let found = proposals::accepted(r, EncounterId(input.encounter_id))?;
    Ok(found.map(|p| proposal_view(p, &catalogue)))
}

fn make(w: &Writing<'_>, input: MakeProposals) -> Result<AdviceView, Fault> {
    let encounter = EncounterId(input.encounter_id);
    if let Some(fields) = &input.needs {
        let needs = needs(fields)?;
        let known = assessments::latest(&w.reading(), encounter)?;
        if known.is_none_or(|a| a.needs != needs) {
            assessments::save(w, encounter, &needs)?;
        }
    }
    let weighed = proposals::make(w, encounter)?;
    advice_view(&w.reading(), weighed)
}

fn choose(w: &Writing<'_>, input: ChooseProposal) -> Result<ProposalView, Fault> {
    let id = ProposalId(input.proposal_id);
    let proposal = proposals::choose(w, id, input.choice.0, &input.reason)?;
    Ok(proposal_view(proposal, &catalogue::whole(&w.reading())?))
}

fn consider(w: &Writing<'_>, input: ConsiderProposals) -> Result<Done, Fault> {
    let ids: Vec<ProposalId> = input.proposal_ids.into_iter().map(ProposalId).collect();
    proposals::consider(w, &ids)?;
    Ok(Done {})
}

fn decline_all(w: &Writing<'_>, input: DeclineAll) -> Result<Done, Fault> {
    proposals::decline_all(w, EncounterId(input.encounter_id), &input.reason)?;
    Ok(Done {})
}

fn advice_view(r: &Reading<'_>, weighed: (Assessment, Advice)) -> Result<AdviceView, Fault> {
    let catalogue = catalogue::whole(r)?;
    let proposals = proposals::current(r, &weighed)?;
    let (assessment, advice) = weighed;
    let ruled_out = advice
        .ruled_out
        .into_iter()
        .map(|out| ruled_out_view(out, &catalogue));
    Ok(AdviceView {
        assessment: Some(assessment.into()),
        proposals: proposals
            .into_iter()
            .map(|p| proposal_view(p, &catalogue))
            .collect(),
        verdict: Some(Verdict(advice.verdict)),
        ways: advice.ways.into_iter().map(WayView::from).collect(),
        ruled_out: ruled_out.collect(),
        asking: advice.asking.map(AskingView::from),
    })
}

fn name(id: ServiceId, catalogue: &Catalogue) -> BothLanguages {
    let found = catalogue.services.get(&id).map(|s| s.sheet.name.clone());
    found.unwrap_or_default().into()
}

fn proposal_view(proposal: Proposal, catalogue: &Catalogue) -> ProposalView {
    let Proposal {
        id,
        assessment,
        package,
        items,
        price,
        minutes,
        fasting,
        points,
        made_at,
        choice,
        ..
    } = proposal;
    let package = package.map(|(id, price)| {
        let found = catalogue.packages.get(&id).map(|p| p.sheet.name.clone());
        ProposedPackage {
            id: id.0,
            name: found.unwrap_or_default().into(),
            price: price.0,
        }
    });
    let (reason, choice) = choice.map_or((String::new(), None), |c| {
        (c.reason, Some(Choice(c.choice)))
    });
    ProposalView {
        id: id.0,
        assessment_id: assessment.0,
        package,
        items: items
            .into_iter()
            .map(|item| item_view(item, catalogue))
            .collect(),
        price: price.0,
        minutes,
        fasting,
        points: points
            .into_iter()
            .map(|point| point_view(point, catalogue))
            .collect(),
        made_at: made_at.0,
        choice,
        reason,
    }
}

fn item_view(item: Item, catalogue: &Catalogue) -> ProposedItem {
    let sheet = catalogue.services.get(&item.service).map(|s| &s.sheet);
    ProposedItem {
        service_id: item.service.0,
        name: name(item.service, catalogue),
        in_package: item.in_package,
        price: item.price.0,
        minutes: sheet.map_or(0, |s| s.minutes),
        fasting: sheet.is_some_and(|s| s.fasting),
        bookable: sheet.is_some_and(|s| s.bookable),
    }
}

fn point_view(point: Remark, catalogue: &Catalogue) -> ProposalPoint {
    let Remark {
        side,
        say,
        about,
        service,
        amount,
    } = point;
    let service = service.map(|id| name(id, catalogue));
    ProposalPoint {
        side: Side(side),
        say: Say(say),
        about,
        service,
        amount,
    }
}

/// Needs to weigh.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MakeProposals {
    /// The encounter.
    pub encounter_id: i64,
    /// What is known now; kept as a new version when it changed. Left out: the kept ones.
    pub needs: Option<NeedsFields>,
}

/// A decision.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChooseProposal {
    /// Which.
    pub proposal_id: i64,
    /// What.
    pub choice: Choice,
    /// Why; due for declining.
    pub reason: String,
}

/// What the person thinks about.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ConsiderProposals {
    /// The proposals.
    pub proposal_ids: Vec<i64>,
}

/// Nothing is wanted.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DeclineAll {
    /// The encounter.
    pub encounter_id: i64,
    /// Why.
    pub reason: String,
}

/// What is proposed to the newest needs.
#[derive(Debug, Default, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AdviceView {
    /// The newest needs; none before the first.
    pub assessment: Option<AssessmentView>,
    /// Proposals in the order they are shown.
    pub proposals: Vec<ProposalView>,
    /// What came of weighing: the true reason where nothing is proposed.
    pub verdict: Option<Verdict>,
    /// The limits with which something would be proposed, where they are in the way.
    pub ways: Vec<WayView>,
    /// What was ruled out.
    pub ruled_out: Vec<RuledOutView>,
    /// The question that is due.
    pub asking: Option<AskingView>,
}

/// Limits with which something would be proposed; what is left out may stay as it is.
#[derive(Debug, Serialize, TS)]
pub struct WayView {
    /// The budget it takes, fen.
    pub budget: Option<i64>,
    /// The minutes it takes.
    pub minutes: Option<u32>,
}

impl From<Way> for WayView {
    fn from(Way { budget, minutes }: Way) -> Self {
        Self {
            budget: budget.map(|fen| fen.0),
            minutes,
        }
    }
}

/// A proposal.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProposalView {
    /// Id.
    pub id: i64,
    /// The needs it answers.
    pub assessment_id: i64,
    /// The package in it.
    pub package: Option<ProposedPackage>,
    /// Every service, those of the package first.
    pub items: Vec<ProposedItem>,
    /// Price of everything in fen, that day.
    pub price: i64,
    /// Minutes of everything.
    pub minutes: u32,
    /// Whether the person comes fasting.
    pub fasting: bool,
    /// Reasons, drawbacks, what is covered and what is not.
    pub points: Vec<ProposalPoint>,
    /// When it was made.
    pub made_at: i64,
    /// What was decided last.
    pub choice: Option<Choice>,
    /// Why.
    pub reason: String,
}

/// The package of a proposal.
#[derive(Debug, Serialize, TS)]
pub struct ProposedPackage {
    /// Id.
    pub id: i64,
    /// Name.
    pub name: BothLanguages,
    /// Price in fen, that day.
    pub price: i64,
}

/// A service of a proposal.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProposedItem {
    /// The service.
    pub service_id: i64,
    /// Its name.
    pub name: BothLanguages,
    /// Whether it comes with the package.
    pub in_package: bool,
    /// Its price by itself in fen, that day.
    pub price: i64,
    /// Minutes.
    pub minutes: u32,
    /// Fasting.
    pub fasting: bool,
    /// Whether it has slots of its own.
    pub bookable: bool,
}

/// One thing said about a proposal.
#[derive(Debug, Serialize, TS)]
pub struct ProposalPoint {
    /// On which side.
    pub side: Side,
    /// What.
    pub say: Say,
    /// A concern, a condition, a month; may be empty.
    pub about: String,
    /// Name of the service it is about.
    pub service: Option<BothLanguages>,
    /// Fen, minutes, hours or a count.
    pub amount: i64,
}
