//! Who is signed in, since when, and when the desk locks itself.

use super::clock::{Span, Watch};
use super::{Dice, Gateway, Open};
use crate::problem::Fault;
use desk::clock::Clocks;
use desk::staff::{self, Staff};
use desk::{Act, Actor, Desk, Moment};
use serde_json::json;
use std::collections::BTreeMap;
use std::sync::Arc;
use vault::{Code, Folder};

/// Wrong passwords in a row until the account has to wait.
const TRIES: u32 = 5;
/// How long it waits, in minutes.
const PAUSE_MINUTES: i64 = 10;

/// What the gateway remembers between calls.
#[derive(Default)]
pub(crate) struct State {
    pub folder: Option<Arc<Folder>>,
    pub pending: Option<Pending>,
    pub last_failure: Option<String>,
    pub watch: Watch,
    session: Option<Session>,
    failures: BTreeMap<String, (u32, Moment)>,
}

struct Session {
    open: Open,
    span: Span,
    idle_seconds: u16,
}

/// Recovery codes that wait to be typed back.
pub(crate) struct Pending {
    pub codes: [Code; 2],
    /// Which groups are asked for: code 0 or 1, group 1 to 7.
    pub ask: Vec<(usize, usize)>,
}

impl State {
    pub(crate) fn open(&self) -> Option<Open> {
        self.session.as_ref().map(|s| s.open.clone())
    }

    /// Whether there is a session that has to end now.
    pub(super) fn is_over(&self, now: Clocks) -> bool {
        self.session
            .as_ref()
            .is_some_and(|session| session.span.over(now, session.idle_seconds))
    }

    /// Renews what the session knows of its owner after their account changed.
    pub(crate) fn renew(&mut self, staff: &Staff) {
        if let Some(session) = &mut self.session
            && session.open.staff.id == staff.id
        {
            session.open.staff = staff.clone();
        }
    }

    /// Renews the idle limit after the settings changed.
    pub(crate) fn set_idle(&mut self, seconds: u16) {
        if let Some(session) = &mut self.session {
            session.idle_seconds = seconds;
        }
    }

    pub(crate) fn idle_seconds(&self) -> u16 {
        self.session.as_ref().map_or(300, |s| s.idle_seconds)
    }
}

impl Gateway {
    /// The folder's lock, taken once and held until the program closes.
    pub(crate) fn own_folder(&self) -> Result<Arc<Folder>, Fault> {
        let mut state = self.state();
        if let Some(folder) = &state.folder {
            return Ok(Arc::clone(folder));
        }
        let folder = Arc::new(Folder::own(&self.folder)?);
        state.folder = Some(Arc::clone(&folder));
        Ok(folder)
    }

    /// Starts a session on a desk that was just set up or unlocked.
    pub(crate) fn begin(&self, desk: Arc<Desk>, staff: Staff, now: Moment) -> Result<(), Fault> {
        let act = Act {
            by: staff::actor(&staff),
            at: now,
        };
        let idle_seconds = desk.read(&act, desk::institution::read)?.idle_seconds;
        let open = Open { desk, staff };
        let span = Span::starting(self.clocks());
        self.state().session = Some(Session {
            open,
            span,
            idle_seconds,
        });
        Ok(())
    }

    /// A hand on the desk: it stays open for the idle time from now.
    pub(crate) fn touch(&self) {
        let now = self.clocks();
        if let Some(session) = &mut self.state().session {
            session.span.touch(now);
        }
    }

    pub(crate) fn sign_in(&self, no: &str, password: &str, now: Moment) -> Result<(), Fault> {
        self.refuse_paused(no, now)?;
        let folder = self.own_folder()?;
        // One desk at a time: the old session ends before the new one begins.
        self.lock(now)?;
        let opened = Desk::unlock(&folder, no, password, now)
            .map_err(Fault::from)
            .and_then(|desk| {
                let nobody = Act {
                    by: Actor {
                        staff: desk::StaffId(0),
                        role: desk::roles::Role::Receptionist,
                    },
                    at: now,
                };
                let staff = desk.read(&nobody, |r| staff::with_no(r, no))?;
                match staff.filter(|s| s.active) {
                    Some(staff) => Ok((desk, staff)),
                    None => Err(Fault::gate("sign_in_failed")),
                }
            });
        let (desk, staff) = opened.inspect_err(|fault| self.count_failure(fault, no, now))?;
        self.state().failures.remove(no);
        let act = Act {
            by: staff::actor(&staff),
            at: now,
        };
        self.clock_at_opening(&desk, &act)?;
        desk.write(&act, |w| staff::seen(w, staff.id))?;
        self.begin(Arc::new(desk), staff, now)
    }

    /// Ends the session and closes the store; safe to repeat.
    pub(crate) fn lock(&self, now: Moment) -> Result<(), Fault> {
        let session = self.state().session.take();
        let Some(Session { open, .. }) = session else {
            return Ok(());
        };
        let act = Act {
            by: staff::actor(&open.staff),
            at: now,
        };
        open.desk.write(&act, |w| {
            w.note("session.lock", ("staff", open.staff.id.0), "")
        })?;
        open.desk.vault().checkpoint()?;
        Ok(())
    }

    /// Makes new recovery codes pending; answers which groups must be typed back.
    pub(crate) fn await_codes(&self, codes: [Code; 2]) -> Vec<(usize, usize)> {
        let mut bytes = [0_u8; 4];
        vault::Entropy::fill(&Dice(self.machine.as_ref()), &mut bytes);
        let ask = bytes
            .chunks(2)
            .enumerate()
            .flat_map(|(code, pair)| {
                let first = usize::from(pair.first().copied().unwrap_or(0) % 7);
                let step = 1 + usize::from(pair.last().copied().unwrap_or(0) % 6);
                let mut groups = [first + 1, (first + step) % 7 + 1];
                groups.sort_unstable();
                groups.map(|group| (code, group))
            })
            .collect::<Vec<_>>();
        self.state().pending = Some(Pending {
            codes,
            ask: ask.clone(),
        });
        ask
    }

    fn refuse_paused(&self, no: &str, now: Moment) -> Result<(), Fault> {
        let state = self.state();
        let Some((count, last)) = state.failures.get(no) else {
            return Ok(());
        };
        let until = last.plus_minutes(PAUSE_MINUTES);
        if *count >= TRIES && now < until {
            let minutes = until.minutes_since(now) + 1;
            return Err(Fault::Gate(
                "sign_in_paused",
                vec![("minutes", json!(minutes))],
                None,
            ));
        }
        Ok(())
    }

    fn count_failure(&self, fault: &Fault, no: &str, now: Moment) {
        let counts = matches!(
            fault,
            Fault::Gate("sign_in_failed", ..)
                | Fault::Desk(desk::Error::Store(vault::Error::WrongSecret))
        );
        if counts {
            let mut state = self.state();
            let entry = state.failures.entry(no.to_owned()).or_insert((0, now));
            if entry.0 >= TRIES {
                entry.0 = 0;
            }
            *entry = (entry.0.saturating_add(1), now);
        }
    }
}
