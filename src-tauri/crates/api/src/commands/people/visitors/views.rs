//! What visitors look like on the wire.

use super::consents::{ConsentView, GuardianFields};
use crate::codes::{Basis, IdKind, Lift, Manner, NoPhone, RevealReason, Sex, Standing, Why};
use desk::people::visitors::{Ages, SpecialGroup};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What stands in the one box.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FindVisitors {
    /// Name, pinyin, initials, the last 4 to 8 digits of a phone, identity or voucher number
    /// or all of it; words narrow.
    pub text: String,
}

/// Visitors that fit.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FoundVisitors {
    /// The last seen first.
    pub rows: Vec<FoundVisitor>,
    /// Whether there are more: type on to narrow.
    pub more: bool,
    /// Whether fewer digits were typed than are looked for.
    pub few_digits: bool,
}

/// One line of what was found, masked.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FoundVisitor {
    /// Id.
    pub id: i64,
    /// Masked name.
    pub name: String,
    /// Masked phone.
    pub phone: String,
    /// Sex.
    pub sex: Option<Sex>,
    /// Age today.
    pub ages: Option<AgesView>,
    /// Codes of special groups.
    pub groups: Vec<String>,
    /// Why it was found.
    pub why: Option<Why>,
    /// Last encounter.
    pub seen_at: i64,
    /// What may be done with the record; only an open one shows more than its number.
    pub standing: Standing,
}

/// How old somebody is in completed years: one of two, where they gave no day.
#[derive(Debug, Serialize, TS)]
pub struct AgesView {
    /// At least.
    pub least: u32,
    /// At most.
    pub most: u32,
}

impl From<Ages> for AgesView {
    fn from(Ages { least, most }: Ages) -> Self {
        Self { least, most }
    }
}

/// What is typed so far, to warn of a second record.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AskLikelySame {
    /// The record being corrected, if any.
    pub id: Option<i64>,
    /// Name.
    pub name: String,
    /// Phone.
    pub phone: String,
    /// Birth date as it was said; what can't be read yet counts as not known.
    pub born_on: Option<String>,
    /// Identity number.
    pub id_number: String,
}

/// A birth date as it is typed.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AskBorn {
    /// A day, a month, a year or an age, as people say it.
    pub born_on: String,
}

/// What was understood of a birth date.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReadBorn {
    /// ISO day, month or year, or first and last day with a stroke between.
    pub born_on: String,
    /// The ages today.
    pub ages: Option<AgesView>,
}

/// A resident identity number to read.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AskId {
    /// The number as typed.
    pub id_number: String,
}

/// What a resident identity number says.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReadId {
    /// Birth date.
    pub born_on: String,
    /// Sex.
    pub sex: Sex,
    /// Age today.
    pub age: Option<u32>,
}

/// What was typed about a visitor.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct VisitorDraft {
    /// Name.
    pub name: String,
    /// Phone.
    pub phone: String,
    /// Why there is none; needed where the phone is empty.
    #[serde(default)]
    pub no_phone: Option<NoPhone>,
    /// Second phone.
    pub phone2: String,
    /// Kind of document.
    pub id_kind: IdKind,
    /// Its number.
    pub id_number: String,
    /// Sex; left out, it is read from a resident number.
    pub sex: Option<Sex>,
    /// Birth date as people say it (`1949`, `1949-2`, `65岁`); left out, it is read from a
    /// resident number.
    pub born_on: Option<String>,
    /// Address.
    pub address: String,
    /// Note for colleagues.
    pub note: String,
    /// Codes of special groups.
    pub groups: Vec<String>,
    /// Codes of conditions.
    pub conditions: Vec<String>,
    /// Codes of allergies.
    pub allergies: Vec<String>,
}

