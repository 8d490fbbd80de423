//! What may happen to a ticket, pure: where it stood and what is done → where it
//! stands. The store keeps every standing; undo takes the one before.

use super::order::Place;
use crate::{Moment, PointId, Reason, Refusal, StaffId};

crate::codes! {
    /// Where a ticket is on its way.
    State {
        /// 候诊.
        Waiting = "waiting",
        /// 已叫号.
        Called = "called",
        /// 接待中.
        Serving = "serving",
        /// 已办结.
        Done = "done",
        /// 过号.
        NoShow = "no_show",
        /// 已离开.
        Left = "left",
    }

    /// What was done to a ticket.
    StepKind {
        /// 取号.
        Issued = "issued",
        /// 叫号.
        Called = "called",
        /// 重呼.
        Recalled = "recalled",
        /// 开始.
        Started = "started",
        /// 办结.
        Finished = "finished",
        /// 过号.
        NoShow = "no_show",
        /// 离开.
        Left = "left",
        /// 转窗口.
        Transferred = "transferred",
        /// 调整.
        Moved = "moved",
        /// 撤销.
        Undone = "undone",
        /// Still open at the end of its day.
        Lapsed = "lapsed",
        /// 改分诊: the matter or the person turned out to be another.
        Retriaged = "retriaged",
    }
}

/// Where a ticket stands: everything about it that can change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Where on its way.
    pub state: State,
    /// At which point.
    pub point: PointId,
    /// The handoff note.
    pub note: String,
    /// Where a person put it, if one did.
    pub place: Option<Place>,
    /// When it was called last.
    pub called_at: Option<Moment>,
    /// By whom.
    pub called_by: Option<StaffId>,
    /// When the conversation began.
    pub started_at: Option<Moment>,
    /// When it ended.
    pub ended_at: Option<Moment>,
    /// How often it was passed to another point.
    pub transfers: u32,
    /// How many of these were needless (R 2.4).
    pub needless: u32,
}

impl Standing {
    /// A ticket as it is issued.
    pub fn new(point: PointId, note: &str) -> Self {
        Self {
            state: State::Waiting,
            point,
            note: note.to_owned(),
            place: None,
            called_at: None,
            called_by: None,
            started_at: None,
            ended_at: None,
            transfers: 0,
            needless: 0,
        }
    }

    /// Whether its way is not at its end.
    pub fn is_live(&self) -> bool {
        matches!(self.state, State::Waiting | State::Called | State::Serving)
    }

    /// How it stands after it was called to a point, or called once more.
    ///
    /// # Errors
    /// `WrongState` unless it waits or is called.
    pub fn call(&self, point: PointId, by: StaffId, at: Moment) -> Result<Self, Refusal> {
        self.must_be(&[State::Waiting, State::Called])?;
        let next = Self {
            state: State::Called,
            point,
            called_by: Some(by),
            ..self.clone()
        };
        Ok(Self {
            called_at: Some(at),
            ..next
        })
    }

    /// How it stands after the person came and the conversation began.
    ///
    /// # Errors
    /// `WrongState` unless it is called.
    pub fn start(&self, at: Moment) -> Result<Self, Refusal> {
        self.must_be(&[State::Called])?;
        Ok(Self {
            state: State::Serving,
            started_at: Some(at),
            ..self.clone()
        })
    }

    /// How it stands after the conversation ended.
    ///
    /// # Errors
    /// `WrongState` unless the conversation goes on.
    pub fn finish(&self, at: Moment) -> Result<Self, Refusal> {
        self.must_be(&[State::Serving])?;
        Ok(Self {
            state: State::Done,
            ended_at: Some(at),
            ..self.clone()
        })
    }

    /// How it stands after nobody came when it was called.
    ///
    /// # Errors
    /// `WrongState` unless it is called.
    pub fn no_show(&self, at: Moment) -> Result<Self, Refusal> {
        self.must_be(&[State::Called])?;
        Ok(Self {
            state: State::NoShow,
            ended_at: Some(at),
            ..self.clone()
        })
    }

    /// How it stands after the person went away before their turn.
    ///
    /// # Errors
    /// `WrongState` unless it waits or is called.
    pub fn leave(&self, at: Moment) -> Result<Self, Refusal> {
        self.must_be(&[State::Waiting, State::Called])?;
        Ok(Self {
            state: State::Left,
            ended_at: Some(at),
            ..self.clone()
        })
    }

