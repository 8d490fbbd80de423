//! How tickets are shown: masked names, a reason for every place, the wait.

use super::shapes::{
    MovedTicket, TicketAlarm, TicketBoard, TicketDay, TicketLine, TicketStepView, TicketWay,
    UndoableStep, WaitView,
};
use crate::codes::{SpokenLanguage, TicketState, TicketStepKind, TicketWhy, Urgency};
use crate::problem::Fault;
use desk::ground::roles::Right;
use desk::house::staff;
use desk::people::mask;
use desk::people::visitors::{self, SpecialGroup};
use desk::reception::tickets::{self, Alarm, Board, Line, Step, StepKind, Ticket, Totals};
use desk::reception::{categories, points};
use desk::{CategoryId, PointId, Reading, StaffId, TicketId, VisitorId};
use std::collections::BTreeMap;

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
