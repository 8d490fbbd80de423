//! Encounters: one page from greeting to outcome.

mod views;

use crate::codes::{Channel, Complexity, Nature, Outcome, PromiseTime, Urgency};
use crate::commands::people::visitors::full;
use crate::problem::Fault;
use crate::table::{Command, Topic, look, read, write};
use crate::wire::{Nothing, OneId};
use desk::booking::vouchers;
use desk::ground::roles::Right;
use desk::house::staff;
use desk::people::mask;
use desk::people::openings::{self, For, Purpose};
use desk::quality::identity;
use desk::reception::encounters::{self, Encounter, Matter, NewConsultation, NewPromise};
use desk::reception::{tickets, triage};
use desk::{
    BookingId, CategoryId, EncounterId, Moment, PromiseId, Reading, StaffId, VisitorId, Writing,
};
pub use views::*;

/// Lists name the visitor too.
const SHOWS: &[Topic] = &[Topic::ENCOUNTERS, Topic::VISITORS];
/// What is offered for a promise hangs on the hours of the house alone.
const HOURS: &[Topic] = &[Topic::INSTITUTION];
const PAGE: &[Topic] = &[Topic::ENCOUNTERS, Topic::VISITORS, Topic::PROMISES];
pub(crate) const TOUCHES: &[Topic] = &[Topic::ENCOUNTERS, Topic::LEDGER];
/// For commands that say who came: they touch visitors too, since searches list those
/// seen last first.
const COMES: &[Topic] = &[Topic::ENCOUNTERS, Topic::VISITORS, Topic::LEDGER];
/// The ticket follows who it is and what it is about.
const IDENTIFIES: &[Topic] = &[
    Topic::ENCOUNTERS,
    Topic::VISITORS,
    Topic::TICKETS,
    Topic::LEDGER,
];
const DESCRIBES: &[Topic] = &[Topic::ENCOUNTERS, Topic::TICKETS, Topic::LEDGER];
const CORRECTS: &[Topic] = &[
    Topic::ENCOUNTERS,
    Topic::VISITORS,
    Topic::TICKETS,
    Topic::PROMISES,
    Topic::PROPOSALS,
    Topic::BOOKINGS,
    Topic::FEEDBACK,
    Topic::LEDGER,
];
const WITH_PROMISES: &[Topic] = &[Topic::ENCOUNTERS, Topic::PROMISES, Topic::LEDGER];

pub(crate) fn commands() -> Vec<Command> {
    vec![
        look("encounters.read", Right::Serve, PAGE, due, note, show),
        read("encounters.open", Right::Serve, SHOWS, still_open),
        read("encounters.of_visitor", Right::Serve, SHOWS, of_visitor),
        read("encounters.escorts", None, SHOWS, escorts),
        write("encounters.ask_escort", Right::Receive, TOUCHES, ask_escort),
        write(
            "encounters.finish_escort",
            Right::Serve,
            TOUCHES,
            finish_escort,
        ),
        read("encounters.promises", None, PAGE, promises),
        read(
            "encounters.promise_times",
            Right::Serve,
            HOURS,
            promise_times,
        ),
        write("encounters.start", Right::Receive, COMES, start),
        write("encounters.identify", Right::Receive, IDENTIFIES, identify),
        write(
            "encounters.correct_visitor",
            Right::Receive,
            CORRECTS,
            correct_visitor,
        ),
        write("encounters.describe", Right::Receive, DESCRIBES, describe),
        write("encounters.read_back", Right::Receive, TOUCHES, read_back),
        write("encounters.answer", Right::Serve, TOUCHES, answer),
        write("encounters.promise", Right::Serve, WITH_PROMISES, promise),
        write(
            "encounters.keep_promise",
            Right::Serve,
            WITH_PROMISES,
            keep_promise,
        ),
    ]
}

/// Whom it is with; that it is not there is said first, as it is to everybody.
fn with_whom(r: &Reading<'_>, id: EncounterId) -> Result<Option<VisitorId>, Fault> {
    let encounter = encounters::of(r, id)?;
    tickets::refuse_elsewhere(r, id)?;
    Ok(encounter.visitor)
}

fn due(r: &Reading<'_>, input: &OneId) -> Result<bool, Fault> {
    match with_whom(r, EncounterId(input.id))? {
        Some(visitor) => Ok(openings::is_due(r, visitor, of_encounter(input.id))?),
        None => Ok(false),
    }
}

fn note(w: &Writing<'_>, input: &OneId) -> Result<(), Fault> {
    match with_whom(&w.reading(), EncounterId(input.id))? {
        Some(visitor) => Ok(openings::open(w, visitor, of_encounter(input.id))?),
        None => Ok(()),
    }
}

const fn of_encounter(id: i64) -> For {
    For(Purpose::Encounter, id)
}

fn show(r: &Reading<'_>, input: OneId) -> Result<EncounterView, Fault> {
    whole(r, EncounterId(input.id))
}

