//! Registering and correcting a visitor (R 1.2, 1.4, 1.5).

use super::Refused;
use super::acts;
use super::{Grounds, IdKind, Scope, Sex, Visitor, consent, identity, store};
use crate::ground::text;
use crate::{Day, Reason, Refusal, Result, VisitorId, Writing};

/// What was typed about a visitor.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct VisitorDetails {
    /// Name.
    pub name: String,
    /// Phone.
    pub phone: String,
    /// Second phone.
    pub phone_2: String,
    /// Kind of document.
    pub id_kind: Option<IdKind>,
    /// Its number.
    pub id_number: String,
    /// Sex; filled in from a resident number.
    pub sex: Option<Sex>,
    /// Birth date; filled in from a resident number.
    pub born_on: Option<Day>,
    /// Address.
    pub address: String,
    /// Note.
    pub note: String,
    /// Special groups.
    pub groups: Vec<String>,
    /// Conditions; need a health consent.
    pub conditions: Vec<String>,
    /// Allergies; need a health consent.
    pub allergies: Vec<String>,
}

impl VisitorDetails {
    /// Whether it says anything about the person's health.
    pub(super) fn holds_health(&self) -> bool {
        !self.conditions.is_empty() || !self.allergies.is_empty()
    }
}

/// Registers a visitor on the grounds that the person gave.
///
/// # Errors
/// `ConsentMissing`, for health details too (PIPL 29); `ReasonNeeded` for another basis.
/// Field by field: `Empty` name, `PhoneShape`, the identity number's, `IdTaken`
/// with the record that has it, `IdDiffers`, those of the texts.
pub fn register(w: &Writing<'_>, draft: &VisitorDetails, grounds: &Grounds<'_>) -> Result<Visitor> {
    grounds.check(draft)?;
    let checked = checked(draft, w.today())?;
    refuse_taken(w, &checked, None)?;
    refuse_unknown_groups(w, &checked)?;
    let id = store::insert(w, &checked)?;
    w.note(acts::REGISTER, (acts::VISITOR, id.0), &fields(&checked))?;
    grounds.record(w, id)?;
    super::of(&w.reading(), id)
}

/// Corrects a visitor's record.
///
/// # Errors
/// As `register`; `NotFound`.
pub fn correct(w: &Writing<'_>, id: VisitorId, draft: &VisitorDetails) -> Result<Visitor> {
    super::standing::refuse_unless_open(&w.reading(), id)?;
    if draft.holds_health() && !consent::stands(&w.reading(), id, Scope::Health)? {
        return Err(Refused::ConsentMissing {}.at("healthConsent").into());
    }
    let before = super::of(&w.reading(), id)?;
    let checked = checked(draft, w.today())?;
    refuse_taken(w, &checked, Some(id))?;
    refuse_unknown_groups(w, &checked)?;
    let renamed = (&before.name, &before.phone) != (&checked.name, &checked.phone);
    // What was corrected on the day itself stands in no ledger of a day that is over.
    if renamed && before.registered_at.day() < w.today() {
        store::keep_before(w, &before)?;
    }
    store::update(w, id, &checked)?;
    w.note(
        acts::CORRECT,
        (acts::VISITOR, id.0),
        &changed(&before, &checked),
    )?;
    super::of(&w.reading(), id)
}

fn checked(draft: &VisitorDetails, today: Day) -> Result<VisitorDetails, Refusal> {
    let mut d = VisitorDetails {
        name: text::required("name", &draft.name, text::NAME)?,
        phone: checked_phone("phone", &draft.phone)?,
        phone_2: checked_phone("phone2", &draft.phone_2)?,
        address: text::optional("address", &draft.address, text::LINE)?,
        note: text::optional("note", &draft.note, text::NOTE)?,
        ..draft.clone()
    };
    let kind = draft.id_kind.unwrap_or(IdKind::None);
    d.id_kind = Some(kind);
    match kind {
        IdKind::None => {
            if !draft.id_number.trim().is_empty() {
                return Err(Reason::Empty {}.at("idKind"));
            }
            d.id_number = String::new();
        }
        IdKind::Resident => {
            let read = identity::resident("idNumber", &draft.id_number, today)?;
            agrees(draft, &read)?;
            (d.born_on, d.sex, d.id_number) = (Some(read.born_on), Some(read.sex), read.number);
        }
        IdKind::HkMacau | IdKind::Taiwan | IdKind::ForeignResident
            if identity::is_long(&draft.id_number) =>
        {
            let read = identity::permit("idNumber", kind, &draft.id_number, today)?;
            agrees(draft, &read)?;
            (d.born_on, d.sex, d.id_number) = (Some(read.born_on), Some(read.sex), read.number);
        }
        IdKind::Passport
        | IdKind::HkMacau
        | IdKind::Taiwan
        | IdKind::ForeignResident
        | IdKind::Other => {
            d.id_number = text::required("idNumber", draft.id_number.trim(), 40)?.to_uppercase();
        }
    }
    if d.born_on
        .is_some_and(|born| born > today || today.days_since(born) > 130 * 366)
    {
        return Err(Reason::NoSuchTime {}.at("bornOn"));
    }
    for codes in [&mut d.groups, &mut d.conditions, &mut d.allergies] {
        codes.sort();
        codes.dedup();
        for code in codes.iter() {
            text::required("groups", code, 60)?;
        }
    }
    Ok(d)
}

