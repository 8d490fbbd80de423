//! The steps after receipt: take, handle, tell, rate, close (R 6.3).

use super::Refused;
use super::acts;
use super::rules::{Asking, TRIES, after, checked_telling, is_about};
use super::{Adoption, Asked, Feedback, How, Kind, State, Step, StepTaken, Whole, of, store};
use crate::ground::acts::Action;
use crate::ground::text;
use crate::house::staff;
use crate::{FeedbackId, Reason, Result, Writing};

/// What the person was told, and what they said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Telling {
    /// How.
    pub how: How,
    /// What the person said.
    pub reply: String,
    /// What becomes of a suggestion.
    pub adoption: Option<Adoption>,
    /// Why it is not, or not wholly, adopted.
    pub why: String,
    /// A complaint's apology.
    pub apology: String,
    /// What was done so that it does not happen again.
    pub measure: String,
    /// What came of it.
    pub result: String,
}

impl Telling {
    /// A telling in this way, all else empty.
    pub const fn of(how: How) -> Self {
        Self {
            how,
            reply: String::new(),
            adoption: None,
            why: String::new(),
            apology: String::new(),
            measure: String::new(),
            result: String::new(),
        }
    }
}

impl StepTaken {
    pub(super) fn plain(w: &Writing<'_>, step: Step, state: State, note: &str) -> Self {
        Self {
            step,
            state,
            at: w.at,
            by: w.by.staff,
            note: note.to_owned(),
            telling: None,
            asked: None,
            done: Vec::new(),
        }
    }
}

/// Takes it on, also from a colleague, or once more when the person was not content.
///
/// # Errors
/// `NotFound`, `WrongState`.
pub fn take(w: &Writing<'_>, id: FeedbackId, note: &str) -> Result<()> {
    let (_, step) = begin(w, id, Step::Take, note)?;
    finish(w, id, &step, "")
}

/// Says what was done about each point, in the points' order.
///
/// # Errors
/// `Empty` at the point that nothing was done about; `NotFound`, `WrongState`.
pub fn handle(w: &Writing<'_>, id: FeedbackId, done: &[String], note: &str) -> Result<()> {
    let (whole, mut step) = begin(w, id, Step::Handle, note)?;
    for n in 0..whole.points.len() {
        let said = done.get(n).map_or("", String::as_str);
        step.done
            .push(text::required(&format!("done.{n}"), said, text::NOTE)?);
    }
    finish(w, id, &step, &format!("{} points", step.done.len()))
}

/// Tells the person the result.
///
/// # Errors
/// `Empty` with the field, `FeedbackNoContact`; `NotFound`, `WrongState`.
pub fn tell(w: &Writing<'_>, id: FeedbackId, telling: &Telling) -> Result<()> {
    let (whole, mut step) = begin(w, id, Step::Tell, "")?;
    let Feedback { kind, phone, .. } = &whole.feedback;
    let told = checked_telling(*kind, telling, phone)?;
    let detail = told.how.code();
    step.telling = Some(told);
    finish(w, id, &step, detail)
}

/// Records what came of asking how satisfied they are: 1 to 5 when they said so.
///
/// # Errors
/// `OutOfRange` at `rating`, `Empty` when they rated and no rating is given;
/// `NotFound`, `WrongState`.
pub fn rate(
    w: &Writing<'_>,
    id: FeedbackId,
    asked: Asked,
    rating: Option<u8>,
    note: &str,
) -> Result<()> {
    let (_, mut step) = begin(w, id, Step::Rate, note)?;
    let rating = match asked {
        Asked::Rated => {
            let rating = rating.ok_or_else(|| Reason::Empty {}.at("rating"))?;
            if !(1..=5).contains(&rating) {
                return Err(Reason::OutOfRange { min: 1, max: 5 }.at("rating").into());
            }
            Some(rating)
        }
        Asked::NotReached | Asked::Declined => None,
    };
    step.asked = Some((asked, rating));
    finish(w, id, &step, asked.code())
}

/// Closes it: only after the person was told and asked (R 6.3).
///
/// # Errors
/// `SatisfactionMissing` when they were told and not asked, `NotReachedYet` when they were
/// tried too seldom; `AboutYourself`; `NotFound`, `WrongState`.
pub fn close(w: &Writing<'_>, id: FeedbackId, note: &str) -> Result<()> {
    let (_, step) = begin(w, id, Step::Close, note)?;
    finish(w, id, &step, "")
}

fn begin(w: &Writing<'_>, id: FeedbackId, step: Step, note: &str) -> Result<(Whole, StepTaken)> {
    let whole = of(&w.reading(), id)?;
    let state = whole.feedback.state;
    let Feedback { asked, missed, .. } = whole.feedback;
    let next = after(state, step, Asking::of(asked, missed)).ok_or_else(|| {
        if (state, step) == (State::Told, Step::Close) && missed > 0 {
            let (tried, most) = (i64::from(missed), i64::from(TRIES));
            Refused::NotReachedYet { tried, most }.refuse()
        } else if (state, step) == (State::Told, Step::Close) {
            Refused::SatisfactionMissing {}.refuse()
        } else {
            Reason::WrongState {
                state: state.code().to_owned(),
            }
            .refuse()
        }
    })?;
    refuse_own(w, &whole.feedback)?;
    let note = text::optional("note", note, text::NOTE)?;
    Ok((whole, StepTaken::plain(w, step, next, &note)))
}

/// Whoever a complaint is about has no part in what becomes of it.
pub(super) fn refuse_own(w: &Writing<'_>, feedback: &Feedback) -> Result<()> {
    if feedback.kind != Kind::Complaint {
        return Ok(());
    }
    let own = staff::of(&w.reading(), w.by.staff)?;
    if is_about(&feedback.about, &own.no, &own.name) {
        return Err(Refused::AboutYourself {}.refuse().into());
    }
    Ok(())
}

fn finish(w: &Writing<'_>, id: FeedbackId, step: &StepTaken, detail: &str) -> Result<()> {
    store::insert_step(w, id, step)?;
    w.note(act(step.step), (acts::FEEDBACK, id.0), detail)
}

/// What the journal calls a step.
fn act(step: Step) -> Action {
    match step {
        Step::Receive => acts::RECEIVE,
        Step::Take => acts::TAKE,
        Step::Handle => acts::HANDLE,
        Step::Tell => acts::TELL,
        Step::Rate => acts::RATE,
        Step::Close => acts::CLOSE,
    }
}