    /// How it stands after it was passed to another point with the one note; it keeps its
    /// time of arrival.
    ///
    /// # Errors
    /// `WrongState` when its way is at its end or it is there already.
    pub fn transfer(&self, to: PointId, note: &str, needless: Needless) -> Result<Self, Refusal> {
        self.must_be(&[State::Waiting, State::Called, State::Serving])?;
        if to == self.point {
            return Err(Reason::WrongState {
                state: "there".into(),
            }
            .at("pointId"));
        }
        Ok(Self {
            transfers: self.transfers.saturating_add(1),
            needless: self
                .needless
                .saturating_add(u32::from(needless == Needless::Yes)),
            ..Self {
                place: self.place,
                ..Self::new(to, note)
            }
        })
    }

    /// How it stands after whoever called it went away: it waits as it did before the call.
    ///
    /// # Errors
    /// `WrongState` unless it is called.
    pub fn give_back(&self, before: &Self) -> Result<Self, Refusal> {
        self.must_be(&[State::Called])?;
        Ok(Self {
            state: State::Waiting,
            point: before.point,
            called_at: None,
            called_by: None,
            ..self.clone()
        })
    }

    /// How it stands after it was put to another place in the order.
    ///
    /// # Errors
    /// `WrongState` unless it waits.
    pub fn put(&self, place: Place) -> Result<Self, Refusal> {
        self.must_be(&[State::Waiting])?;
        Ok(Self {
            place: Some(place),
            ..self.clone()
        })
    }

    fn must_be(&self, states: &[State]) -> Result<(), Refusal> {
        if states.contains(&self.state) {
            Ok(())
        } else {
            Err(Reason::WrongState {
                state: self.state.code().to_owned(),
            }
            .refuse())
        }
    }
}

/// Whether a transfer could have been spared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needless {
    /// It comes back to where it was, or goes where it cannot be done.
    Yes,
    /// It goes on.
    No,
}

/// Judges a transfer by the points the ticket was at and those that can do it.
pub fn needless(visited: &[PointId], able: &[PointId], to: PointId) -> Needless {
    if visited.contains(&to) || !able.contains(&to) {
        Needless::Yes
    } else {
        Needless::No
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    const POINT: PointId = PointId(1);
    const STAFF: StaffId = StaffId(7);

    fn waiting() -> Standing {
        Standing::new(POINT, "空腹")
    }

    #[test]
    fn a_ticket_goes_from_waiting_to_done() {
        let called = waiting().call(PointId(2), STAFF, Moment(5)).unwrap();
        assert_eq!(
            (called.state, called.point, called.called_by),
            (State::Called, PointId(2), Some(STAFF))
        );
        let done = called.start(Moment(6)).unwrap().finish(Moment(9)).unwrap();
        assert_eq!(
            (done.started_at, done.ended_at),
            (Some(Moment(6)), Some(Moment(9)))
        );
        assert!(!done.is_live());
    }

    #[test]
    fn no_step_may_be_skipped_or_done_after_the_end() {
        assert!(waiting().start(Moment(1)).is_err());
        assert!(waiting().finish(Moment(1)).is_err());
        assert!(waiting().no_show(Moment(1)).is_err());
        let left = waiting().leave(Moment(1)).unwrap();
        assert!(left.call(POINT, STAFF, Moment(2)).is_err());
        assert!(left.transfer(PointId(2), "", Needless::No).is_err());
    }

    #[test]
    fn a_transfer_waits_again_with_its_note_and_its_count() {
        let serving = waiting()
            .call(POINT, STAFF, Moment(1))
            .unwrap()
            .start(Moment(2))
            .unwrap();
        let there = serving
            .transfer(PointId(2), "带了报告", Needless::No)
            .unwrap();
        assert_eq!(
            (there.state, there.note.as_str(), there.transfers),
            (State::Waiting, "带了报告", 1)
        );
        assert_eq!((there.called_by, there.started_at), (None, None));
        let back = there.transfer(POINT, "", Needless::Yes).unwrap();
        assert_eq!((back.transfers, back.needless), (2, 1));
        assert!(back.transfer(POINT, "", Needless::No).is_err());
    }

    #[test]
    fn coming_back_and_going_where_it_cannot_be_done_are_needless() {
        let able = [PointId(1), PointId(2)];
        assert_eq!(needless(&[PointId(1)], &able, PointId(2)), Needless::No);
        assert_eq!(
            needless(&[PointId(1), PointId(2)], &able, PointId(1)),
            Needless::Yes
        );
        assert_eq!(needless(&[PointId(1)], &able, PointId(3)), Needless::Yes);
    }
}
