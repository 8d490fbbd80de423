//! How tickets are shown: masked names, a reason for every place, the wait.

use crate::codes::{SpokenLanguage, TicketState, TicketStepKind, TicketWhy, Urgency};
use crate::problem::Fault;
use desk::ground::roles::Right;
use desk::house::staff;
use desk::people::mask;
use desk::people::visitors::{self, SpecialGroup};
use desk::reception::tickets::estimate::Wait;
use desk::reception::tickets::{self, Alarm, Board, Line, Step, StepKind, Ticket, Totals};
use desk::reception::{categories, points};
use desk::{CategoryId, PointId, Reading, StaffId, TicketId, VisitorId};
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// Names that lines refer to, read once.
struct Names {
    categories: BTreeMap<CategoryId, categories::Category>,
    points: BTreeMap<PointId, points::Point>,
    groups: Vec<SpecialGroup>,
    /// In full, to be masked where they are shown.
    visitors: BTreeMap<VisitorId, String>,
    staff: BTreeMap<StaffId, String>,
}

impl Names {
    fn read(r: &Reading<'_>, tickets: &[&Ticket]) -> Result<Self, Fault> {
        let ids: Vec<VisitorId> = tickets.iter().filter_map(|t| t.visitor).collect();
        let names = visitors::names(r, &ids)?
            .into_iter()
            .map(|(id, (_, name))| (id, name));
        Ok(Self {
            categories: categories::list(r)?
                .into_iter()
                .map(|c| (c.id, c))
                .collect(),
            points: points::list(r)?.into_iter().map(|p| (p.id, p)).collect(),
            groups: visitors::groups(r)?,
            visitors: names.collect(),
            staff: staff::list(r)?.into_iter().map(|s| (s.id, s.no)).collect(),
        })
    }

    fn line(&self, r: &Reading<'_>, line: &Line) -> Result<TicketLine, Fault> {
        let Line {
            ticket,
            position,
            expected,
            called_at,
        } = line;
        let category = self.categories.get(&ticket.category).map(|c| &c.says);
        let point = self.points.get(&ticket.standing.point);
        let says = point.map(|p| &p.says);
        let calls = called_at.filter(|id| *id != ticket.standing.point);
        let calls = calls.and_then(|id| self.points.get(&id)).map(|p| &p.says);
        let group = self.groups.iter().find(|g| g.code == ticket.lifted_by);
        let who = ticket.visitor.and_then(|id| self.visitors.get(&id));
        let who = who.map_or("", String::as_str);
        let text = |text: Option<&String>| text.cloned().unwrap_or_default();
        let moved = match ticket.standing.place {
            Some(_) => moved(r, ticket.id)?,
            None => None,
        };
        Ok(TicketLine {
            id: ticket.id.0,
            no: ticket.no.clone(),
            encounter_id: ticket.encounter.0,
            name: ticket.visitor.map(|_| mask::name(who)),
            category_id: ticket.category.0,
            category_zh: text(category.map(|c| &c.name_zh)),
            category_en: text(category.map(|c| &c.name_en)),
            point_id: ticket.standing.point.0,
            point_zh: text(says.map(|p| &p.name_zh)),
            point_en: text(says.map(|p| &p.name_en)),
            place_zh: text(says.map(|p| &p.place_zh)),
            place_en: text(says.map(|p| &p.place_en)),
            point_open: point.is_some_and(points::Point::is_open),
            calls_zh: calls.map(|p| p.name_zh.clone()),
            calls_en: calls.map(|p| p.name_en.clone()),
            language: SpokenLanguage(ticket.language),
            state: TicketState(ticket.standing.state),
            need: Urgency(ticket.need),
            group_zh: group.map(|g| g.name_zh.clone()),
            group_en: group.map(|g| g.name_en.clone()),
            note: mask::free_text(&ticket.standing.note, who),
            issued_at: ticket.issued_at.0,
            waited: r.at.minutes_since(ticket.issued_at),
            ahead: position.map(|p| u32::try_from(p.ahead).unwrap_or(u32::MAX)),
            why: position.map(|p| TicketWhy(p.why)),
            level: position.map(|p| Urgency(p.level)),
            lead: position.map(|p| p.lead),
            settled_at: position.and_then(|p| p.settled).map(|at| at.0),
            expected: expected.map(WaitView::from),
            moved,
            called_at: ticket.standing.called_at.map(|at| at.0),
            called_by: ticket
                .standing
                .called_by
                .and_then(|id| self.staff.get(&id).cloned()),
            mine: ticket.standing.called_by == Some(r.by.staff),
            started_at: ticket.standing.started_at.map(|at| at.0),
            transfers: ticket.standing.transfers,
            needless: ticket.standing.needless,
        })
    }
}

