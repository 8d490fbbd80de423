//! 个人信息处理告知 (PIPL 17): a version of the privacy notice, to be laid out at the
//! desk and handed to people.

use super::sheet::{Head, Page};
use crate::fonts::Fonts;
use crate::words::Language;
use crate::{Institution, PaperError, Printed, Stamp};

/// A version of the notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoticeSheet {
    /// The house.
    pub institution: Institution,
    /// Which version.
    pub version: String,
    /// Since when it is in force, ISO day.
    pub since: String,
    /// Its text in the language of the sheet.
    pub text: String,
    /// When it was printed.
    pub made_at: Stamp,
    /// From a training folder.
    pub training: bool,
}

/// Prints a notice on A4.
///
/// # Errors
/// Those of the file.
pub fn notice_pdf(
    sheet: &NoticeSheet,
    language: Language,
    fonts: &Fonts,
) -> Result<Printed, PaperError> {
    let say = |zh, en| language.pick(zh, en);
    let mut page = Page::new(
        Head {
            institution: &sheet.institution,
            title: say("个人信息处理告知", "Notice on personal information").to_owned(),
            made_at: &sheet.made_at,
            foot: format!(
                "{} · {} · {}",
                sheet.institution.name, sheet.version, sheet.since
            ),
            training: sheet.training,
        },
        language,
        fonts,
    )?;
    page.fact(
        say("版本", "Version"),
        &format!("{} · {}", sheet.version, sheet.since),
    );
    page.fact(say("地址", "Address"), &sheet.institution.address);
    page.fact(say("电话", "Telephone"), &sheet.institution.phone);
    page.flow.skip(4.0);
    for paragraph in sheet
        .text
        .split('\n')
        .map(str::trim)
        .filter(|p| !p.is_empty())
    {
        page.text(paragraph);
        page.flow.skip(1.6);
    }
    page.print()
}
