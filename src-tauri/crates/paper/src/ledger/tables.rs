//! The tables of a ledger, described once: keys, heads, widths and cells. Knows
//! no file format.

use chrono::{NaiveDate, NaiveTime};

use super::{BookingRow, Chapter, Detail, EncounterRow, FeedbackRow, LedgerSheet, PromiseRow};
use crate::vocabulary::{LIST_COLUMN, LIST_TITLE, TICKET_STATE};
use crate::words::Language;
use crate::{Fen, grouped};

/// What a cell holds, so that each format can write it as what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Words.
    Text(String),
    /// A number.
    Count(i64),
    /// An amount.
    Money(Fen),
    /// A day.
    Day(NaiveDate),
    /// A time of the day.
    Time(NaiveTime),
}

impl Cell {
    /// As it is read.
    pub(crate) fn text(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Count(count) => count.to_string(),
            Self::Money(fen) => yuan(*fen),
            Self::Day(day) => day.to_string(),
            Self::Time(time) => time.format("%H:%M").to_string(),
        }
    }
}

/// `120.00`, without sign or grouping, as spreadsheets read it.
pub(super) fn yuan(fen: Fen) -> String {
    let sign = if fen.0 < 0 { "-" } else { "" };
    format!(
        "{sign}{}.{:02}",
        fen.0.unsigned_abs() / 100,
        fen.0.unsigned_abs() % 100
    )
}

/// One column.
pub(super) struct Head {
    /// For machines, the same in every language.
    pub key: &'static str,
    pub title: &'static str,
    /// Share of the page's width.
    pub share: f32,
    /// Characters in a workbook.
    pub chars: f64,
}

/// One table.
pub(super) struct Table {
    pub key: &'static str,
    pub title: &'static str,
    pub heads: Vec<Head>,
    pub rows: Vec<Vec<Cell>>,
}

/// The tables in the order they are printed.
pub(super) fn tables(sheet: &LedgerSheet, language: Language) -> Vec<Table> {
    let say = |zh, en| language.pick(zh, en);
    let mut tables = vec![
        Table {
            key: "encounters",
            title: say("接待", "Encounters"),
            heads: heads(
                language,
                &[
                    ("no", "编号", "No.", 21.0),
                    ("day", "日期", "Day", 17.5),
                    ("started", "开始", "Start", 10.5),
                    ("channel", "渠道", "Channel", 15.5),
                    ("visitor", "来访者", "Visitor", 17.0),
                    ("phone", "电话", "Phone", 21.5),
                    ("category", "事项", "Matter", 29.0),
                    ("urgency", "缓急", "Urgency", 16.0),
                    ("complexity", "难易", "Complexity", 18.5),
                    ("triaged_to", "去向", "Sent to", 19.5),
                    ("ticket", "排队号", "Ticket", 11.0),
                    ("outcome", "结果", "Outcome", 15.5),
                    ("answer", "答复", "Answer", 38.0),
                    ("first_asked", "首问", "First asked", 12.0),
                    ("ended", "结束", "End", 10.5),
                ],
            ),
            rows: sheet
                .encounters
                .iter()
                .map(|row| encounter(row, language))
                .collect(),
        },
        Table {
            key: "bookings",
            title: say("预约", "Bookings"),
            heads: heads(
                language,
                &[
                    ("voucher", "凭证号", "Voucher", 34.0),
                    ("visitor", "来访者", "Visitor", 32.0),
                    ("phone", "电话", "Phone", 30.0),
                    ("service", "项目", "Service", 86.0),
                    ("day", "日期", "Day", 24.0),
                    ("time", "时间", "Time", 16.0),
                    ("state", "状态", "State", 24.0),
                    ("price", "费用（元）", "Price (CNY)", 27.0),
                ],
            ),
            rows: sheet
                .bookings
                .iter()
                .map(|row| booking(row, language))
                .collect(),
        },
        Table {
            key: "feedback",
            title: say("反馈", "Feedback"),
            heads: heads(
                language,
                &[
                    ("no", "编号", "No.", 22.0),
                    ("kind", "类别", "Kind", 20.0),
                    ("visitor", "来访者", "Visitor", 28.0),
                    ("phone", "电话", "Phone", 28.0),
                    ("received", "收到", "Received", 22.0),
                    ("summary", "内容", "Summary", 74.0),
                    ("state", "进度", "State", 20.0),
                    ("handler", "处理人", "Handler", 18.0),
                    ("told", "告知", "Told", 22.0),
                    ("rating", "评分", "Rating", 15.0),
                ],
            ),
            rows: sheet
                .feedback
                .iter()
                .map(|row| feedback(row, language))
                .collect(),
        },
        Table {
            key: "promises",
            title: say("承诺", "Promises"),
            heads: heads(
                language,
                &[
                    ("encounter", "接待编号", "Encounter", 26.0),
                    ("visitor", "来访者", "Visitor", 34.0),
                    ("phone", "电话", "Phone", 32.0),
                    ("matter", "承诺事项", "Promised", 117.0),
                    ("due", "期限", "Due", 36.0),
                    ("state", "进度", "State", 28.0),
                ],
            ),
            rows: sheet
                .promises
                .iter()
                .map(|row| promise(row, language))
                .collect(),
        },
        Table {
            key: "totals",
            title: say("合计", "Totals"),
            heads: heads(
                language,
                &[
                    ("of", "类别", "Of", 60.0),
                    ("what", "项", "What", 120.0),
                    ("count", "数", "Count", 30.0),
                ],
            ),
            rows: totals(sheet, language),
        },
    ];
    let before_totals = tables.len() - 1;
    let chapters = sheet.chapters.iter().map(|one| chapter(one, language));
    tables.splice(before_totals..before_totals, chapters);
    tables
}

