//! Registering and correcting a visitor (R 1.2, 1.4, 1.5).

use super::Refused;
use super::acts;
use super::{Born, Grounds, IdKind, NoPhone, Scope, Sex, Visitor};
use super::{consent, doubts, identity, store};
use crate::ground::refusal::Wrong;
use crate::ground::text;
use crate::{Day, Reason, Refusal, Result, VisitorId, Writing};

/// What was typed about a visitor.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct VisitorDetails {
    /// Name.
    pub name: String,
    /// Phone.
    pub phone: String,
    /// Why there is none; without meaning beside a phone.
    pub no_phone: Option<NoPhone>,
    /// Second phone.
    pub phone_2: String,
    /// Kind of document.
    pub id_kind: Option<IdKind>,
    /// Its number.
    pub id_number: String,
    /// Sex; filled in from a resident number.
    pub sex: Option<Sex>,
    /// Birth date; filled in from a resident number.
    pub born_on: Option<Born>,
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
    /// What was typed and cannot be read, each at its field.
    pub unread: Vec<Refusal>,
}

impl VisitorDetails {
    /// Whether it says anything about the person's health.
    pub(super) fn holds_health(&self) -> bool {
        !self.conditions.is_empty() || !self.allergies.is_empty()
    }
}

/// Registers a visitor on the grounds that the person gave. `sure` are the fields whose
/// doubtful content whoever types it has looked at again.
///
/// # Errors
/// `ConsentMissing`, for health details too (PIPL 29); `ReasonNeeded` for another basis.
/// Field by field: `Empty` name, `PhoneShape`, `PhoneOrWhy`, the identity number's, `IdTaken`
/// with the record that has it, `IdDiffers`, `NotOfSex`, `AskAgain`, those of the texts.
pub fn register(
    w: &Writing<'_>,
    draft: &VisitorDetails,
    grounds: &Grounds<'_>,
    sure: &[String],
) -> Result<Visitor> {
    let mut wrong = Wrong::default();
    grounds.check(&mut wrong, draft);
    let checked = checked(wrong, draft, w.today())?;
    refuse_taken(w, &checked, None)?;
    refuse_groups(w, &checked, sure)?;
    let id = store::insert(w, &checked)?;
    w.note(acts::REGISTER, (acts::VISITOR, id.0), &fields(&checked))?;
    grounds.record(w, id)?;
    super::of(&w.reading(), id)
}