/// Birth date and sex are those that the number says.
fn agrees(draft: &VisitorDetails, read: &identity::Resident) -> Result<(), Refusal> {
    if draft.born_on.is_some_and(|born| born != read.born_on) {
        return Err(Refused::IdDiffers {}.at("bornOn"));
    }
    if draft.sex.is_some_and(|sex| sex != read.sex) {
        return Err(Refused::IdDiffers {}.at("sex"));
    }
    Ok(())
}

/// A phone is kept as typed; only what cannot be called at all is refused.
pub(super) fn checked_phone(field: &str, typed: &str) -> Result<String, Refusal> {
    let typed = text::optional(field, typed.trim(), 60)?;
    let digits = digits(&typed).len();
    if typed.is_empty() || (5..=20).contains(&digits) {
        Ok(typed)
    } else {
        Err(Refused::PhoneShape {}.at(field))
    }
}

/// The digits of a number as typed: full width folded, country code dropped.
pub(super) fn digits(typed: &str) -> String {
    use unicode_normalization::UnicodeNormalization as _;
    let folded: String = typed.nfkc().filter(char::is_ascii_digit).collect();
    let bare = folded
        .strip_prefix("0086")
        .or_else(|| folded.strip_prefix("86"));
    match bare {
        Some(rest) if rest.len() == 11 && rest.starts_with('1') => rest.to_owned(),
        Some(_) | None => folded,
    }
}

fn refuse_taken(w: &Writing<'_>, d: &VisitorDetails, own: Option<VisitorId>) -> Result<()> {
    if d.id_number.is_empty() {
        return Ok(());
    }
    let kind = d.id_kind.unwrap_or(IdKind::None);
    match store::by_id_number(w.tx, kind, &d.id_number)? {
        Some(other) if Some(other) != own => {
            Err(Refused::IdTaken { visitor: other.0 }.at("idNumber").into())
        }
        Some(_) | None => Ok(()),
    }
}

fn refuse_unknown_groups(w: &Writing<'_>, d: &VisitorDetails) -> Result<()> {
    let known = store::groups(w.tx)?;
    for code in &d.groups {
        if known.iter().all(|g| g.code != *code) {
            return Err(Reason::UnknownCode { got: code.clone() }
                .at("groups")
                .into());
        }
    }
    Ok(())
}

/// Which fields hold something, by name only.
fn fields(d: &VisitorDetails) -> String {
    let held = [
        ("phone", !d.phone.is_empty()),
        ("phone2", !d.phone_2.is_empty()),
        ("idNumber", !d.id_number.is_empty()),
        ("bornOn", d.born_on.is_some()),
        ("address", !d.address.is_empty()),
        ("note", !d.note.is_empty()),
        ("groups", !d.groups.is_empty()),
        ("health", d.holds_health()),
    ];
    join(&held)
}

/// Which fields a correction changed, by name only.
fn changed(before: &Visitor, d: &VisitorDetails) -> String {
    let same_health = before.conditions == d.conditions && before.allergies == d.allergies;
    join(&[
        ("name", before.name != d.name),
        ("phone", before.phone != d.phone),
        ("phone2", before.phone_2 != d.phone_2),
        ("idNumber", before.id_number != d.id_number),
        ("sex", before.sex != d.sex),
        ("bornOn", before.born_on != d.born_on),
        ("address", before.address != d.address),
        ("note", before.note != d.note),
        ("groups", before.groups != d.groups),
        ("health", !same_health),
    ])
}

fn join(fields: &[(&str, bool)]) -> String {
    let names: Vec<&str> = fields
        .iter()
        .filter(|(_, held)| *held)
        .map(|(name, _)| *name)
        .collect();
    names.join(" ")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    fn today() -> Day {
        Day::parse("2026-11-21").unwrap()
    }

    #[test]
    fn birth_date_and_sex_come_from_the_identity_number() {
        let draft = VisitorDetails {
            name: "张桂兰".into(),
            id_kind: Some(IdKind::Resident),
            id_number: "11010519491231002x".into(),
            ..VisitorDetails::default()
        };
        let done = checked(&draft, today()).unwrap();
        assert_eq!(done.sex, Some(Sex::Female));
        assert_eq!(done.born_on.unwrap().to_string(), "1949-12-31");
        let contrary = VisitorDetails {
            sex: Some(Sex::Male),
            ..draft
        };
        assert_eq!(
            checked(&contrary, today()).unwrap_err(),
            Refused::IdDiffers {}.at("sex")
        );
    }

    #[test]
    fn phones_are_kept_as_typed_and_found_by_their_digits() {
        assert_eq!(
            checked_phone("phone", "+86 138-1234-5678").unwrap(),
            "+86 138-1234-5678"
        );
        assert_eq!(digits("＋８６ 138 1234 5678"), "13812345678");
        assert_eq!(digits("010-8888 6666 转803"), "01088886666803");
        assert_eq!(
            checked_phone("phone", "12").unwrap_err(),
            Refused::PhoneShape {}.at("phone")
        );
        assert_eq!(checked_phone("phone", "").unwrap(), "");
    }
}
