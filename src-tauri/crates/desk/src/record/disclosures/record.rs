//! Recording that something leaves: the row and the journal's entry about it, in
//! the caller's own transaction and before the file does.

use super::said::Said;
use super::{Detail, Format, Kind, Purpose, Receiver, store};
use crate::ground::leaving::{Leaving, Outcome};
use crate::ground::text;
use crate::people::visitors::acts::VISITOR;
use crate::record::ledger::Period;
use crate::{DisclosureId, Reason, Refusal, Result, VisitorId, Writing};

/// What is about to leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewDisclosure<'a> {
    /// What.
    pub kind: Kind,
    /// Masked or full; full needs purpose and receiver.
    pub detail: Detail,
    /// In which form.
    pub format: Format,
    /// Which days stand in it; none: not by period.
    pub period: Option<Period>,
    /// How many rows stand in it.
    pub rows: usize,
    /// Whose data, when it is one person's.
    pub visitor: Option<VisitorId>,
    /// What for.
    pub purpose: Option<Purpose>,
    /// The purpose in words; needed by `Purpose::Other`.
    pub purpose_note: &'a str,
    /// Who receives it.
    pub receiver: Option<Receiver>,
    /// Their name; needed where the kind of receiver does not say who.
    pub receiver_name: &'a str,
    /// Name of the file, or of the paper.
    pub file_name: &'a str,
}

/// A row that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    /// Its id.
    pub id: DisclosureId,
    /// Where the journal stands: its entry is the one about this row.
    pub head: vault::Head,
}

/// Writes the row and its entry in the journal. The entry carries codes, counts
/// and days; the words of the purpose stand as its reason.
///
/// # Errors
/// `Empty` at `purpose`, `receiver` or `receiverName`, `ReasonNeeded` at
/// `reason`, those of the texts.
pub fn record(w: &Writing<'_>, new: &NewDisclosure<'_>) -> Result<Recorded> {
    check(new)?;
    let object = match new.visitor {
        Some(visitor) => (VISITOR, visitor.0),
        None => (new.kind.object(), 0),
    };
    let [action, _] = new.kind.acts();
    w.note_because(action, object, &said(new).to_string(), new.purpose_note)?;
    let head = w.tx.journal_head()?;
    let id = store::insert(w, new, head.seq)?;
    Ok(Recorded { id, head })
}

impl Leaving for Recorded {
    fn settle(&self, w: &Writing<'_>, _: Outcome<'_>) -> Result<()> {
        lost(w, self.head.seq)
    }
}

/// Marks that what was recorded under a journal entry never became a file.
fn lost(w: &Writing<'_>, seq: i64) -> Result<()> {
    let (kind, found) = store::mark_lost(w, seq)?.ok_or_else(|| Reason::NotFound {}.refuse())?;
    let [_, failed] = kind.acts();
    w.note(failed, (kind.object(), 0), &format!("entry {seq} {found}"))
}

fn said(new: &NewDisclosure<'_>) -> Said {
    Said {
        period: new.period,
        format: new.format,
        detail: new.detail,
        rows: new.rows,
        purpose: new.purpose,
        receiver: new.receiver,
    }
}

fn check(new: &NewDisclosure<'_>) -> std::result::Result<(), Refusal> {
    text::optional("reason", new.purpose_note, text::LINE)?;
    text::optional("receiverName", new.receiver_name, text::NAME)?;
    text::required("fileName", new.file_name, text::LINE)?;
    if new.detail == Detail::Full {
        if new.purpose.is_none() {
            return Err(Reason::Empty {}.at("purpose"));
        }
        if new.receiver.is_none() {
            return Err(Reason::Empty {}.at("receiver"));
        }
    }
    if new.purpose == Some(Purpose::Other) {
        text::reason(new.purpose_note)?;
    }
    if new.receiver.is_some_and(Receiver::needs_name) {
        text::required("receiverName", new.receiver_name, text::NAME)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    fn full() -> NewDisclosure<'static> {
        NewDisclosure {
            kind: Kind::Ledger,
            detail: Detail::Full,
            format: Format::Csv,
            period: None,
            rows: 3,
            visitor: None,
            purpose: Some(Purpose::Complaint),
            purpose_note: "",
            receiver: Some(Receiver::OwnUse),
            receiver_name: "",
            file_name: "a.csv",
        }
    }

    fn field(new: &NewDisclosure<'_>) -> Option<String> {
        check(new).unwrap_err().field
    }

    #[test]
    fn what_leaves_in_full_says_what_for_and_to_whom() {
        assert!(check(&full()).is_ok());
        let purpose = None;
        assert_eq!(
            field(&NewDisclosure { purpose, ..full() }).as_deref(),
            Some("purpose")
        );
        let receiver = None;
        assert_eq!(
            field(&NewDisclosure { receiver, ..full() }).as_deref(),
            Some("receiver")
        );
        let masked = NewDisclosure {
            detail: Detail::Masked,
            purpose,
            receiver,
            ..full()
        };
        assert!(check(&masked).is_ok());
    }

    #[test]
    fn a_receiver_the_list_does_not_name_is_named() {
        for receiver in Receiver::ALL {
            let new = NewDisclosure {
                receiver: Some(*receiver),
                ..full()
            };
            assert_eq!(check(&new).is_ok(), !receiver.needs_name());
            let named = NewDisclosure {
                receiver_name: "市卫健委",
                ..new
            };
            assert!(check(&named).is_ok());
        }
    }

    #[test]
    fn any_other_purpose_needs_words() {
        let purpose = Some(Purpose::Other);
        let new = NewDisclosure { purpose, ..full() };
        assert_eq!(field(&new).as_deref(), Some("reason"));
        let purpose_note = "归档移交";
        assert!(
            check(&NewDisclosure {
                purpose_note,
                ..new
            })
            .is_ok()
        );
    }

    #[test]
    fn the_journal_gets_codes_and_counts_only() {
        let text = said(&full()).to_string();
        assert_eq!(text, "csv full 3 rows complaint own_use");
        assert_eq!(Said::read(&text), Some(said(&full())));
    }
}
