//! Feedback: taken down, handled, told, rated, closed. Which step may follow is
//! the desk's to say; the views carry it.

mod views;

use crate::codes::{Adoption, Asked, DueMark, FeedbackKind, FeedbackState, FeedbackStep, ToldHow};
use crate::problem::Fault;
use crate::table::{Command, Topic, read, repeat, write};
use crate::wire::{Nothing, OneId, optional_day};
use desk::ground::roles::Right;
use desk::house::staff::{self, Staff};
use desk::people::mask;
use desk::people::openings::{self, For, Purpose};
use desk::people::reveals::Because;
use desk::quality::feedback::{self, Due, Feedback, NewFeedback, StepTaken, Telling, Whole};
use desk::reception::tickets;
use desk::{EncounterId, FeedbackId, Reading, VisitorId, Writing};
use views::{
    FeedbackLine, FeedbackList, FeedbackPhone, FeedbackStepView, FeedbackView, FeedbackWaiting,
    HandleFeedback, ListFeedback, NoteFeedback, RateFeedback, ReceiveFeedback, RevealFeedback,
    TellFeedback, TellingView,
};

/// Each shows by when it has to be handled, which is counted in the institution's working days.
const SHOWS: &[Topic] = &[Topic::FEEDBACK, Topic::INSTITUTION];
const TOUCHES: &[Topic] = &[Topic::FEEDBACK, Topic::LEDGER];

pub(crate) fn commands() -> Vec<Command> {
    vec![
        read("feedback.list", Right::Serve, SHOWS, list),
        read("feedback.read", Right::Serve, SHOWS, show),
        read("feedback.of_encounter", Right::Serve, SHOWS, of_encounter),
        read("feedback.waiting", Right::Serve, SHOWS, waiting),
        write("feedback.receive", Right::Receive, TOUCHES, receive),
        write("feedback.take", Right::HandleFeedback, TOUCHES, take),
        write("feedback.handle", Right::HandleFeedback, TOUCHES, handle),
        write("feedback.tell", Right::Serve, TOUCHES, tell),
        write("feedback.rate", Right::Serve, TOUCHES, rate),
        write("feedback.close", Right::HandleFeedback, TOUCHES, close),
        repeat("feedback.reveal", Right::Reveal, &[Topic::JOURNAL], reveal),
    ]
}

fn list(r: &Reading<'_>, input: ListFeedback) -> Result<FeedbackList, Fault> {
    let (rows, total) = feedback::list(r, input.filter.0, input.kind.map(|k| k.0))?;
    Ok(FeedbackList {
        rows: lines(r, &rows)?,
        total,
    })
}

fn of_encounter(r: &Reading<'_>, input: OneId) -> Result<FeedbackList, Fault> {
    tickets::refuse_elsewhere(r, EncounterId(input.id))?;
    let rows = lines(r, &feedback::of_encounter(r, EncounterId(input.id))?)?;
    Ok(FeedbackList {
        total: u32::try_from(rows.len()).unwrap_or(u32::MAX),
        rows,
    })
}

fn show(r: &Reading<'_>, input: OneId) -> Result<FeedbackView, Fault> {
    whole(r, FeedbackId(input.id))
}

fn waiting(r: &Reading<'_>, _: Nothing) -> Result<FeedbackWaiting, Fault> {
    let (open, late) = feedback::waiting(r)?;
    Ok(FeedbackWaiting { open, late })
}

fn receive(w: &Writing<'_>, input: ReceiveFeedback) -> Result<FeedbackView, Fault> {
    let new = NewFeedback {
        kind: input.kind.0,
        encounter: input.encounter_id.map(EncounterId),
        visitor: input.visitor_id.map(VisitorId),
        name: input.name,
        phone: input.phone,
        happened_on: optional_day("happenedOn", input.happened_on.as_deref())?,
        about: input.about,
        what: input.what,
        points: input.points,
    };
    let id = feedback::receive(w, &new)?;
    if let Some(visitor) = feedback::of(&w.reading(), id)?.feedback.visitor {
        // Its page says who they are.
        openings::open(w, visitor, For(Purpose::Feedback, id.0))?;
    }
    whole(&w.reading(), id)
}

fn take(w: &Writing<'_>, input: NoteFeedback) -> Result<FeedbackView, Fault> {
    feedback::take(w, FeedbackId(input.id), &input.note)?;
    whole(&w.reading(), FeedbackId(input.id))
}

