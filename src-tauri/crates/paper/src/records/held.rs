//! What is held about a person, for themselves (PIPL 45).

use super::sheet::{Head, Page};
use crate::fonts::Fonts;
use crate::vocabulary::{HELD_FIELD, HELD_PART, Set};
use crate::words::Language;
use crate::{Institution, PaperError, Printed, Stamp};

/// Everything that is held about a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldSheet {
    /// The house.
    pub institution: Institution,
    /// Number of the request it answers.
    pub request: String,
    /// When it was made.
    pub made_at: Stamp,
    /// Staff number of who made it.
    pub made_by: String,
    /// Part by part.
    pub groups: Vec<HeldGroup>,
    /// From a training folder.
    pub training: bool,
}

/// The records of one part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldGroup {
    /// Code of the part.
    pub part: String,
    /// The records.
    pub items: Vec<HeldItem>,
}

/// One record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldItem {
    /// When it was made, as it is printed; may be empty.
    pub at: String,
    /// Its number; may be empty.
    pub no: String,
    /// What stands in it.
    pub facts: Vec<HeldFact>,
}

/// One fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldFact {
    /// Code of the field.
    pub field: String,
    /// The value.
    pub value: String,
    /// The set whose words say the value; `None`: it is said as it is.
    pub says: Option<&'static Set>,
}

/// Prints what is held about a person on A4.
///
/// # Errors
/// Those of the file.
pub fn held_pdf(
    sheet: &HeldSheet,
    language: Language,
    fonts: &Fonts,
) -> Result<Printed, PaperError> {
    let say = |zh, en| language.pick(zh, en);
    let title = say(
        "我们保存的您的个人信息",
        "The personal information we hold about you",
    );
    let mut page = Page::new(
        Head {
            institution: &sheet.institution,
            title: title.to_owned(),
            made_at: &sheet.made_at,
            foot: format!(
                "{} · {} · {}",
                sheet.request, sheet.made_at.text, sheet.made_by
            ),
            training: sheet.training,
        },
        language,
        fonts,
    )?;
    page.fact(say("请求编号", "Request"), &sheet.request);
    page.fact(say("制作时间", "Made at"), &sheet.made_at.text);
    page.fact(say("经办人工号", "By, staff no."), &sheet.made_by);
    for group in &sheet.groups {
        let name = HELD_PART.said(&group.part, language);
        page.heading(&format!("{name} · {}", group.items.len()));
        for item in &group.items {
            draw(&mut page, item, language);
        }
    }
    page.flow.skip(3.0);
    page.small(say(
        "您可以请我们更正、补充、删除、限制处理或解释，也可以撤回同意。不满意答复，可以向主管部门投诉。",
        "You may ask us to correct, complete, erase, restrict or explain, and withdraw your consent. If our answer does not satisfy you, you may turn to the authority in charge.",
    ));
    page.print()
}

fn draw(page: &mut Page<'_>, item: &HeldItem, language: Language) {
    let lead: Vec<&str> = [item.at.as_str(), item.no.as_str()]
        .into_iter()
        .filter(|text| !text.is_empty())
        .collect();
    if !lead.is_empty() {
        page.flow.skip(0.8);
        page.flow.ensure(12.0);
        page.small(&lead.join(" · "));
    }
    for fact in &item.facts {
        let value = match fact.says {
            Some(set) => set.said(&fact.value, language),
            None => fact.value.clone(),
        };
        page.fact(&HELD_FIELD.said(&fact.field, language), &value);
    }
}
