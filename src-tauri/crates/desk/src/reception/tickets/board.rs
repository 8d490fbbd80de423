//! Who is next, why, and how long it may take: the queues as everybody sees them.

use super::alarm::{Alarm, alarms};
use super::estimate::Wait;
use super::order::{Leads, Position, order};
use super::outlook::Outlook;
use super::stray::is_stray;
use super::{State, Ticket, store};
use crate::reception::categories::{self, Category, Urgency};
use crate::reception::points::{self, Point};
use crate::{CategoryId, PointId, Reading, Result, TicketId};
use std::collections::BTreeMap;

/// One waiting ticket with its place in the queue of its point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The ticket.
    pub ticket: Ticket,
    /// Its place; `None` when it does not wait any longer.
    pub position: Option<Position>,
    /// The wait that still lies before it; `None` when too little is known.
    pub expected: Option<Wait>,
    /// The open point where it is called; `None` while it is called nowhere.
    pub called_at: Option<PointId>,
}

/// The queue of one point, or all of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Board {
    /// Waiting, in the order they are to be called.
    pub waiting: Vec<Line>,
    /// Called or in conversation.
    pub in_hand: Vec<Ticket>,
    /// Who waits where nobody comes, of all points.
    pub alarms: Vec<Alarm>,
}

/// Everything the queues are made of, read once.
pub(super) struct Queues {
    pub live: Vec<Ticket>,
    pub points: Vec<Point>,
    pub categories: BTreeMap<CategoryId, Category>,
}

impl Queues {
    pub fn read(r: &Reading<'_>) -> Result<Self> {
        let categories = categories::list(r)?
            .into_iter()
            .map(|c| (c.id, c))
            .collect();
        let points = points::list(r)?;
        let mut live = store::live(r.tx, r.today())?;
        for ticket in &mut live {
            // Whoever called it is gone; the next write gives it back (`stray`).
            if is_stray(&points, ticket) {
                ticket.standing.state = State::Waiting;
                (ticket.standing.called_at, ticket.standing.called_by) = (None, None);
            }
        }
        Ok(Self {
            live,
            points,
            categories,
        })
    }

    pub fn point(&self, id: PointId) -> Option<&Point> {
        self.points.iter().find(|p| p.id == id)
    }

    pub fn can(&self, point: &Point, ticket: &Ticket) -> bool {
        self.categories
            .get(&ticket.category)
            .is_some_and(|category| point.can(category))
    }

    /// Everybody who waits.
    pub fn waiting(&self) -> impl Iterator<Item = &Ticket> {
        let waits = |t: &&Ticket| t.standing.state == State::Waiting;
        self.live.iter().filter(waits)
    }

    /// Where a waiting ticket is called: at its own point while somebody sits there. Otherwise
    /// at the open points that can do it in its language; without such at those that can do
    /// it; and somebody in danger at every open point there is.
    pub fn called_at(&self, ticket: &Ticket) -> Vec<&Point> {
        let own = self.point(ticket.standing.point).filter(|p| p.is_open());
        if let Some(own) = own {
            return vec![own];
        }
        let open: Vec<&Point> = self.points.iter().filter(|p| p.is_open()).collect();
        let among = |is: &dyn Fn(&Point) -> bool| -> Vec<&Point> {
            open.iter().copied().filter(|p| is(p)).collect()
        };
        let speaks = among(&|p| self.can(p, ticket) && p.speaks(ticket.language));
        let able = among(&|p| self.can(p, ticket));
        match (speaks.is_empty(), able.is_empty()) {
            (false, _) => speaks,
            (true, false) => able,
            (true, true) if ticket.need == Urgency::Immediate => open,
            (true, true) => Vec::new(),
        }
    }

    /// Whether no open point can do the matter of somebody who waits.
    pub fn is_alone(&self, ticket: &Ticket) -> bool {
        let sent = self
            .point(ticket.standing.point)
            .is_some_and(Point::is_open);
        !sent
            && !self
                .points
                .iter()
                .any(|p| p.is_open() && self.can(p, ticket))
    }

    /// Who waits for a point: those who are called there, and those sent there while nobody
    /// sits at it.
    pub fn waiting_at(&self, point: &Point) -> Vec<&Ticket> {
        let here = |t: &&Ticket| {
            t.standing.point == point.id || self.called_at(t).iter().any(|p| p.id == point.id)
        };
        self.waiting().filter(here).collect()
    }

