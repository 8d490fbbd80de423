//! The one table of what may follow what (R 6.3). Pure.

use super::Refused;
use super::{How, Kind, State, Step, Telling};
use crate::ground::refusal::Wrong;
use crate::ground::roles::{Right, Role};
use crate::ground::{names, text};
use crate::{Reason, Refusal};

/// Where a step leads from a state; `None` when it may not be taken there.
/// `asked`: the person was asked for satisfaction since they were told.
pub const fn after(state: State, step: Step, asked: Asking) -> Option<State> {
    match (state, step) {
        // Told and not content: it is handled once more.
        (State::Received | State::Handling | State::Handled | State::Told, Step::Take)
        | (State::Handling, Step::Handle)
        | (State::Handled, Step::Tell)
        | (State::Told, Step::Rate) => Some(leads_to(step)),
        (State::Told, Step::Close) => match asked {
            Asking::Done => Some(State::Closed),
            Asking::Missing => None,
        },
        _ => None,
    }
}

/// Whoever is not reached is tried so often before nobody asks them any more.
pub const TRIES: u32 = 3;

/// Whether a complaint is about somebody on the staff: by number, or by name in full.
pub fn is_about(about: &str, no: &str, name: &str) -> bool {
    use unicode_normalization::UnicodeNormalization as _;
    let about: String = about.nfkc().filter(|c| !text::is_invisible(*c)).collect();
    let numbers = about.split(|c: char| !c.is_alphanumeric());
    // However it is spaced or spelled.
    let bare = names::fold(name);
    let named = bare.chars().count() > 1 && names::fold(&about).contains(&bare);
    // A number stands alone, or directly behind a name.
    let digits = about.split(|c: char| !c.is_ascii_digit());
    named || (!no.is_empty() && (numbers.chain(digits).any(|word| word == no)))
}

/// Whether the person was asked for satisfaction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asking {
    /// Since they were last told.
    Done,
    /// Not yet.
    Missing,
}

impl Asking {
    /// `Done` once they answered, or were not reached so often that they never will be.
    pub const fn of(answered: u32, missed: u32) -> Self {
        if answered > 0 || missed >= TRIES {
            Self::Done
        } else {
            Self::Missing
        }
    }
}

const fn leads_to(step: Step) -> State {
    match step {
        Step::Receive => State::Received,
        Step::Take => State::Handling,
        Step::Handle => State::Handled,
        Step::Tell | Step::Rate => State::Told,
        Step::Close => State::Closed,
    }
}

/// Whether a role may take a step: telling and asking is the desk's, handling
/// and closing needs the right.
pub fn may(role: Role, step: Step) -> bool {
    role.may(match step {
        Step::Receive => Right::Receive,
        Step::Take | Step::Handle | Step::Close => Right::HandleFeedback,
        Step::Tell | Step::Rate => Right::Serve,
    })
}

