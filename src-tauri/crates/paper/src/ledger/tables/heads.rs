//! The tables that every ledger has: keys, names and columns.

use super::{Cell, Head, Table};
use crate::words::Language;

/// A table without its rows.
pub(super) struct Outline {
    key: &'static str,
    title: (&'static str, &'static str),
    /// Key, Chinese, English, millimetres.
    columns: &'static [(&'static str, &'static str, &'static str, f32)],
}

impl Outline {
    /// The table with its rows.
    pub(super) fn with(&self, rows: Vec<Vec<Cell>>, language: Language) -> Table {
        let all: f32 = self.columns.iter().map(|column| column.3).sum();
        let heads = self.columns.iter().map(|(key, zh, en, mm)| Head {
            key,
            title: language.pick(zh, en),
            share: mm / all,
            chars: f64::from(*mm * 0.62).clamp(9.0, 60.0),
        });
        Table {
            key: self.key,
            title: language.pick(self.title.0, self.title.1),
            heads: heads.collect(),
            rows,
        }
    }
}

pub(super) const ENCOUNTERS: Outline = Outline {
    key: "encounters",
    title: ("接待", "Encounters"),
    columns: &[
        ("no", "编号", "No.", 21.0),
        ("day", "日期", "Day", 17.5),
        ("started", "开始", "Start", 10.5),
        ("channel", "渠道", "Channel", 15.5),
        ("visitor", "来访者", "Visitor", 17.0),
        ("phone", "电话", "Phone", 21.5),
        ("category", "事项", "Matter", 27.0),
        ("matter", "事由", "As told", 30.0),
        ("urgency", "缓急", "Urgency", 16.0),
        ("complexity", "难易", "Complexity", 18.5),
        ("triaged_to", "去向", "Sent to", 19.5),
        ("ticket", "排队号", "Ticket", 11.0),
        ("outcome", "结果", "Outcome", 15.5),
        ("answer", "答复", "Answer", 36.0),
        ("first_asked", "首问", "First asked", 12.0),
        ("ended", "结束", "End", 10.5),
    ],
};

pub(super) const BOOKINGS: Outline = Outline {
    key: "bookings",
    title: ("预约", "Bookings"),
    columns: &[
        ("voucher", "凭证号", "Voucher", 34.0),
        ("visitor", "来访者", "Visitor", 32.0),
        ("phone", "电话", "Phone", 30.0),
        ("service", "项目", "Service", 86.0),
        ("day", "日期", "Day", 24.0),
        ("time", "时间", "Time", 16.0),
        ("state", "状态", "State", 24.0),
        ("price", "费用（元）", "Price (CNY)", 27.0),
    ],
};

pub(super) const VISITS: Outline = Outline {
    key: "visits",
    title: ("到访", "Visits"),
    columns: &[
        ("day", "日期", "Day", 24.0),
        ("time", "时间", "Time", 16.0),
        ("visitor", "来访者", "Visitor", 32.0),
        ("phone", "电话", "Phone", 30.0),
        ("service", "项目", "Service", 86.0),
        ("state", "状态", "State", 24.0),
        ("voucher", "凭证号", "Voucher", 34.0),
        ("price", "费用（元）", "Price (CNY)", 27.0),
    ],
};

pub(super) const FEEDBACK: Outline = Outline {
    key: "feedback",
    title: ("反馈", "Feedback"),
    columns: &[
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
};

pub(super) const PROMISES: Outline = Outline {
    key: "promises",
    title: ("承诺", "Promises"),
    columns: &[
        ("encounter", "接待编号", "Encounter", 26.0),
        ("visitor", "来访者", "Visitor", 34.0),
        ("phone", "电话", "Phone", 32.0),
        ("matter", "承诺事项", "Promised", 117.0),
        ("due", "期限", "Due", 36.0),
        ("state", "进度", "State", 28.0),
    ],
};

pub(super) const TOTALS: Outline = Outline {
    key: "totals",
    title: ("合计", "Totals"),
    columns: &[
        ("of", "类别", "Of", 60.0),
        ("what", "项", "What", 120.0),
        ("count", "数", "Count", 30.0),
    ],
};
