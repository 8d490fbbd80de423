//! 个人信息安全事件报告 (PIPL 57): what the journal counted and what people added.

use super::sheet::{Head, Page};
use crate::fonts::Fonts;
use crate::layout::Align;
use crate::vocabulary::{DISCLOSURE_DETAIL, DISCLOSURE_KIND, JOURNAL_ACTION};
use crate::words::Language;
use crate::{Institution, PaperError, Printed, Stamp};

/// A version of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IncidentSheet {
    /// The house.
    pub institution: Institution,
    /// Number of the report.
    pub no: String,
    /// Which version.
    pub version: i64,
    /// First day, ISO.
    pub from: String,
    /// Last day, included.
    pub to: String,
    /// Only this staff number; empty: everybody.
    pub staff_no: String,
    /// Only this kind of object, in words; empty: all.
    pub object: String,
    /// Entries of the journal: how many, the first, the last.
    pub entries: [i64; 3],
    /// Visitors concerned.
    pub visitors: i64,
    /// Of them with health information.
    pub health: i64,
    /// What was counted, by part.
    pub lines: Vec<IncidentLine>,
    /// Cause, harm, remedy, measures, contact.
    pub said: [String; 5],
    /// When the version was saved.
    pub made_at: Stamp,
    /// Staff number of who saved it.
    pub by: String,
    /// From a training folder.
    pub training: bool,
}

/// One counted line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IncidentLine {
    /// Its part.
    pub section: IncidentSection,
    /// The journal's action, or the kind of what left.
    pub what: String,
    /// Staff number; empty: nobody was signed in.
    pub staff_no: String,
    /// ISO day; may be empty.
    pub day: String,
    /// How often.
    pub count: i64,
}

crate::ledger::terms! {
    /// A part of the report.
    IncidentSection from INCIDENT_PART {
        Looked = "looked";
        Changed = "changed";
        Exported = "exported";
        ManyReveals = "many_reveals";
        SignIns = "sign_ins";
        FailedSignIns = "failed_sign_ins";
        Alarms = "alarms";
        Answered = "answered";
    }
}

/// Prints a version of a report on A4.
///
/// # Errors
/// Those of the file.
pub fn incident_pdf(
    sheet: &IncidentSheet,
    language: Language,
    fonts: &Fonts,
) -> Result<Printed, PaperError> {
    let say = |zh, en| language.pick(zh, en);
    let mut page = Page::new(
        Head {
            institution: &sheet.institution,
            title: say(
                "个人信息安全事件报告",
                "Report of an incident with personal information",
            )
            .to_owned(),
            made_at: &sheet.made_at,
            foot: format!("{} · v{} · {}", sheet.no, sheet.version, sheet.made_at.text),
            training: sheet.training,
        },
        language,
        fonts,
    )?;
    facts(&mut page, sheet, language);
    said(&mut page, sheet, language);
    for section in IncidentSection::ALL {
        counted(&mut page, sheet, *section, language);
    }
    page.signatures(&[say("负责人签名", "Signed"), say("日期", "Date")]);
    page.print()
}

fn facts(page: &mut Page<'_>, sheet: &IncidentSheet, language: Language) {
    let say = |zh, en| language.pick(zh, en);
    let or_all = |said: &str, all: &'static str| match said {
        "" => all.to_owned(),
        said => said.to_owned(),
    };
    let IncidentSheet { no, version, .. } = sheet;
    page.fact(say("报告编号", "Report"), &format!("{no} · v{version}"));
    let days = format!("{} – {}", sheet.from, sheet.to);
    page.fact(say("时间范围", "Days"), &days);
    let staff = or_all(&sheet.staff_no, say("所有人", "everybody"));
    page.fact(say("涉及人员", "Staff"), &staff);
    let object = or_all(&sheet.object, say("所有对象", "all kinds"));
    page.fact(say("涉及对象", "Objects"), &object);
    let [entries, first, last] = sheet.entries;
    let entries = format!("{entries} ({first} – {last})");
    page.fact(say("操作日志", "Journal"), &entries);
    let visitors = sheet.visitors.to_string();
    page.fact(say("涉及来访者", "Visitors concerned"), &visitors);
    let kinds = format!(
        "{} {visitors} · {} {}",
        say("一般个人信息", "personal"),
        say("敏感健康信息", "sensitive, health"),
        sheet.health,
    );
    page.fact(say("信息种类", "Kinds of information"), &kinds);
}

/// What people added, head by head.
const SAID: [(&str, &str); 5] = [
    ("事件原因", "Cause"),
    ("可能造成的危害", "Possible harm"),
    ("已采取的补救措施", "What was done against it"),
    ("个人可以采取的措施", "What the persons concerned can do"),
    ("联系方式", "Contact"),
];

fn said(page: &mut Page<'_>, sheet: &IncidentSheet, language: Language) {
    for ((zh, en), words) in SAID.into_iter().zip(&sheet.said) {
        page.heading(language.pick(zh, en));
        page.text(match words.trim() {
            "" => language.pick("（未填写）", "(not filled in)"),
            words => words,
        });
    }
}

/// The counted lines of a part; nothing where there are none.
fn counted(
    page: &mut Page<'_>,
    sheet: &IncidentSheet,
    section: IncidentSection,
    language: Language,
) {
    let say = |zh, en| language.pick(zh, en);
    let lines = sheet.lines.iter().filter(|line| line.section == section);
    let rows = lines.map(|line| {
        let staff_no = match line.staff_no.as_str() {
            "" => "–",
            staff_no => staff_no,
        };
        vec![
            what(line, language),
            staff_no.to_owned(),
            line.day.clone(),
            line.count.to_string(),
        ]
    });
    let rows: Vec<Vec<String>> = rows.collect();
    if rows.is_empty() {
        return;
    }
    page.heading(section.say(language));
    page.table(
        &[
            (say("事项", "What"), 5.0, Align::Left),
            (say("工号", "Staff no."), 2.0, Align::Left),
            (say("日期", "Day"), 2.0, Align::Left),
            (say("次数", "Count"), 1.5, Align::Right),
        ],
        &rows,
    );
}

/// What left is named by its kind; all else by the journal's own code, so that a
/// reader finds it there.
fn what(line: &IncidentLine, language: Language) -> String {
    if line.section == IncidentSection::Exported {
        let (kind, detail) = line.what.split_once(' ').unwrap_or((&line.what, ""));
        let kind = DISCLOSURE_KIND.said(kind, language);
        return format!("{kind} · {}", DISCLOSURE_DETAIL.said(detail, language));
    }
    let said = JOURNAL_ACTION.said(&line.what, language);
    format!("{said} · {}", line.what)
}
