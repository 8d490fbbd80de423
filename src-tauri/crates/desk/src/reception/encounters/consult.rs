//! Consultation (咨询解答): question, analysis, answer, by whom (R 3.1).

use super::acts;
use super::{open, store};
use crate::ground::refusal::Wrong;
use crate::ground::text;
use crate::{ConsultationId, EncounterId, Moment, Reading, Result, StaffId, Writing};

crate::codes! {
    /// The nature of a question.
    Nature {
        /// 政策.
        Policy = "policy",
        /// 流程.
        Procedure = "procedure",
        /// 健康.
        Health = "health",
        /// 价格.
        Price = "price",
        /// 报告.
        Report = "report",
        /// 其他.
        Other = "other",
    }
}

/// A question and its answer, as given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewConsultation {
    /// The question.
    pub question: String,
    /// Its nature.
    pub nature: Nature,
    /// The analysis: field, what it depends on.
    pub analysis: String,
    /// The answer.
    pub answer: String,
}

/// A consultation on record. It is not changed: a better answer is added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consultation {
    /// Id.
    pub id: ConsultationId,
    /// What was asked and answered.
    pub said: NewConsultation,
    /// By whom.
    pub answered_by: StaffId,
    /// When.
    pub answered_at: Moment,
}

/// Records a question with its answer.
///
/// # Errors
/// `EncounterClosed`, `Empty` question or answer, those of the texts.
pub fn answer(w: &Writing<'_>, id: EncounterId, new: &NewConsultation) -> Result<Consultation> {
    open(w, id)?;
    let mut wrong = Wrong::default();
    let said = NewConsultation {
        question: wrong.or(text::required("question", &new.question, text::NOTE)),
        nature: new.nature,
        analysis: wrong.or(text::optional("analysis", &new.analysis, text::NOTE)),
        answer: wrong.or(text::required("answer", &new.answer, text::NOTE)),
    };
    wrong.done()?;
    let consultation = store::insert_consultation(w, id, &said)?;
    w.note(acts::ANSWER, (acts::ENCOUNTER, id.0), said.nature.code())?;
    Ok(Consultation {
        id: consultation,
        said,
        answered_by: w.by.staff,
        answered_at: w.at,
    })
}

/// The consultations of an encounter, in order.
///
/// # Errors
/// Of the store.
pub fn consultations(r: &Reading<'_>, id: EncounterId) -> Result<Vec<Consultation>> {
    store::consultations(r.tx, id)
}