fn chapter(chapter: &Chapter, language: Language) -> Table {
    let all: f32 = chapter
        .columns
        .iter()
        .map(|(_, share)| f32::from(*share))
        .sum();
    let heads = chapter.columns.iter().map(|(key, share)| Head {
        key,
        title: LIST_COLUMN.say(key, language).unwrap_or(key),
        share: f32::from(*share) / all,
        chars: f64::from(*share) * 0.62,
    });
    Table {
        key: chapter.code,
        title: LIST_TITLE
            .say(chapter.code, language)
            .unwrap_or(chapter.code),
        heads: heads.collect(),
        rows: chapter.rows.clone(),
    }
}

fn heads(
    language: Language,
    heads: &[(&'static str, &'static str, &'static str, f32)],
) -> Vec<Head> {
    let all: f32 = heads.iter().map(|head| head.3).sum();
    heads
        .iter()
        .map(|(key, zh, en, mm)| Head {
            key,
            title: language.pick(zh, en),
            share: mm / all,
            chars: f64::from(*mm * 0.62).clamp(9.0, 60.0),
        })
        .collect()
}

fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

/// A day where it is one; what it says where it is not.
fn day(iso: &str) -> Cell {
    crate::words::date(iso).map_or_else(|_| text(iso), Cell::Day)
}

fn time(clock: &str) -> Cell {
    NaiveTime::parse_from_str(clock, "%H:%M").map_or_else(|_| text(clock), Cell::Time)
}

fn encounter(row: &EncounterRow, l: Language) -> Vec<Cell> {
    vec![
        text(&row.no),
        day(&row.day),
        time(&row.started),
        text(row.channel.say(l)),
        text(&row.visitor),
        text(&row.phone),
        text(&row.category),
        text(row.urgency.say(l)),
        text(row.complexity.say(l)),
        text(&row.triaged_to),
        text(&row.ticket),
        text(row.outcome.say(l)),
        text(&row.answer),
        text(&row.first_asked),
        time(&row.ended),
    ]
}

fn booking(row: &BookingRow, l: Language) -> Vec<Cell> {
    // In groups it stays a text: a spreadsheet would show 13 digits as 2.02611E+12.
    let voucher = grouped(&row.voucher).unwrap_or_else(|_| row.voucher.clone());
    vec![
        Cell::Text(voucher),
        text(&row.visitor),
        text(&row.phone),
        text(&row.service),
        day(&row.day),
        time(&row.time),
        text(row.state.say(l)),
        Cell::Money(row.price),
    ]
}

fn feedback(row: &FeedbackRow, l: Language) -> Vec<Cell> {
    vec![
        text(&row.no),
        text(row.kind.say(l)),
        text(&row.visitor),
        text(&row.phone),
        day(&row.received),
        text(&row.summary),
        text(row.state.say(l)),
        text(&row.handler),
        day(&row.told),
        row.rating
            .map_or_else(|| text(""), |rating| Cell::Count(rating.into())),
    ]
}

fn promise(row: &PromiseRow, l: Language) -> Vec<Cell> {
    vec![
        text(&row.encounter),
        text(&row.visitor),
        text(&row.phone),
        text(&row.matter),
        day(&row.due),
        text(row.state.say(l)),
    ]
}

fn totals(sheet: &LedgerSheet, l: Language) -> Vec<Vec<Cell>> {
    let totals = &sheet.totals;
    let count =
        |of: &str, what: &str, count: u32| vec![text(of), text(what), Cell::Count(count.into())];
    let mut rows = Vec::new();
    let encounters = u32::try_from(sheet.encounters.len()).unwrap_or(u32::MAX);
    rows.push(count(
        l.pick("接待", "Encounters"),
        l.pick("全部", "All"),
        encounters,
    ));
    rows.extend(
        totals
            .channels
            .iter()
            .map(|(channel, n)| count(l.pick("渠道", "Channel"), channel.say(l), *n)),
    );
    rows.extend(
        totals
            .categories
            .iter()
            .map(|(category, n)| count(l.pick("事项", "Matter"), category, *n)),
    );
    rows.extend(
        totals
            .urgencies
            .iter()
            .map(|(urgency, n)| count(l.pick("紧急程度", "Urgency"), urgency.say(l), *n)),
    );
    rows.extend(
        totals
            .outcomes
            .iter()
            .map(|(outcome, n)| count(l.pick("结果", "Outcome"), outcome.say(l), *n)),
    );
    let queue = l.pick("排队", "Queue");
    rows.push(count(
        queue,
        l.pick("已接待", "Served"),
        totals.tickets.served,
    ));
    rows.push(count(
        queue,
        TICKET_STATE.say("no_show", l).unwrap_or_default(),
        totals.tickets.no_show,
    ));
    for (what, minutes) in [
        (
            l.pick("等候中位数（分钟）", "Median wait (min)"),
            totals.tickets.median_wait,
        ),
        (
            l.pick("九成等候不超过（分钟）", "90 % waited at most (min)"),
            totals.tickets.bound_wait,
        ),
    ] {
        rows.push(vec![
            text(queue),
            text(what),
            minutes.map_or_else(|| text("–"), |minutes| Cell::Count(minutes.into())),
        ]);
    }
    rows.extend(
        totals
            .bookings
            .iter()
            .map(|(state, n)| count(l.pick("预约", "Bookings"), state.say(l), *n)),
    );
    rows.extend(totals.feedback.iter().map(|(kind, state, n)| {
        count(
            l.pick("反馈", "Feedback"),
            &format!("{} · {}", kind.say(l), state.say(l)),
            *n,
        )
    }));
    rows
}

/// The ledger's name and days: `台账 2026-11-21`, `台账 2026-11-01 – 2026-11-21`.
pub(super) fn title(sheet: &LedgerSheet, language: Language) -> String {
    let name = language.pick("台账", "Ledger");
    if sheet.from == sheet.to {
        format!("{name} {}", sheet.from)
    } else {
        format!("{name} {} – {}", sheet.from, sheet.to)
    }
}

/// Masked, or full and why.
pub(super) fn detail(sheet: &LedgerSheet, language: Language) -> String {
    match &sheet.detail {
        Detail::Masked => language.pick("已脱敏 MASKED", "MASKED 已脱敏").into(),
        Detail::Full {
            purpose,
            words,
            receiver,
            name,
        } => format!(
            "{}{}{}{}",
            language.pick("完整信息 FULL，用途：", "FULL 完整信息, purpose: "),
            named(purpose.say(language), words, language),
            language.pick("，接收方：", ", receiver: "),
            named(receiver.say(language), name, language)
        ),
    }
}

/// A term with what was typed beside it.
fn named(term: &str, typed: &str, language: Language) -> String {
    if typed.trim().is_empty() {
        return term.to_owned();
    }
    match language {
        Language::Zh => format!("{term}（{typed}）"),
        Language::En => format!("{term} ({typed})"),
    }
}

/// Who made it, and when.
pub(super) fn made(sheet: &LedgerSheet, language: Language) -> String {
    format!(
        "{} {} · {}",
        language.pick("制表", "Made by"),
        sheet.made_by,
        sheet.made_at.text
    )
}
