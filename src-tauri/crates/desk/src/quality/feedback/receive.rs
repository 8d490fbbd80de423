//! Taking a feedback down (R 6.1).

use super::acts;
use super::{Due, Kind, State, Step, StepTaken, store};
use crate::ground::refusal::Wrong;
use crate::ground::{sequence, text};
use crate::people::visitors;
use crate::{Day, EncounterId, FeedbackId, Reason, Refusal, Result, VisitorId, Writing};

/// Most points of one feedback.
pub const POINTS: usize = 20;

/// What was said, and by whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewFeedback {
    /// Kind.
    pub kind: Kind,
    /// The encounter it came in; none when it came in directly.
    pub encounter: Option<EncounterId>,
    /// The person's record; none: anonymous.
    pub visitor: Option<VisitorId>,
    /// How a person without a record wants to be called.
    pub name: String,
    /// Where they can be told.
    pub phone: String,
    /// When it happened.
    pub happened_on: Option<Day>,
    /// About whom or what.
    pub about: String,
    /// What happened.
    pub what: String,
    /// Split into points; none: the whole is one point.
    pub points: Vec<String>,
}

/// Takes it down: a number of the day, a limit by kind, its points, its first step.
///
/// # Errors
/// `Empty` at `what` or at a point, `NoSuchTime` for a day to come, `PhoneShape`,
/// `NotFound` at `encounterId` or `visitorId`, those of the texts.
pub fn receive(w: &Writing<'_>, new: &NewFeedback) -> Result<FeedbackId> {
    let new = checked(new, w.today())?;
    if let Some(id) = new.visitor
        && !store::visitor_exists(w.tx, id)?
    {
        return Err(Reason::NotFound {}.at("visitorId").into());
    }
    if let Some(id) = new.visitor {
        crate::people::visitors::standing::refuse_unless_open(&w.reading(), id)?;
    }
    if let Some(id) = new.encounter
        && !store::encounter_exists(w.tx, id)?
    {
        return Err(Reason::NotFound {}.at("encounterId").into());
    }
    let today = w.today();
    let running = sequence::next(w, "feedback", &today.to_string())?;
    let no = format!("F{}-{running:03}", today.to_string().replace('-', ""));
    let due_at = Due::read(&w.reading())?.limit(new.kind, today);
    let id = store::insert(w, &no, &new, due_at)?;
    store::insert_points(w, id, &new.points)?;
    let first = StepTaken::plain(w, Step::Receive, State::Received, "");
    store::insert_step(w, id, &first)?;
    let detail = format!("{} {} points", new.kind.code(), new.points.len());
    w.note(acts::RECEIVE, (acts::FEEDBACK, id.0), &detail)?;
    Ok(id)
}

fn checked(new: &NewFeedback, today: Day) -> Result<NewFeedback, Refusal> {
    let mut wrong = Wrong::default();
    let what = wrong.or(text::required("what", &new.what, text::NOTE));
    if new.happened_on.is_some_and(|day| day > today) {
        wrong.note(Reason::NoSuchTime {}.at("happenedOn"));
    }
    let phone = wrong.or(text::optional("phone", new.phone.trim(), 60));
    let digits = text::digits(&phone).len();
    if !phone.is_empty() && !(5..=20).contains(&digits) {
        wrong.note(visitors::Refused::PhoneShape {}.at("phone"));
    }
    if new.points.len() > POINTS {
        let max = i64::try_from(POINTS).unwrap_or(i64::MAX);
        wrong.note(Reason::OutOfRange { min: 1, max }.at("points"));
    }
    let points = if new.points.is_empty() {
        vec![what.clone()]
    } else {
        let named = new.points.iter().enumerate().take(POINTS);
        named
            .map(|(n, point)| wrong.or(text::required(&format!("points.{n}"), point, text::NOTE)))
            .collect()
    };
    let checked = NewFeedback {
        name: wrong.or(text::optional("name", new.name.trim(), text::NAME)),
        about: wrong.or(text::optional("about", &new.about, text::LINE)),
        phone,
        what,
        points,
        ..new.clone()
    };
    wrong.done()?;
    Ok(checked)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    fn heard() -> NewFeedback {
        NewFeedback {
            kind: Kind::Complaint,
            encounter: None,
            visitor: None,
            name: String::new(),
            phone: String::new(),
            happened_on: None,
            about: "抽血窗口".into(),
            what: "等了一个小时，没人解释".into(),
            points: Vec::new(),
        }
    }

    fn today() -> Day {
        Day::parse("2026-11-21").unwrap()
    }

    #[test]
    fn a_simple_feedback_is_one_point_and_may_be_anonymous() {
        let done = checked(&heard(), today()).unwrap();
        assert_eq!(done.points, vec![heard().what]);
    }

    #[test]
    fn an_empty_point_and_a_day_to_come_name_their_fields() {
        let points = vec!["等候太久".to_owned(), " ".to_owned()];
        let refused = checked(&NewFeedback { points, ..heard() }, today()).unwrap_err();
        assert_eq!(refused, Reason::Empty {}.at("points.1"));
        let happened_on = Some(today().plus_days(1));
        let refused = checked(
            &NewFeedback {
                happened_on,
                ..heard()
            },
            today(),
        )
        .unwrap_err();
        assert_eq!(refused, Reason::NoSuchTime {}.at("happenedOn"));
        let too_many = vec!["点".to_owned(); POINTS + 1];
        let refused = checked(
            &NewFeedback {
                points: too_many,
                ..heard()
            },
            today(),
        )
        .unwrap_err();
        assert_eq!(refused, Reason::OutOfRange { min: 1, max: 20 }.at("points"));
    }
}