fn still_open(r: &Reading<'_>, _: Nothing) -> Result<EncounterList, Fault> {
    lines(r, encounters::still_open(r, None)?)
}

fn of_visitor(r: &Reading<'_>, input: OneId) -> Result<EncounterList, Fault> {
    lines(r, encounters::of_visitor(r, VisitorId(input.id), 20)?)
}

fn promises(r: &Reading<'_>, _: Nothing) -> Result<PromiseList, Fault> {
    let found = encounters::open_promises(r)?;
    let ids: Vec<EncounterId> = found.iter().map(|promise| promise.encounter).collect();
    let encounters = encounters::several(r, &ids)?;
    let ids: Vec<VisitorId> = encounters.values().filter_map(|e| e.visitor).collect();
    let (visitors, people) = (desk::people::visitors::several(r, &ids)?, staff::list(r)?);
    let rows = found.into_iter().map(|promise| {
        let encounter = encounters.get(&promise.encounter);
        let visitor = encounter.and_then(|e| visitors.get(&e.visitor?));
        let name = visitor.map_or("", |v| v.name.as_str());
        let promise = encounters::Promise {
            what: mask::free_text(&promise.what, name),
            result: mask::free_text(&promise.result, name),
            ..promise
        };
        PromiseLine {
            matter: encounter.map_or_else(String::new, |e| mask::free_text(&e.matter, name)),
            name: visitor.map(|v| mask::name(&v.name)),
            phone: visitor.map(|v| mask::phone(&v.phone)),
            owner_no: staff::no_of(&people, promise.owner),
            minutes_left: (promise.due_at.0 - r.at.0).div_euclid(60_000),
            promise: promise.into(),
        }
    });
    Ok(PromiseList {
        rows: rows.collect(),
    })
}

fn promise_times(r: &Reading<'_>, _: Nothing) -> Result<PromiseTimes, Fault> {
    let rows = encounters::promise_times(r)?.into_iter();
    let rows = rows.map(|(time, at)| OfferedTime {
        time: PromiseTime(time),
        due_at: at.0,
    });
    Ok(PromiseTimes {
        rows: rows.collect(),
    })
}

fn escorts(r: &Reading<'_>, _: Nothing) -> Result<EncounterList, Fault> {
    lines(r, encounters::escorts(r)?)
}

fn ask_escort(w: &Writing<'_>, input: OneId) -> Result<EncounterView, Fault> {
    encounters::ask_escort(w, EncounterId(input.id))?;
    page(w, EncounterId(input.id))
}

fn finish_escort(w: &Writing<'_>, input: OneId) -> Result<EncounterView, Fault> {
    let id = EncounterId(input.id);
    encounters::finish_escort(w, id)?;
    // Anybody may go along; what was said is not theirs by that.
    match tickets::refuse_elsewhere(&w.reading(), id) {
        Ok(()) => page(w, id),
        Err(_) => Ok(whole(&w.reading(), id)?.without_words()),
    }
}

fn start(w: &Writing<'_>, input: StartEncounter) -> Result<EncounterView, Fault> {
    let visitor = input.visitor_id.map(VisitorId);
    let encounter = encounters::start(w, input.channel.0, visitor)?;
    page(w, encounter.id)
}

fn identify(w: &Writing<'_>, input: IdentifyVisitor) -> Result<EncounterView, Fault> {
    let id = EncounterId(input.id);
    identity::identify(w, id, VisitorId(input.visitor_id))?;
    page(w, id)
}

fn correct_visitor(w: &Writing<'_>, input: CorrectWhom) -> Result<CorrectedVisitor, Fault> {
    let (id, visitor) = (EncounterId(input.id), VisitorId(input.visitor_id));
    let corrected = identity::correct_visitor(w, id, visitor, &input.reason)?;
    let numbers = |ids: Vec<BookingId>| -> Result<Vec<String>, Fault> {
        let found = ids.into_iter();
        found
            .map(|id| Ok(vouchers::of_booking(&w.reading(), id)?.no))
            .collect()
    };
    Ok(CorrectedVisitor {
        encounter: page(w, id)?,
        cancelled: numbers(corrected.cancelled)?,
        left: numbers(corrected.left)?,
    })
}

fn describe(w: &Writing<'_>, input: DescribeMatter) -> Result<EncounterView, Fault> {
    let id = EncounterId(input.id);
    let matter = Matter {
        matter: input.matter,
        on_behalf: input.on_behalf,
        category: input.category_id.map(CategoryId),
        urgency: input.urgency.0,
        complexity: input.complexity.0,
        handoff: input.handoff,
    };
    triage::describe(w, id, &matter)?;
    page(w, id)
}

fn read_back(w: &Writing<'_>, input: OneId) -> Result<EncounterView, Fault> {
    encounters::read_back(w, EncounterId(input.id))?;
    page(w, EncounterId(input.id))
}

