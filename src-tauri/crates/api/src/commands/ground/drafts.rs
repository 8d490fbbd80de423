//! Drafts: what somebody was typing.

use crate::problem::Fault;
use crate::table::{Command, Topic, read, repeat};
use crate::wire::Done;
use desk::ground::drafts;
use desk::{Reading, Writing};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub(crate) fn commands() -> Vec<Command> {
    vec![
        read("drafts.read", None, &[Topic::DRAFTS], read_draft),
        repeat("drafts.save", None, &[], save),
        repeat("drafts.clear", None, &[], clear),
    ]
}

fn read_draft(r: &Reading<'_>, input: DraftKey) -> Result<KeptDraft, Fault> {
    let draft = drafts::read(r, &input.key)?;
    let (body, saved_at) = draft.map(|d| (d.body, d.saved_at.0)).unzip();
    Ok(KeptDraft { body, saved_at })
}

fn save(w: &Writing<'_>, input: DraftBody) -> Result<KeptDraft, Fault> {
    let draft = drafts::save(w, &input.key, &input.body)?;
    Ok(KeptDraft {
        body: None,
        saved_at: Some(draft.saved_at.0),
    })
}

fn clear(w: &Writing<'_>, input: DraftKey) -> Result<Done, Fault> {
    drafts::clear(w, &input.key)?;
    Ok(Done {})
}

/// Which draft.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DraftKey {
    /// The window's key of the screen or form.
    pub key: String,
}

/// A draft to keep.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DraftBody {
    /// The window's key of the screen or form.
    pub key: String,
    /// What was typed, in the window's own form.
    pub body: String,
}

/// A kept draft.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KeptDraft {
    /// What was typed; none when nothing is kept, and in the answer to a save.
    pub body: Option<String>,
    /// When it was kept.
    pub saved_at: Option<i64>,
}
