//! The computer's two clocks, and the session's ends that depend on them: nobody
//! there, too long, asleep. The rules of a moved clock are the desk's.

use super::{Keeper, Locked, Open};
use crate::problem::Fault;
use desk::house::clock::{self, Away, Clocks};
use desk::{Act, Desk, Moment};

/// How long one session may last, whoever touches it.
const LONGEST_SESSION: i64 = 12 * 3_600_000;
/// After so long without a tick the computer was asleep, or as good as.
const MISSED: i64 = 60_000;

/// What the keeper remembers of the clocks between calls.
#[derive(Default)]
pub(crate) struct Watch {
    /// Where both stood when the clock was last taken for right.
    since: Option<Clocks>,
    /// Where the clock stands by the journal of the open desk.
    away: Away,
    /// When the last tick came.
    ticked: Option<i64>,
    /// Whether the window has not been told yet.
    news: bool,
}

impl Watch {
    /// What the window says about the clock.
    pub(crate) fn away(&self) -> Away {
        self.away
    }
}

/// A session's beginning and the last hand on it, by both clocks.
#[derive(Clone, Copy)]
pub(crate) struct Span {
    began: Clocks,
    touched: Clocks,
}

impl Span {
    pub(crate) fn starting(at: Clocks) -> Self {
        Self {
            began: at,
            touched: at,
        }
    }

    pub(crate) fn touch(&mut self, at: Clocks) {
        self.touched = at;
    }

    /// Whether the session is over. Neither clock alone is trusted: the one on the wall
    /// can be set back, and on some machines the counter stands still in sleep.
    pub(crate) fn over(&self, now: Clocks, idle_seconds: u16) -> bool {
        let since = |then: Clocks| {
            let ticks = now.ticks.saturating_sub(then.ticks);
            ticks.max(now.wall.0.saturating_sub(then.wall.0))
        };
        since(self.touched) >= i64::from(idle_seconds) * 1000
            || since(self.began) >= LONGEST_SESSION
    }
}

impl Keeper {
    /// Both clocks now.
    pub(crate) fn clocks(&self) -> Clocks {
        Clocks {
            wall: Moment(self.machine.now()),
            ticks: self.machine.ticks(),
        }
    }

    /// To be called every second: notices a moved clock, and locks the desk when
    /// nobody touched it for the set time or the session has lasted too long.
    pub(crate) fn tick(&self) -> Option<Locked> {
        let now = self.clocks();
        self.pass_time();
        let open = {
            let mut state = self.state();
            state.watch.ticked = Some(now.ticks);
            state.open()?
        };
        // A journal that cannot be written now is tried again by the next tick.
        let watched = open.desk.vault().alarm().is_none();
        let noticed = if watched {
            self.watch_clock(&open, now)
        } else {
            Ok(())
        };
        let over = self.state().is_over(now);
        if watched && !over {
            self.look_for_room(now.ticks);
            // A log that cannot be folded in now is folded in by the next tick.
            drop(open.desk.vault().tidy(now.ticks));
            self.look_elsewhere(&open, now);
            self.back_up_if_due(&open, now.wall, now.ticks);
        }
        drop(open);
        if over {
            self.lock(now.wall).ok().map(|()| Locked)
        } else {
            drop(noticed);
            None
        }
    }

    /// A desk for real data takes no other time than the computer's own; who signs in says
    /// so with their keys, whatever the key file said before it was opened.
    pub(super) fn refuse_other_time(&self, desk: &Desk, at: Moment) -> Result<(), Fault> {
        let away = at.0.saturating_sub(self.machine.now()).saturating_abs();
        let other = self.machine.handed_in() || away > MISSED;
        if other && !desk.vault().training() {
            return Err(Fault::gate("time_not_yours"));
        }
        Ok(())
    }

    /// Something stands otherwise that the window has to ask after.
    pub(super) fn tell_window(&self) {
        self.state().watch.news = true;
    }

    /// Whether the clock was moved, or taken for right, since this was last asked.
    pub(crate) fn clock_news(&self) -> bool {
        std::mem::take(&mut self.state().watch.news)
    }

    /// A page may ask before the first tick after sleep: then the tick is made up for.
    pub(crate) fn catch_up(&self) {
        let now = self.machine.ticks();
        let last = self.state().watch.ticked;
        if last.is_some_and(|last| now.saturating_sub(last) > MISSED) {
            self.tick();
        }
    }

    /// Compares the clocks with where they stood, and notes a move in the journal.
    fn watch_clock(&self, open: &Open, now: Clocks) -> Result<(), Fault> {
        let since = *self.state().watch.since.get_or_insert(now);
        let Some(by) = now.moved_since(since) else {
            return Ok(());
        };
        let after = self.state().watch.away.moved(by);
        let act = open.act(now.wall);
        open.desk.write(&act, |w| clock::note(w, by, after))?;
        self.clock_stands(now, after);
        Ok(())
    }

    /// Looks at the clock when a desk was unlocked, before anything is written: it may
    /// have been moved while nobody watched. `at` is the moment the person acts at.
    pub(super) fn clock_at_opening(&self, desk: &Desk, act: &Act) -> Result<(), Fault> {
        let now = self.clocks();
        let (away, last) = desk.read(act, |r| {
            Ok::<_, Fault>((clock::away(r)?, clock::latest_entry(r)?))
        })?;
        let since = *self.state().watch.since.get_or_insert(now);
        // Days of a training folder are replayed, so its entries tell nothing.
        let last = last.filter(|_| !desk.vault().training());
        let found = match now.moved_since(since) {
            Some(by) => Some((by, away.moved(by))),
            None => {
                let found = match last {
                    Some(_) => away.found(clock::behind(last, now.wall)),
                    None => away,
                };
                Some((found.0.saturating_sub(away.0), found)).filter(|_| found != away)
            }
        };
        let Some((by, after)) = found else {
            self.state().watch.away = away;
            return Ok(());
        };
        desk.write(act, |w| clock::note(w, by, after))?;
        self.clock_stands(now, after);
        Ok(())
    }

    /// Takes the clock as it stands now: from here on it is watched anew.
    pub(crate) fn clock_stands(&self, now: Clocks, away: Away) {
        let mut state = self.state();
        state.watch.since = Some(now);
        state.watch.away = away;
        state.watch.news = true;
    }
}