fn answer(w: &Writing<'_>, input: AnswerQuestion) -> Result<EncounterView, Fault> {
    let id = EncounterId(input.id);
    let AnswerQuestion {
        id: _,
        question,
        nature,
        analysis,
        answer,
    } = input;
    tickets::refuse_elsewhere(&w.reading(), id)?;
    encounters::answer(
        w,
        id,
        &NewConsultation {
            question,
            nature: nature.0,
            analysis,
            answer,
        },
    )?;
    page(w, id)
}

fn promise(w: &Writing<'_>, input: MakePromise) -> Result<EncounterView, Fault> {
    let id = EncounterId(input.id);
    tickets::refuse_elsewhere(&w.reading(), id)?;
    encounters::promise(
        w,
        id,
        &NewPromise {
            what: input.what,
            due_at: Moment(input.due_at),
        },
    )?;
    page(w, id)
}

fn keep_promise(w: &Writing<'_>, input: KeepPromise) -> Result<PromiseView, Fault> {
    let kept = encounters::keep(w, PromiseId(input.id), &input.result)?;
    let hidden = tickets::refuse_elsewhere(&w.reading(), kept.encounter).is_err();
    let what = match hidden {
        true => mask::free_text(&kept.what, ""),
        false => kept.what,
    };
    Ok(encounters::Promise { what, ..kept }.into())
}

/// The page after something was done on it: who it is with is opened by that.
pub(crate) fn page(w: &Writing<'_>, id: EncounterId) -> Result<EncounterView, Fault> {
    if let Some(visitor) = encounters::of(&w.reading(), id)?.visitor {
        openings::open(w, visitor, of_encounter(id.0))?;
    }
    whole(&w.reading(), id)
}

fn whole(r: &Reading<'_>, id: EncounterId) -> Result<EncounterView, Fault> {
    let encounter = encounters::of(r, id)?;
    let consultations = consultations(r, id)?;
    let promises = encounters::promises_of(r, id)?;
    let Encounter {
        id,
        no,
        day,
        channel,
        visitor,
        on_behalf,
        matter,
        category,
        urgency,
        complexity,
        read_back_at,
        handoff,
        first_asked,
        started_at,
        outcome,
        outcome_note,
        ended_at,
        rating,
        escort_asked_at,
        escort_done_at,
    } = encounter;
    Ok(EncounterView {
        id: id.0,
        no,
        day: day.to_string(),
        channel: Channel(channel),
        visitor: visitor.map(|v| full(r, v)).transpose()?,
        on_behalf,
        matter,
        category_id: category.map(|c| c.0),
        urgency: Urgency(urgency),
        complexity: Complexity(complexity),
        read_back_at: read_back_at.map(|at| at.0),
        handoff,
        first_asked: no_of(r, first_asked)?,
        started_at: started_at.0,
        outcome: outcome.map(Outcome),
        outcome_note,
        ended_at: ended_at.map(|at| at.0),
        rating,
        escort_asked_at: escort_asked_at.map(|at| at.0),
        escort_done_at: escort_done_at.map(|at| at.0),
        consultations,
        promises: promises.into_iter().map(PromiseView::from).collect(),
    })
}

fn consultations(r: &Reading<'_>, id: EncounterId) -> Result<Vec<ConsultationView>, Fault> {
    let found = encounters::consultations(r, id)?.into_iter();
    found
        .map(|c| {
            let NewConsultation {
                question,
                nature,
                analysis,
                answer,
            } = c.said;
            Ok(ConsultationView {
                id: c.id.0,
                question,
                nature: Nature(nature),
                analysis,
                answer,
                answered_by: no_of(r, c.answered_by)?,
                answered_at: c.answered_at.0,
            })
        })
        .collect()
}

fn no_of(r: &Reading<'_>, id: StaffId) -> Result<String, Fault> {
    Ok(staff::of(r, id)?.no)
}

fn lines(r: &Reading<'_>, found: Vec<Encounter>) -> Result<EncounterList, Fault> {
    let ids: Vec<VisitorId> = found.iter().filter_map(|e| e.visitor).collect();
    let (visitors, people) = (desk::people::visitors::several(r, &ids)?, staff::list(r)?);
    let rows = found.into_iter().map(|e| {
        let visitor = e.visitor.and_then(|id| visitors.get(&id));
        // What was said is for those to whom it came.
        let matter = match tickets::refuse_elsewhere(r, e.id) {
            Ok(()) => mask::free_text(&e.matter, visitor.map_or("", |v| &v.name)),
            Err(_) => String::new(),
        };
        EncounterLine {
            id: e.id.0,
            no: e.no,
            day: e.day.to_string(),
            channel: Channel(e.channel),
            matter,
            name: visitor.map(|v| mask::name(&v.name)),
            urgency: Urgency(e.urgency),
            first_asked: staff::no_of(&people, e.first_asked),
            started_at: e.started_at.0,
            outcome: e.outcome.map(Outcome),
            ended_at: e.ended_at.map(|at| at.0),
        }
    });
    Ok(EncounterList {
        rows: rows.collect(),
    })
}