/// Who moved it, and, for those who may move, why (R 2.3).
fn moved(r: &Reading<'_>, id: TicketId) -> Result<Option<MovedTicket>, Fault> {
    let way = tickets::way(r, id)?;
    let step = way
        .into_iter()
        .rev()
        .find(|step| step.kind == StepKind::Moved);
    let sees = r.by.role.may(Right::MoveTicket);
    Ok(step.map(|step| MovedTicket {
        by: step.by_no,
        at: step.at.0,
        reason: sees.then_some(step.reason),
    }))
}

/// One ticket with its place.
pub(super) fn one(r: &Reading<'_>, id: TicketId) -> Result<TicketLine, Fault> {
    let line = tickets::line(r, id)?;
    Names::read(r, &[&line.ticket])?.line(r, &line)
}

pub(super) fn board(r: &Reading<'_>, board: Board) -> Result<TicketBoard, Fault> {
    let Board {
        waiting,
        in_hand,
        alarms,
    } = board;
    let waits = waiting.iter().map(|l| &l.ticket);
    let alarmed = alarms.iter().map(|a| &a.ticket);
    let all: Vec<&Ticket> = waits.chain(&in_hand).chain(alarmed).collect();
    let names = Names::read(r, &all)?;
    let alone = |ticket: &Ticket| Line {
        ticket: ticket.clone(),
        position: None,
        expected: None,
        called_at: None,
    };
    let alarm = |alarm: &Alarm| -> Result<TicketAlarm, Fault> {
        Ok(TicketAlarm {
            ticket: names.line(r, &alone(&alarm.ticket))?,
            taken_by: alarm.taken.as_ref().map(|t| t.by_no.clone()),
            taken_at: alarm.taken.as_ref().map(|t| t.at.0),
        })
    };
    let Totals {
        issued,
        done,
        no_show,
        left,
        transfers,
        needless,
    } = tickets::totals(r, r.today())?;
    Ok(TicketBoard {
        rows: waiting
            .iter()
            .map(|line| names.line(r, line))
            .collect::<Result<_, _>>()?,
        in_hand: in_hand
            .iter()
            .map(|ticket| names.line(r, &alone(ticket)))
            .collect::<Result<_, _>>()?,
        alarms: alarms.iter().map(alarm).collect::<Result<_, _>>()?,
        mine: points::seat(r, r.by.staff)?.map(|p| p.0),
        undo: tickets::undoable(r)?.map(|u| UndoableStep {
            no: u.number,
            kind: TicketStepKind(u.kind),
        }),
        today: TicketDay {
            issued,
            done,
            no_show,
            left,
            transfers,
            needless,
        },
    })
}

/// A ticket and every step of its way.
pub(super) fn way(r: &Reading<'_>, id: TicketId) -> Result<TicketWay, Fault> {
    let ticket = one(r, id)?;
    let points: BTreeMap<PointId, points::Point> =
        points::list(r)?.into_iter().map(|p| (p.id, p)).collect();
    let sees = r.by.role.may(Right::MoveTicket);
    let view = |step: Step| {
        let point = points.get(&step.standing.point).map(|p| &p.says);
        TicketStepView {
            kind: TicketStepKind(step.kind),
            at: step.at.0,
            by: step.by_no,
            reason: (step.kind != StepKind::Moved || sees).then_some(step.reason),
            state: TicketState(step.standing.state),
            point_zh: point.map(|p| p.name_zh.clone()).unwrap_or_default(),
            point_en: point.map(|p| p.name_en.clone()).unwrap_or_default(),
        }
    };
    Ok(TicketWay {
        ticket,
        steps: tickets::way(r, id)?.into_iter().map(view).collect(),
    })
}

/// The queue of a point, or of all.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TicketBoard {
    /// Waiting, in the order they are to be called.
    pub rows: Vec<TicketLine>,
    /// Called or in conversation.
    pub in_hand: Vec<TicketLine>,
    /// Who waits where nobody comes, of all points, the greatest need first.
    pub alarms: Vec<TicketAlarm>,
    /// The point where the person signed in sits.
    pub mine: Option<i64>,
    /// Their last step, while it can be taken back.
    pub undo: Option<UndoableStep>,
    /// The day in numbers.
    pub today: TicketDay,
}

/// Somebody waits and no open point can help.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TicketAlarm {
    /// Their ticket.
    pub ticket: TicketLine,
    /// Staff number of who took care lately.
    pub taken_by: Option<String>,
    /// When.
    pub taken_at: Option<i64>,
}

/// A step that can be taken back.
#[derive(Debug, Serialize, TS)]
pub struct UndoableStep {
    /// Number of the ticket.
    pub no: String,
    /// What was done.
    pub kind: TicketStepKind,
}