/// A new visitor with what they agreed to.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RegisterVisitor {
    /// Who.
    pub visitor: VisitorDraft,
    /// How the consent to the notice in force was given.
    pub consent: Option<Manner>,
    /// How the separate consent to health information was given.
    pub health_consent: Option<Manner>,
    /// Who consented, where a guardian did.
    #[serde(default)]
    pub guardian: Option<GuardianFields>,
    /// On what the record rests; left out: the consent, which is needed then.
    #[serde(default)]
    pub basis: Option<Basis>,
    /// Why it rests on something else.
    #[serde(default)]
    pub basis_reason: String,
    /// Fields that were asked back (`ask_again`) and are meant as they are.
    #[serde(default)]
    pub sure: Vec<String>,
}

/// A correction.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CorrectVisitor {
    /// Whose record.
    pub id: i64,
    /// All fields as they should be.
    pub visitor: VisitorDraft,
    /// Fields that were asked back (`ask_again`) and are meant as they are.
    #[serde(default)]
    pub sure: Vec<String>,
}

/// A hidden value to show.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RevealVisitor {
    /// Whose.
    pub id: i64,
    /// Which.
    pub what: Hidden,
    /// Why.
    pub reason: RevealReason,
    /// Why in words; needed for any other reason.
    #[serde(default)]
    pub words: String,
}

/// A value that is masked until shown.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Hidden {
    /// Phone.
    Phone,
    /// Second phone.
    Phone2,
    /// Identity number.
    IdNumber,
    /// Name.
    Name,
}

/// The value in full.
#[derive(Debug, Serialize, TS)]
pub struct Revealed {
    /// The value.
    pub value: String,
}

/// A visitor on the page of an encounter.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct VisitorView {
    /// Id.
    pub id: i64,
    /// Name in full.
    pub name: String,
    /// Masked phone.
    pub phone: String,
    /// Why there is none.
    pub no_phone: Option<NoPhone>,
    /// Masked second phone.
    pub phone2: String,
    /// Kind of document.
    pub id_kind: IdKind,
    /// Masked number.
    pub id_number: String,
    /// Sex.
    pub sex: Option<Sex>,
    /// Birth date: ISO day, month or year, or first and last day with a stroke between.
    pub born_on: Option<String>,
    /// The ages today.
    pub ages: Option<AgesView>,
    /// Address.
    pub address: String,
    /// Note.
    pub note: String,
    /// Codes of special groups.
    pub groups: Vec<String>,
    /// Codes of conditions.
    pub conditions: Vec<String>,
    /// Codes of allergies.
    pub allergies: Vec<String>,
    /// Whether the consent to personal data stands.
    pub consent: bool,
    /// Whether that consent is to an older notice, so that they are to be asked again.
    pub ask_again: bool,
    /// On what the record rests.
    pub basis: Basis,
    /// Whether the consent to health information stands.
    pub health_consent: bool,
    /// All consents.
    pub consents: Vec<ConsentView>,
    /// When registered.
    pub registered_at: i64,
    /// Last encounter.
    pub seen_at: i64,
    /// What may be done with the record; only an open one shows more than its number.
    pub standing: Standing,
}

/// Special groups.
#[derive(Debug, Serialize, TS)]
pub struct GroupList {
    /// In the institution's order.
    pub rows: Vec<GroupView>,
}

/// A special group.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GroupView {
    /// Code.
    pub code: String,
    /// Chinese name.
    pub name_zh: String,
    /// English name.
    pub name_en: String,
    /// How it lifts a person.
    pub lifts: Lift,
    /// Whether an escort is offered.
    pub escort: bool,
    /// Offered from this age on.
    pub min_age: Option<u32>,
}

impl From<SpecialGroup> for GroupView {
    fn from(group: SpecialGroup) -> Self {
        let SpecialGroup {
            code,
            name_zh,
            name_en,
            lifts,
            escort,
            min_age,
        } = group;
        Self {
            code,
            name_zh,
            name_en,
            lifts: Lift(lifts),
            escort,
            min_age,
        }
    }
}