    pub fn order_at(&self, r: &Reading<'_>, point: &Point) -> Vec<Position> {
        let waiting: Vec<_> = self
            .waiting_at(point)
            .into_iter()
            .map(Ticket::waiting)
            .collect();
        order(&waiting, Leads::default(), r.at)
    }

    pub fn in_hand_at(&self, point: PointId) -> usize {
        let held = |t: &&Ticket| t.standing.state != State::Waiting && t.standing.point == point;
        self.live.iter().filter(held).count()
    }

    /// The point in whose queue a waiting ticket is shown: where it is called soonest, and
    /// its own while it is called nowhere.
    fn home(&self, ticket: &Ticket, orders: &BTreeMap<PointId, Vec<Position>>) -> PointId {
        let ahead = |point: &Point| {
            let order = orders.get(&point.id).map_or(&[][..], Vec::as_slice);
            let ahead = order.iter().position(|p| p.id == ticket.id).unwrap_or(0);
            ahead * 1000 / point.sittings.len().max(1)
        };
        let soonest = self.called_at(ticket).into_iter().min_by_key(|p| ahead(p));
        soonest.map_or(ticket.standing.point, |p| p.id)
    }
}

/// The queue of one point, or all waiting tickets with their places where they are called
/// soonest.
///
/// # Errors
/// `NotFound` for the point.
pub fn board(r: &Reading<'_>, point: Option<PointId>) -> Result<Board> {
    let queues = Queues::read(r)?;
    let alarms = alarms(r, &queues)?;
    let held = |t: &&Ticket| {
        let here = point.is_none_or(|id| t.standing.point == id);
        t.standing.state != State::Waiting && here
    };
    let in_hand = queues.live.iter().filter(held).cloned().collect();
    let waiting = match point {
        Some(id) => lines(r, &queues, &points::of(r, id)?, |_| true)?,
        None => everybody(r, &queues)?,
    };
    Ok(Board {
        waiting,
        in_hand,
        alarms,
    })
}

fn everybody(r: &Reading<'_>, queues: &Queues) -> Result<Vec<Line>> {
    let orders = orders(r, queues);
    let mut by_id = BTreeMap::new();
    for point in &queues.points {
        let home = |t: &Ticket| queues.home(t, &orders) == point.id;
        let own = lines(r, queues, point, home)?;
        by_id.extend(own.into_iter().map(|line| (line.ticket.id, line)));
    }
    let all: Vec<_> = queues.waiting().map(Ticket::waiting).collect();
    let sorted = order(&all, Leads::default(), r.at);
    Ok(sorted.iter().filter_map(|p| by_id.remove(&p.id)).collect())
}

fn orders(r: &Reading<'_>, queues: &Queues) -> BTreeMap<PointId, Vec<Position>> {
    let points = queues.points.iter();
    points.map(|p| (p.id, queues.order_at(r, p))).collect()
}

/// One ticket with its place where it is called soonest.
///
/// # Errors
/// `NotFound`.
pub fn line(r: &Reading<'_>, id: TicketId) -> Result<Line> {
    let ticket = super::of(r, id)?;
    let queues = Queues::read(r)?;
    let home = match queues.waiting().find(|t| t.id == id) {
        Some(waits) => queues.home(waits, &orders(r, &queues)),
        None => ticket.standing.point,
    };
    let found = match queues.point(home) {
        Some(point) => lines(r, &queues, point, |t| t.id == id)?.into_iter().next(),
        None => None,
    };
    Ok(found.unwrap_or(Line {
        ticket,
        position: None,
        expected: None,
        called_at: None,
    }))
}

fn lines(
    r: &Reading<'_>,
    queues: &Queues,
    point: &Point,
    shown: impl Fn(&Ticket) -> bool,
) -> Result<Vec<Line>> {
    let waiting = queues.waiting_at(point);
    if !waiting.iter().any(|t| shown(t)) {
        return Ok(Vec::new());
    }
    let outlook = Outlook::read(r, point)?;
    let mut lines = Vec::new();
    for position in queues.order_at(r, point) {
        let ticket = waiting
            .iter()
            .find(|t| t.id == position.id)
            .filter(|t| shown(t));
        if let Some(ticket) = ticket {
            let place = ticket.waiting().place();
            let expected = outlook.expected(queues, point, &place, position.ahead, r.at);
            let called =
                point.is_open() && queues.called_at(ticket).iter().any(|p| p.id == point.id);
            lines.push(Line {
                ticket: (*ticket).clone(),
                position: Some(position),
                expected: expected.map(|e| e.wait),
                called_at: called.then_some(point.id),
            });
        }
    }
    Ok(lines)
}