/// Corrects a visitor's record.
///
/// # Errors
/// As `register`; `NotFound`.
pub fn correct(
    w: &Writing<'_>,
    id: VisitorId,
    draft: &VisitorDetails,
    sure: &[String],
) -> Result<Visitor> {
    super::standing::refuse_unless_open(&w.reading(), id)?;
    let mut wrong = Wrong::default();
    if draft.holds_health() && !consent::stands(&w.reading(), id, Scope::Health)? {
        wrong.note(Refused::ConsentMissing {}.at("healthConsent"));
    }
    let before = super::of(&w.reading(), id)?;
    let checked = checked(wrong, draft, w.today())?;
    refuse_taken(w, &checked, Some(id))?;
    refuse_groups(w, &checked, sure)?;
    // Without a birth date nobody would know any more that a guardian consents.
    if consent::is_guarded(&before, w.today()) && checked.born_on.is_none() {
        return Err(Reason::Empty {}.at("bornOn").into());
    }
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

fn checked(
    mut wrong: Wrong,
    draft: &VisitorDetails,
    today: Day,
) -> Result<VisitorDetails, Refusal> {
    for unread in &draft.unread {
        wrong.note(unread.clone());
    }
    let called = checked_phone("phone", &draft.phone);
    if matches!(&called, Ok(phone) if phone.is_empty()) && draft.no_phone.is_none() {
        wrong.note(Refused::PhoneOrWhy {}.at("phone"));
    }
    let phone = wrong.or(called);
    let mut d = VisitorDetails {
        name: wrong.or(text::required("name", &draft.name, text::NAME)),
        no_phone: draft.no_phone.filter(|_| phone.is_empty()),
        phone,
        phone_2: wrong.or(checked_phone("phone2", &draft.phone_2)),
        address: wrong.or(text::optional("address", &draft.address, text::LINE)),
        note: wrong.or(text::optional("note", &draft.note, text::NOTE)),
        ..draft.clone()
    };
    let kind = draft.id_kind.unwrap_or(IdKind::None);
    d.id_kind = Some(kind);
    wrong.or(read_document(&mut d, draft, kind, today));
    // Whoever calls this without reading what was said (`Born::read`) is held to the same.
    let told = d.born_on.map(|born| Born::read(&born.to_string(), today));
    if told.is_some_and(|read| read.is_err()) {
        wrong.note(Reason::NoSuchTime {}.at("bornOn"));
    }
    for (field, codes) in [
        ("groups", &mut d.groups),
        ("conditions", &mut d.conditions),
        ("allergies", &mut d.allergies),
    ] {
        codes.sort();
        codes.dedup();
        for code in codes.iter() {
            wrong.or(text::required(field, code, 60));
        }
    }
    wrong.done()?;
    Ok(d)
}

/// Reads the number of a document of a kind, and what it says of birth date and sex.
fn read_document(
    d: &mut VisitorDetails,
    draft: &VisitorDetails,
    kind: IdKind,
    today: Day,
) -> Result<(), Refusal> {
    match kind {
        IdKind::None => {
            if !text::identifier(&draft.id_number).is_empty() {
                return Err(Reason::Empty {}.at("idKind"));
            }
            d.id_number = String::new();
        }
        IdKind::Resident => {
            let read = identity::resident("idNumber", &draft.id_number, today)?;
            agrees(draft, &read)?;
            told_by(d, read);
        }
        IdKind::HkMacau | IdKind::Taiwan | IdKind::ForeignResident
            if identity::is_long(&draft.id_number) =>
        {
            let read = identity::permit("idNumber", kind, &draft.id_number, today)?;
            agrees(draft, &read)?;
            told_by(d, read);
        }
        IdKind::Passport
        | IdKind::HkMacau
        | IdKind::Taiwan
        | IdKind::ForeignResident
        | IdKind::Other => {
            // A resident's number says more than one of another kind, and must not be hidden as one.
            if identity::resident("idNumber", &draft.id_number, today).is_ok() {
                return Err(Refused::IdKindDiffers {}.at("idKind"));
            }
            d.id_number = checked_document(&draft.id_number)?;
        }
    }
    Ok(())
}

/// Birth date and sex are those that the number says.
fn agrees(draft: &VisitorDetails, read: &identity::Resident) -> Result<(), Refusal> {
    if draft.born_on.is_some_and(|born| !born.may_be(read.born_on)) {
        return Err(Refused::IdDiffers {}.at("bornOn"));
    }
    if draft.sex.is_some_and(|sex| sex != read.sex) {
        return Err(Refused::IdDiffers {}.at("sex"));
    }
    Ok(())
}

/// What a number says is known to the day.
fn told_by(d: &mut VisitorDetails, read: identity::Resident) {
    d.born_on = Some(Born::on(read.born_on));
    (d.sex, d.id_number) = (Some(read.sex), read.number);
}

/// The number of any other document is kept as it is printed, in upper case and without what
/// came along invisibly.
fn checked_document(typed: &str) -> Result<String, Refusal> {
    use unicode_normalization::UnicodeNormalization as _;
    let seen: String = typed.nfkc().filter(|c| !text::is_invisible(*c)).collect();
    let number = text::required("idNumber", seen.trim(), 40)?.to_uppercase();
    if text::identifier(&number).is_empty() {
        return Err(Reason::Empty {}.at("idNumber"));
    }
    Ok(number)
}

/// A phone is kept as typed; only what cannot be called at all is refused.
pub(super) fn checked_phone(field: &str, typed: &str) -> Result<String, Refusal> {
    let seen: String = typed.chars().filter(|c| !text::is_invisible(*c)).collect();
    let typed = text::optional(field, seen.trim(), 60)?;
    let digits = digits(&typed).len();
    if typed.is_empty() || (5..=20).contains(&digits) {
        Ok(typed)
    } else {
        Err(Refused::PhoneShape {}.at(field))
    }
}

/// The digits of a number as typed: full width folded, country code dropped.
pub(super) fn digits(typed: &str) -> String {
    let folded = text::digits(typed);
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
    let taken = store::by_id_key(w.tx, kind, &text::identifier(&d.id_number))?;
    match taken.into_iter().find(|other| Some(*other) != own) {
        Some(other) => Err(Refused::IdTaken { visitor: other.0 }.at("idNumber").into()),
        None => Ok(()),
    }
}

fn refuse_groups(w: &Writing<'_>, d: &VisitorDetails, sure: &[String]) -> Result<()> {
    let known = store::groups(w.tx)?;
    for code in &d.groups {
        if known.iter().all(|g| g.code != *code) {
            return Err(Reason::UnknownCode { got: code.clone() }
                .at("groups")
                .into());
        }
    }
    Ok(doubts::refuse_unless_sure(d, &known, sure, w.today())?)
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
        (
            "phone",
            before.phone != d.phone || before.no_phone != d.no_phone,
        ),
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
            no_phone: Some(NoPhone::None),
            id_kind: Some(IdKind::Resident),
            id_number: "11010519491231002x".into(),
            ..VisitorDetails::default()
        };
        let done = checked(Wrong::default(), &draft, today()).unwrap();
        assert_eq!(done.sex, Some(Sex::Female));
        assert_eq!(done.born_on.unwrap().to_string(), "1949-12-31");
        let told = VisitorDetails {
            born_on: Born::read("1949", today()).ok(),
            ..draft.clone()
        };
        let told = checked(Wrong::default(), &told, today()).unwrap();
        assert_eq!(told.born_on, done.born_on, "the number says it to the day");
        let contrary = VisitorDetails {
            sex: Some(Sex::Male),
            ..draft
        };
        assert_eq!(
            checked(Wrong::default(), &contrary, today()).unwrap_err(),
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
