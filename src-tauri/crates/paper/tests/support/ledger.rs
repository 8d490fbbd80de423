//! A ledger of a day, as long as one likes.

use paper::{
    BookingRow, BookingState, Channel, Complexity, Detail, EncounterRow, FeedbackKind, FeedbackRow,
    FeedbackState, Fen, LedgerSheet, Outcome, PromiseRow, PromiseState, TicketTotals, Totals,
    Urgency,
};

use super::{institution, stamp};

const NAMES: [&str; 8] = [
    "张*兰",
    "李*",
    "王*明",
    "欧阳*",
    "尉迟*敏",
    "单*",
    "曾*华",
    "解*",
];
const MATTERS: [&str; 5] = [
    "服务办理 › 体检预约",
    "信息咨询 › 费用与医保",
    "服务办理 › 报告领取",
    "投诉建议 › 等候时间",
    "健康咨询 › 检查前准备",
];
const TOLD: [&str; 3] = [
    "想给母亲约一次体检，问要不要空腹。",
    "上周抽的血，报告出来没有。",
    "退费三周没到账。",
];
const ANSWERS: [&str; 4] = [
    "已说明套餐内容和价格，当场预约周六上午，告知空腹和携带证件。",
    "转介市医保服务热线，已给电话。",
    "报告已打印交本人，异常项建议到内科就诊，已说明怎样挂号。",
    "已记录，承诺两个工作日内回电。",
];

fn nth<T: Copy>(all: &[T], at: usize) -> T {
    all[at % all.len()]
}

pub fn encounter(at: usize) -> EncounterRow {
    EncounterRow {
        no: format!("E{:05}", at + 1),
        day: "2026-11-21".into(),
        started: format!("{:02}:{:02}", 8 + at / 60 % 9, at % 60),
        channel: nth(Channel::ALL, at * 7 / 3),
        visitor: nth(&NAMES, at).into(),
        phone: format!("138****{:04}", at * 37 % 10_000),
        category: nth(&MATTERS, at).into(),
        matter: nth(&TOLD, at).into(),
        urgency: nth(Urgency::ALL, at / 2 + 2),
        complexity: nth(Complexity::ALL, at / 3),
        triaged_to: nth(&["体检咨询台", "报告解读专岗", "3 号窗口"], at).into(),
        ticket: format!("A{:03}", at % 1000),
        outcome: nth(Outcome::ALL, at),
        answer: nth(&ANSWERS, at).into(),
        first_asked: nth(&["1001", "1002", "0007"], at).into(),
        ended: if at % 7 == 6 {
            String::new()
        } else {
            format!("{:02}:{:02}", 8 + (at + 9) / 60 % 9, (at + 9) % 60)
        },
    }
}

fn booking(at: usize) -> BookingRow {
    BookingRow {
        voucher: format!("202611210{:04}", at * 13 % 10_000),
        visitor: nth(&NAMES, at).into(),
        phone: format!("139****{:04}", at * 53 % 10_000),
        service: nth(
            &["老年基础体检套餐", "双能 X 线骨密度检测", "颈动脉彩色超声"],
            at,
        )
        .into(),
        day: "2026-11-28".into(),
        time: format!("{:02}:30", 8 + at % 9),
        state: nth(BookingState::ALL, at),
        price: Fen(nth(&[76_800, 12_050, 0], at)),
    }
}

pub fn sheet(encounters: usize) -> LedgerSheet {
    LedgerSheet {
        institution: institution(),
        from: "2026-11-21".into(),
        to: "2026-11-21".into(),
        detail: Detail::Masked,
        made_by: "1001".into(),
        made_at: stamp(),
        training: false,
        closed: true,
        journal_line: "操作日志 第 18204 条 · 3f9a 77c0 12be".into(),
        encounters: (0..encounters).map(encounter).collect(),
        bookings: (0..encounters / 3).map(booking).collect(),
        visits: (0..encounters / 4).map(booking).collect(),
        feedback: feedback(),
        chapters: Vec::new(),
        promises: promises(),
        totals: totals(),
    }
}

fn feedback() -> Vec<FeedbackRow> {
    vec![
        FeedbackRow {
            no: "F0031".into(),
            kind: FeedbackKind::Complaint,
            visitor: "李*".into(),
            phone: "137****2847".into(),
            received: "2026-11-20".into(),
            summary: "抽血等候超过四十分钟，窗口只开一个。".into(),
            state: FeedbackState::Told,
            handler: "1002".into(),
            told: "2026-11-21".into(),
            rating: Some(4),
        },
        FeedbackRow {
            no: "F0032".into(),
            kind: FeedbackKind::Praise,
            visitor: "匿名".into(),
            phone: String::new(),
            received: "2026-11-21".into(),
            summary: "表扬导检护士，把老人一路送到超声科。".into(),
            state: FeedbackState::Received,
            handler: String::new(),
            told: String::new(),
            rating: None,
        },
    ]
}

fn promises() -> Vec<PromiseRow> {
    vec![PromiseRow {
        encounter: "E00004".into(),
        visitor: "欧阳*".into(),
        phone: "136****0912".into(),
        matter: "核实退费进度，并电话告知。".into(),
        due: "2026-11-23 17:00".into(),
        state: PromiseState::Open,
    }]
}

fn counted<T: Copy>(all: &[T]) -> Vec<(T, u32)> {
    let count = |at: usize| u32::try_from(at * 3 % 17 + 1).unwrap();
    let counts = all.iter().enumerate();
    counts.map(|(at, one)| (*one, count(at))).collect()
}

fn totals() -> Totals {
    Totals {
        channels: counted(Channel::ALL),
        categories: vec![
            ("服务办理".into(), 24),
            ("信息咨询".into(), 12),
            ("投诉建议".into(), 3),
        ],
        urgencies: counted(Urgency::ALL),
        outcomes: counted(Outcome::ALL),
        tickets: TicketTotals {
            served: 38,
            no_show: 2,
            median_wait: Some(9),
            bound_wait: Some(24),
        },
        bookings: counted(BookingState::ALL),
        visits: vec![(BookingState::CheckedIn, 21), (BookingState::NoShow, 13)],
        feedback: vec![
            (FeedbackKind::Complaint, FeedbackState::Told, 1),
            (FeedbackKind::Praise, FeedbackState::Received, 1),
        ],
        promises: vec![(PromiseState::Kept, 31), (PromiseState::Overdue, 17)],
    }
}