/// The tickets of today in numbers.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TicketDay {
    /// Issued.
    pub issued: u32,
    /// Done.
    pub done: u32,
    /// Called in vain.
    pub no_show: u32,
    /// Left before their turn.
    pub left: u32,
    /// Passed to another point.
    pub transfers: u32,
    /// Of these, needlessly.
    pub needless: u32,
}

/// A ticket with its place; names are masked.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TicketLine {
    /// Id.
    pub id: i64,
    /// Number as it is called.
    pub no: String,
    /// The encounter.
    pub encounter_id: i64,
    /// Masked name; none is anonymous.
    pub name: Option<String>,
    /// Class of the matter.
    pub category_id: i64,
    /// Its Chinese name.
    pub category_zh: String,
    /// Its English name.
    pub category_en: String,
    /// The point.
    pub point_id: i64,
    /// Its Chinese name.
    pub point_zh: String,
    /// Its English name.
    pub point_en: String,
    /// Where it is, in Chinese.
    pub place_zh: String,
    /// Where it is, in English.
    pub place_en: String,
    /// Whether somebody sits there.
    pub point_open: bool,
    /// The open point that calls it instead, in Chinese.
    pub calls_zh: Option<String>,
    /// The open point that calls it instead, in English.
    pub calls_en: Option<String>,
    /// The language of the conversation.
    pub language: SpokenLanguage,
    /// Where it is on its way.
    pub state: TicketState,
    /// Need, lifted by special groups.
    pub need: Urgency,
    /// The special group that lifted it, in Chinese.
    pub group_zh: Option<String>,
    /// The special group that lifted it, in English.
    pub group_en: Option<String>,
    /// The handoff note.
    pub note: String,
    /// When it was issued.
    pub issued_at: i64,
    /// Whole minutes since then.
    pub waited: i64,
    /// How many stand before it; none when it does not wait.
    pub ahead: Option<u32>,
    /// Why it stands there.
    pub why: Option<TicketWhy>,
    /// The need it stands with.
    pub level: Option<Urgency>,
    /// So many minutes earlier it counts as come.
    pub lead: Option<i64>,
    /// From when on no new ticket but an immediate one stands before it; none among these.
    pub settled_at: Option<i64>,
    /// The wait that still lies before it; none when too little is known.
    pub expected: Option<WaitView>,
    /// Who moved it.
    pub moved: Option<MovedTicket>,
    /// When it was called last.
    pub called_at: Option<i64>,
    /// Staff number of who called it.
    pub called_by: Option<String>,
    /// Whether the person signed in called it.
    pub mine: bool,
    /// When the conversation began.
    pub started_at: Option<i64>,
    /// How often it was passed on.
    pub transfers: u32,
    /// How often needlessly.
    pub needless: u32,
}

/// A wait in minutes.
#[derive(Debug, Clone, Copy, Serialize, TS)]
pub struct WaitView {
    /// Half wait no longer.
    pub median: u32,
    /// Nine of ten wait no longer.
    pub bound: u32,
}

impl From<Wait> for WaitView {
    fn from(wait: Wait) -> Self {
        Self {
            median: wait.median,
            bound: wait.bound,
        }
    }
}

/// A move out of the order.
#[derive(Debug, Serialize, TS)]
pub struct MovedTicket {
    /// Staff number of who moved it.
    pub by: String,
    /// When.
    pub at: i64,
    /// Why; only for those who may move.
    pub reason: Option<String>,
}

/// A ticket as it was issued.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct IssuedTicket {
    /// The ticket.
    pub ticket: TicketLine,
    /// Whether somebody sits at its point.
    pub point_open: bool,
    /// Whether its language is spoken there.
    pub language_spoken: bool,
    /// The wait to tell; none when too little is known.
    pub told: Option<WaitView>,
}

/// The newest ticket of an encounter.
#[derive(Debug, Serialize, TS)]
pub struct TicketOf {
    /// The ticket, if it has one.
    pub ticket: Option<TicketLine>,
}

/// A ticket and its way.
#[derive(Debug, Serialize, TS)]
pub struct TicketWay {
    /// The ticket.
    pub ticket: TicketLine,
    /// Every step, the first first.
    pub steps: Vec<TicketStepView>,
}

/// A step of a ticket.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TicketStepView {
    /// What was done.
    pub kind: TicketStepKind,
    /// When.
    pub at: i64,
    /// Staff number of who did it.
    pub by: String,
    /// The reason given; hidden where it is the supervisor's.
    pub reason: Option<String>,
    /// Where the ticket was afterwards.
    pub state: TicketState,
    /// At which point, in Chinese.
    pub point_zh: String,
    /// At which point, in English.
    pub point_en: String,
}
