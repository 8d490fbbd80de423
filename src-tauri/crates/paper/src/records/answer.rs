//! What a person was answered to their request: a slip to take home.

use super::sheet::{Head, Page};
use crate::fonts::Fonts;
use crate::layout::Align;
use crate::vocabulary::{REQUEST_OUTCOME, REQUEST_STEP_KIND, REQUEST_WISH};
use crate::words::Language;
use crate::{Institution, PaperError, Printed, Stamp};

/// The answer to a request. It names nobody: the number is what counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerSheet {
    /// The house.
    pub institution: Institution,
    /// Number of the request.
    pub no: String,
    /// Code of what was wished.
    pub wish: String,
    /// When it came in, as it is printed.
    pub received: String,
    /// The last day for the answer.
    pub due: String,
    /// Code of what came of it.
    pub outcome: String,
    /// What the person is told.
    pub answer: String,
    /// What was done.
    pub steps: Vec<AnswerStep>,
    /// When it was printed.
    pub made_at: Stamp,
    /// Staff number of who answered.
    pub by: String,
    /// From a training folder.
    pub training: bool,
}

/// A step of the request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerStep {
    /// When, as it is printed.
    pub at: String,
    /// Code of the step.
    pub step: String,
    /// Staff number.
    pub by: String,
}

/// Prints the answer on A4.
///
/// # Errors
/// Those of the file.
pub fn answer_pdf(
    sheet: &AnswerSheet,
    language: Language,
    fonts: &Fonts,
) -> Result<Printed, PaperError> {
    let say = |zh, en| language.pick(zh, en);
    let title = say(
        "个人信息权利请求答复单",
        "Answer to a request about personal information",
    );
    let mut page = Page::new(
        Head {
            institution: &sheet.institution,
            title: title.to_owned(),
            made_at: &sheet.made_at,
            foot: format!("{} · {}", sheet.no, sheet.made_at.text),
            training: sheet.training,
        },
        language,
        fonts,
    )?;
    page.fact(say("请求编号", "Request"), &sheet.no);
    page.fact(
        say("您的请求", "Your request"),
        &REQUEST_WISH.said(&sheet.wish, language),
    );
    page.fact(say("收到", "Received"), &sheet.received);
    page.fact(say("答复期限", "Answer due"), &sheet.due);
    page.fact(
        say("结果", "Outcome"),
        &REQUEST_OUTCOME.said(&sheet.outcome, language),
    );
    page.heading(say("我们的答复", "Our answer"));
    page.text(&sheet.answer);
    page.heading(say("办理经过", "What was done"));
    steps(&mut page, &sheet.steps, language);
    page.flow.skip(3.0);
    page.text(say(
        "对答复有不同意见，可以向我们的负责人提出，也可以向履行个人信息保护职责的部门投诉、举报，或依法向人民法院起诉。",
        "If you do not agree, you may speak to our person in charge, complain to the authority for the protection of personal information, or bring the matter before a court.",
    ));
    page.fact(say("答复人工号", "Answered by"), &sheet.by);
    page.fact(say("联系电话", "Telephone"), &sheet.institution.phone);
    page.signatures(&[say("本人签收", "Received by"), say("日期", "Date")]);
    page.print()
}

fn steps(page: &mut Page<'_>, steps: &[AnswerStep], language: Language) {
    let say = |zh, en| language.pick(zh, en);
    let rows = steps.iter().map(|step| {
        vec![
            step.at.clone(),
            REQUEST_STEP_KIND.said(&step.step, language),
            step.by.clone(),
        ]
    });
    let rows: Vec<Vec<String>> = rows.collect();
    page.table(
        &[
            (say("时间", "When"), 3.0, Align::Left),
            (say("事项", "What"), 5.0, Align::Left),
            (say("工号", "Staff no."), 2.0, Align::Left),
        ],
        &rows,
    );
}
