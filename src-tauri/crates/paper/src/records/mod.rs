//! Papers about records themselves: what was destroyed, what is held about a person,
//! what a person was answered. Codes come in, words of this crate go out.

mod answer;
mod destruction;
mod held;
mod incident;
mod list;
mod notice;
mod sheet;

pub use answer::{AnswerSheet, AnswerStep, answer_pdf};
pub use destruction::{DestructionLine, DestructionSheet, destruction_csv, destruction_pdf};
pub use held::{HeldFact, HeldGroup, HeldItem, HeldSheet, held_pdf};
pub use incident::{IncidentLine, IncidentSection, IncidentSheet, incident_pdf};
pub use list::{ListSheet, list_pdf};
pub use notice::{NoticeSheet, notice_pdf};

use crate::vocabulary::STANDING;
use crate::words::Language;

/// What stands where the name of an erased person stood.
pub fn erased_person(language: Language) -> &'static str {
    STANDING.say("erased", language).unwrap_or_default()
}

/// What stands where the name of a restricted person stands.
pub fn restricted_person(language: Language) -> &'static str {
    STANDING.say("restricted", language).unwrap_or_default()
}