/// What must be said when the person is told: what they answered; of a
/// suggestion whether it is adopted or why not; of a complaint the apology, the
/// measure and the result. `reachable`: there is a phone.
///
/// # Errors
/// `Empty` with the field; `FeedbackNoContact` at `how`.
pub(super) fn checked_telling(
    kind: Kind,
    telling: &Telling,
    phone: &str,
) -> Result<Telling, Refusal> {
    let mut wrong = Wrong::default();
    if matches!(telling.how, How::Phone | How::Message) && phone.trim().is_empty() {
        wrong.note(Refused::FeedbackNoContact {}.at("how"));
    }
    let mut told = Telling {
        how: telling.how,
        // What is put up on a board is answered by nobody.
        reply: match telling.how {
            How::Posted => wrong.or(text::optional("reply", &telling.reply, text::NOTE)),
            _ => wrong.or(text::required("reply", &telling.reply, text::NOTE)),
        },
        ..Telling::of(telling.how)
    };
    match kind {
        Kind::Praise => {}
        Kind::Suggestion => {
            if telling.adoption.is_none() {
                wrong.note(Reason::Empty {}.at("adoption"));
            }
            told.adoption = telling.adoption;
            told.why = if telling.adoption == Some(super::Adoption::Adopted) {
                wrong.or(text::optional("why", &telling.why, text::NOTE))
            } else {
                wrong.or(text::required("why", &telling.why, text::NOTE))
            };
        }
        Kind::Complaint => {
            told.apology = wrong.or(text::required("apology", &telling.apology, text::NOTE));
            told.measure = wrong.or(text::required("measure", &telling.measure, text::NOTE));
            told.result = wrong.or(text::required("result", &telling.result, text::NOTE));
        }
    }
    wrong.done()?;
    Ok(told)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use crate::quality::feedback::Adoption;

    const fn telling() -> Telling {
        Telling::of(How::InPerson)
    }

    #[test]
    fn feedback_closes_only_after_telling_and_asking() {
        for state in State::ALL {
            let closes = |asked| after(*state, Step::Close, asked);
            assert_eq!(closes(Asking::Missing), None);
            let expected = (*state == State::Told).then_some(State::Closed);
            assert_eq!(closes(Asking::Done), expected);
        }
    }

    #[test]
    fn no_step_follows_a_closed_feedback_and_none_is_skipped() {
        for step in Step::ALL {
            assert_eq!(after(State::Closed, *step, Asking::Done), None);
        }
        assert_eq!(after(State::Received, Step::Handle, Asking::Missing), None);
        assert_eq!(after(State::Received, Step::Tell, Asking::Missing), None);
        assert_eq!(after(State::Handling, Step::Tell, Asking::Missing), None);
        assert_eq!(after(State::Handled, Step::Rate, Asking::Missing), None);
        assert_eq!(
            after(State::Told, Step::Take, Asking::Done),
            Some(State::Handling)
        );
    }

    #[test]
    fn a_complaint_is_told_with_apology_measure_and_result() {
        let mut told = Telling {
            reply: "可以".into(),
            ..telling()
        };
        for field in ["apology", "measure", "result"] {
            let refused = checked_telling(Kind::Complaint, &told, "").unwrap_err();
            assert_eq!(
                (refused.code, refused.field.as_deref()),
                ("empty", Some(field))
            );
            // One answer names all that is missing still.
            let named = refused.also.iter().filter(|other| other.code == "empty");
            let still = [&told.measure, &told.result];
            let still = still.iter().filter(|text| text.is_empty()).count();
            assert_eq!(named.count(), still - usize::from(field != "apology"));
            match field {
                "apology" => told.apology = "致歉".into(),
                "measure" => told.measure = "加派一人".into(),
                _ => told.result = "等候已缩短".into(),
            }
        }
        assert_eq!(checked_telling(Kind::Complaint, &told, "").unwrap(), told);
    }

    #[test]
    fn a_suggestion_that_is_not_adopted_says_why() {
        let mut told = Telling {
            reply: "明白".into(),
            ..telling()
        };
        let refused = |told: &Telling| {
            checked_telling(Kind::Suggestion, told, "")
                .unwrap_err()
                .field
        };
        assert_eq!(refused(&told).as_deref(), Some("adoption"));
        told.adoption = Some(Adoption::NotAdopted);
        assert_eq!(refused(&told).as_deref(), Some("why"));
        told.adoption = Some(Adoption::Adopted);
        assert!(checked_telling(Kind::Suggestion, &told, "").is_ok());
    }

    #[test]
    fn nobody_is_called_without_a_number() {
        let told = Telling {
            reply: "好".into(),
            ..Telling::of(How::Phone)
        };
        let refused = checked_telling(Kind::Praise, &told, "").unwrap_err();
        assert_eq!(refused, Refused::FeedbackNoContact {}.at("how"));
        assert!(checked_telling(Kind::Praise, &told, "13812345678").is_ok());
    }
}
