//! Who is next, why, and how long it may take: the queues as everybody sees them.

use super::estimate::{Forecast, Load, Wait};
use super::order::{Ageing, Position, order};
use super::{State, Ticket, store};
use crate::reception::categories::{self, Category};
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
}

/// The queue of one point, or all of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Board {
    /// Waiting, in the order they are to be called.
    pub waiting: Vec<Line>,
    /// Called or in conversation.
    pub in_hand: Vec<Ticket>,
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
        Ok(Self {
            live: store::live(r.tx, r.today())?,
            points: points::list(r)?,
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

    /// Who waits for a point: those sent there, and, while it is open, those of closed points that it
    /// can do in their language. So nobody waits for a point that nobody sits at.
    pub fn waiting_at(&self, point: &Point) -> Vec<&Ticket> {
        let waiting = self
            .live
            .iter()
            .filter(|t| t.standing.state == State::Waiting);
        let stranded = |t: &Ticket| {
            point.is_open()
                && self.point(t.standing.point).is_none_or(|p| !p.is_open())
                && self.can(point, t)
                && point.speaks(t.language)
        };
        waiting
            .filter(|t| t.standing.point == point.id || stranded(t))
            .collect()
    }

    pub fn order_at(&self, r: &Reading<'_>, point: &Point) -> Vec<Position> {
        let waiting: Vec<_> = self
            .waiting_at(point)
            .into_iter()
            .map(Ticket::waiting)
            .collect();
        order(&waiting, &Ageing::default(), r.at)
    }

    pub fn in_hand_at(&self, point: PointId) -> usize {
        let held = |t: &&Ticket| t.standing.state != State::Waiting && t.standing.point == point;
        self.live.iter().filter(held).count()
    }

    pub fn load_before(&self, point: &Point, ahead: usize) -> Load {
        Load {
            ahead,
            in_hand: self.in_hand_at(point.id),
            seats: point.sittings.len(),
        }
    }
}

/// The queue of one point, or all waiting tickets with their places at their own points.
///
/// # Errors
/// `NotFound` for the point.
pub fn board(r: &Reading<'_>, point: Option<PointId>) -> Result<Board> {
    let queues = Queues::read(r)?;
    match point {
        Some(id) => {
            let point = points::of(r, id)?;
            let waiting = lines(r, &queues, &point, |_| true)?;
            let held = |t: &&Ticket| t.standing.state != State::Waiting && t.standing.point == id;
            Ok(Board {
                waiting,
                in_hand: queues.live.iter().filter(held).cloned().collect(),
            })
        }
        None => {
            let mut by_id = BTreeMap::new();
            for point in &queues.points {
                let own = lines(r, &queues, point, |t| t.standing.point == point.id)?;
                by_id.extend(own.into_iter().map(|line| (line.ticket.id, line)));
            }
            let all = queues
                .live
                .iter()
                .filter(|t| t.standing.state == State::Waiting);
            let all: Vec<_> = all.map(Ticket::waiting).collect();
            let sorted = order(&all, &Ageing::default(), r.at);
            let waiting = sorted.iter().filter_map(|p| by_id.remove(&p.id)).collect();
            let held = |t: &&Ticket| t.standing.state != State::Waiting;
            Ok(Board {
                waiting,
                in_hand: queues.live.iter().filter(held).cloned().collect(),
            })
        }
    }
}

/// One ticket with its place at its own point.
///
/// # Errors
/// `NotFound`.
pub fn line(r: &Reading<'_>, id: TicketId) -> Result<Line> {
    let ticket = super::of(r, id)?;
    let queues = Queues::read(r)?;
    let found = match queues.point(ticket.standing.point) {
        Some(point) => lines(r, &queues, point, |t| t.id == id)?.into_iter().next(),
        None => None,
    };
    Ok(found.unwrap_or(Line {
        ticket,
        position: None,
        expected: None,
    }))
}

fn lines(
    r: &Reading<'_>,
    queues: &Queues,
    point: &Point,
    shown: impl Fn(&Ticket) -> bool,
) -> Result<Vec<Line>> {
    let forecast = forecast(r, point.id)?;
    let waiting = queues.waiting_at(point);
    let mut lines = Vec::new();
    for position in queues.order_at(r, point) {
        let ticket = waiting
            .iter()
            .find(|t| t.id == position.id)
            .filter(|t| shown(t));
        if let Some(ticket) = ticket {
            let load = queues.load_before(point, position.ahead);
            let expected = forecast.as_ref().and_then(|f| f.wait(&load));
            lines.push(Line {
                ticket: (*ticket).clone(),
                position: Some(position),
                expected,
            });
        }
    }
    Ok(lines)
}

/// What the latest services at a point say about the next.
pub(super) fn forecast(r: &Reading<'_>, point: PointId) -> Result<Option<Forecast>> {
    Ok(Forecast::of(&store::recent_minutes(r.tx, point)?))
}