fn handle(w: &Writing<'_>, input: HandleFeedback) -> Result<FeedbackView, Fault> {
    feedback::handle(w, FeedbackId(input.id), &input.done, &input.note)?;
    whole(&w.reading(), FeedbackId(input.id))
}

fn tell(w: &Writing<'_>, input: TellFeedback) -> Result<FeedbackView, Fault> {
    let id = FeedbackId(input.id);
    let TellingView {
        how,
        reply,
        adoption,
        why,
        apology,
        measure,
        result,
    } = input.telling;
    let adoption = adoption.map(|a| a.0);
    let telling = Telling {
        how: how.0,
        reply,
        adoption,
        why,
        apology,
        measure,
        result,
    };
    feedback::tell(w, id, &telling)?;
    whole(&w.reading(), id)
}

fn rate(w: &Writing<'_>, input: RateFeedback) -> Result<FeedbackView, Fault> {
    feedback::rate(
        w,
        FeedbackId(input.id),
        input.asked.0,
        input.rating,
        &input.note,
    )?;
    whole(&w.reading(), FeedbackId(input.id))
}

fn close(w: &Writing<'_>, input: NoteFeedback) -> Result<FeedbackView, Fault> {
    feedback::close(w, FeedbackId(input.id), &input.note)?;
    whole(&w.reading(), FeedbackId(input.id))
}

fn reveal(w: &Writing<'_>, input: RevealFeedback) -> Result<FeedbackPhone, Fault> {
    let because = Because {
        reason: input.reason.0,
        words: &input.words,
    };
    Ok(FeedbackPhone {
        phone: feedback::reveal(w, FeedbackId(input.id), because)?,
    })
}

fn lines(r: &Reading<'_>, rows: &[Feedback]) -> Result<Vec<FeedbackLine>, Fault> {
    let (people, due) = (staff::list(r)?, feedback::due(r)?);
    Ok(rows.iter().map(|f| line(f, &people, &due)).collect())
}

fn line(f: &Feedback, people: &[Staff], due: &Due) -> FeedbackLine {
    FeedbackLine {
        id: f.id.0,
        no: f.no.clone(),
        kind: FeedbackKind(f.kind),
        name: mask::name(&f.name),
        about: mask::free_text(&f.about, &f.name),
        what: mask::free_text(&f.what, &f.name),
        state: FeedbackState(f.state),
        due: DueMark(due.mark(f)),
        due_at: f.due_at.0,
        received_at: f.received_at.0,
        handler_no: f.handler.map(|id| staff::no_of(people, id)),
    }
}

fn whole(r: &Reading<'_>, id: FeedbackId) -> Result<FeedbackView, Fault> {
    let Whole {
        feedback: f,
        points,
        steps,
    } = feedback::of(r, id)?;
    let (people, due) = (staff::list(r)?, feedback::due(r)?);
    let asking = feedback::Asking::of(f.asked, f.missed);
    let may = |step: &&feedback::Step| {
        feedback::after(f.state, **step, asking).is_some() && feedback::may(r.by.role, **step)
    };
    let next = feedback::Step::ALL
        .iter()
        .filter(may)
        .map(|s| FeedbackStep(*s))
        .collect();
    // Whoever handles it reads it as it was said.
    let line = FeedbackLine {
        about: f.about.clone(),
        what: f.what.clone(),
        ..line(&f, &people, &due)
    };
    Ok(FeedbackView {
        encounter_id: f.encounter.map(|e| e.0),
        visitor_id: f.visitor.map(|v| v.0),
        phone: if f.phone.is_empty() {
            String::new()
        } else {
            mask::phone(&f.phone)
        },
        name: f.name,
        happened_on: f.happened_on.map(|d| d.to_string()),
        received_by: staff::no_of(&people, f.received_by),
        points,
        steps: steps.into_iter().map(|s| step_view(s, &people)).collect(),
        next,
        line,
    })
}

fn step_view(s: StepTaken, people: &[Staff]) -> FeedbackStepView {
    FeedbackStepView {
        step: FeedbackStep(s.step),
        at: s.at.0,
        by_no: staff::no_of(people, s.by),
        note: s.note,
        telling: s.telling.map(|t| TellingView {
            how: ToldHow(t.how),
            reply: t.reply,
            adoption: t.adoption.map(Adoption),
            why: t.why,
            apology: t.apology,
            measure: t.measure,
            result: t.result,
        }),
        asked: s.asked.map(|a| Asked(a.0)),
        rating: s.asked.and_then(|a| a.1),
        done: s.done,
    }
}
