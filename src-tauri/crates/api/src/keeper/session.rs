//! Who is signed in, since when, and when the desk locks itself.

use super::clock::{Span, Watch};
use super::door::{forgiving, is_wrong, nobody};
use super::pace::Pace;
use super::space::Short;
use super::{Dice, Keeper, LastRestore, Open, slot_kind};
use crate::problem::Fault;
use desk::ground::roles::Role;
use desk::house::backups::{self, Restored};
use desk::house::clock::Clocks;
use desk::house::institution;
use desk::house::staff::{self, Staff};
use desk::people::openings;
use desk::reception::presence;
use desk::{Act, Desk, Moment, StaffId, Writing};
use std::sync::Arc;
use vault::{Account, Administrator, Attempts, Code, Folder};
use zeroize::Zeroizing;

/// What the keeper remembers between calls.
#[derive(Default)]
pub(crate) struct State {
    pub folder: Option<Arc<Folder>>,
    pub pending: Option<Pending>,
    pub last_failure: Option<String>,
    pub watch: Watch,
    /// The disk is full, and what room was kept is used: nothing new is written.
    pub short: Short,
    pub attempts: Option<Attempts>,
    pub pace: Pace,
    /// A restore is running: the window hears of the lock when it is over.
    pub restoring: bool,
    /// Who came in by a recovery code while an alarm stood: the journal hears of it with
    /// the decision to go on.
    pub recovered: Option<StaffId>,
    /// How the last restore ended, until somebody signs in.
    pub last_restore: Option<LastRestore>,
    session: Option<Session>,
    left: Left,
}

/// Whose session ended last, for the lock screen.
#[derive(Default)]
struct Left {
    by: Option<Staff>,
    /// Whether the window has not been told yet.
    news: bool,
}

struct Session {
    open: Open,
    span: Span,
    idle_seconds: u16,
    restored: Option<Restored>,
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

    /// Whose session was locked; nobody after they signed out.
    pub(crate) fn locked_for(&self) -> Option<Staff> {
        self.left.by.clone().filter(|_| self.session.is_none())
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

    /// That the desk came from a backup since whoever is signed in was last here.
    pub(crate) fn restored(&self) -> Option<Restored> {
        self.session.as_ref().and_then(|s| s.restored.clone())
    }

    pub(crate) fn idle_seconds(&self) -> u16 {
        self.session.as_ref().map_or(300, |s| s.idle_seconds)
    }
}

impl Keeper {
    /// The folder's lock, taken once and held until the program closes.
    pub(crate) fn own_folder(&self) -> Result<Arc<Folder>, Fault> {
        let mut state = self.state();
        if let Some(folder) = &state.folder {
            if !state.restoring {
                // Nothing is opened in the middle of a restore.
                folder.finish_restore()?;
            }
            return Ok(Arc::clone(folder));
        }
        let folder = Arc::new(Folder::own(&self.folder)?);
        state.folder = Some(Arc::clone(&folder));
        Ok(folder)
    }

    /// As `own_folder`, where a desk is already: a place that was mistyped is not made one.
    fn own_desk(&self) -> Result<Arc<Folder>, Fault> {
        let mut state = self.state();
        if state.folder.is_none() {
            state.folder = Some(Arc::new(Folder::own_existing(&self.folder)?));
        }
        drop(state);
        self.own_folder()
    }

    /// Starts a session on a desk that was just set up or unlocked.
    pub(crate) fn begin(
        &self,
        desk: Arc<Desk>,
        staff: Staff,
        restored: Option<Restored>,
        now: Moment,
    ) -> Result<(), Fault> {
        let open = Open { desk, staff };
        let read = open.desk.read(&open.act(now), institution::read)?;
        let span = Span::starting(self.clocks());
        self.backing.look_elsewhere_again();
        let mut state = self.state();
        state.left = Left::default();
        state.last_restore = None;
        state.session = Some(Session {
            open,
            span,
            idle_seconds: read.idle_seconds,
            restored,
        });
        Ok(())
    }

    /// One more search for people by whoever is signed in.
    ///
    /// # Errors
    /// `OpeningWait` where it is no hand that asks so often.
    pub(crate) fn pace(&self, staff: StaffId) -> Result<(), Fault> {
        let ticks = self.machine.ticks();
        let stepped = self.state().pace.step(staff, ticks);
        stepped.map_err(|seconds| openings::Refused::OpeningWait { seconds }.refuse().into())
    }

    /// Notes that somebody uses the desk: it stays open for the idle time from now.
    pub(crate) fn touch(&self) {
        let now = self.clocks();
        if let Some(session) = &mut self.state().session {
            session.span.touch(now);
        }
    }

    pub(crate) fn sign_in(&self, no: &str, password: &str, now: Moment) -> Result<(), Fault> {
        let folder = self.own_desk()?;
        let account = self.account(&folder, no)?;
        // One desk at a time: the old session ends before the new one begins.
        self.lock(now)?;
        let (desk, staff, secret) = self.judged(&folder, account, || {
            let (desk, secret) = forgiving(password, |meant| {
                let desk = self.with_reserve(&folder, || Desk::unlock(&folder, no, meant, now))?;
                Ok((desk, Zeroizing::new(meant.to_owned())))
            })?;
            let staff = desk.read(&nobody(now), |r| staff::with_no(r, no))?;
            match staff.filter(|s| s.active) {
                Some(staff) if staff::code_expired(&staff, now) => Err(Fault::Gate(
                    "code_expired",
                    Vec::new(),
                    Some("password".to_owned()),
                )),
                Some(staff) => Ok((desk, staff, secret)),
                None => Err(Fault::gate("sign_in_failed")),
            }
        })?;
        self.refuse_other_time(&desk, now)?;
        let demoted = demoted(&desk, &staff, now)?;
        let staff = Staff {
            role: demoted.unwrap_or(staff.role),
            ..staff
        };
        let act = Act {
            by: staff::actor(&staff),
            at: now,
        };
        let restored = restored_since(&desk, &staff, now)?;
        // While an alarm stands nothing is written: what is there is evidence.
        if desk.vault().alarm().is_none() {
            let dice = Dice(self.machine.as_ref());
            self.unless_full(&folder, || {
                self.clock_at_opening(&desk, &act)?;
                self.hear_attempts(&folder, &desk, &act, |w| {
                    if let Some(role) = demoted {
                        staff::stays(w, staff.id, role)?;
                    }
                    staff::seen(w, staff.id)?;
                    presence::back(w)?;
                    // Another role since the last password.
                    let kind = slot_kind(staff.role);
                    Ok(desk.vault().fit_account(w.tx, no, kind, &secret, &dice)?)
                })
            })?;
        }
        self.begin(Arc::new(desk), staff, restored, now)
    }

    /// Opens with a printed recovery code for an administrator, who sets a new
    /// password; both codes are renewed.
    pub(crate) fn recover(
        &self,
        code: &Code,
        no: &str,
        password: &str,
        now: Moment,
    ) -> Result<[Code; 2], Fault> {
        let folder = self.own_desk()?;
        vault::KeyFile::read(folder.path())?;
        self.lock(now)?;
        let judged = self.judged(&folder, Account::Recovery, || {
            self.with_reserve(&folder, || Desk::recover(&folder, code, now))
                .map_err(Fault::from)
        });
        let desk = judged.map_err(|fault| match is_wrong(&fault) {
            true => Fault::Gate("recovery_wrong", Vec::new(), Some("code".to_owned())),
            false => fault,
        })?;
        let staff = desk.read(&nobody(now), |r| staff::with_no(r, no))?;
        let staff = staff
            .filter(|s| s.active && s.role == Role::Administrator)
            .ok_or_else(|| {
                Fault::Gate(
                    "recover_no_administrator",
                    Vec::new(),
                    Some("no".to_owned()),
                )
            })?;
        staff::checked_password("password", password, &[&staff.no, &staff.name])?;
        self.refuse_other_time(&desk, now)?;
        let act = Act {
            by: staff::actor(&staff),
            at: now,
        };
        let restored = restored_since(&desk, &staff, now)?;
        let dice = Dice(self.machine.as_ref());
        let vault = desk.vault();
        let alarm = desk.vault().alarm().is_some();
        let (staff, codes) = if alarm {
            // What is there is evidence: only the key file changes.
            let codes = vault.recover_during_alarm(&staff.no, password, &dice)?;
            (staff, codes)
        } else {
            self.clock_at_opening(&desk, &act)?;
            self.hear_attempts(&folder, &desk, &act, |w| {
                let staff = staff::recovered(w, staff.id)?;
                presence::back(w)?;
                vault.put_account(w.tx, &staff.no, Administrator::Yes, password, &dice)?;
                Ok((staff, vault.renew_codes(w.tx, &dice)?))
            })?
        };
        self.forgive(no)?;
        self.state().recovered = alarm.then_some(staff.id);
        self.begin(Arc::new(desk), staff, restored, now)?;
        Ok(codes)
    }

    /// Whether a session ended since this was last asked.
    pub(crate) fn lock_news(&self) -> bool {
        let mut state = self.state();
        !state.restoring && std::mem::take(&mut state.left.news)
    }

    /// Ends the session of somebody who goes: they stand up, and the lock screen asks the next
    /// person for a number.
    pub(crate) fn sign_out(&self, now: Moment) -> Result<(), Fault> {
        self.end(now, presence::signed_out)?;
        self.state().left.by = None;
        Ok(())
    }

    /// Ends the session and closes the store; safe to repeat. Whoever was signed in keeps
    /// their seat for a while.
    pub(crate) fn lock(&self, now: Moment) -> Result<(), Fault> {
        self.end(now, presence::locked)
    }

    fn end(&self, now: Moment, seat: fn(&Writing<'_>) -> desk::Result<()>) -> Result<(), Fault> {
        let session = {
            let mut state = self.state();
            state.pending = None;
            state.session.take()
        };
        let Some(Session { open, .. }) = session else {
            return Ok(());
        };
        self.state().left = Left {
            by: Some(open.staff.clone()),
            news: true,
        };
        let act = open.act(now);
        if open.desk.vault().alarm().is_none() {
            let staff = (desk::house::staff::acts::STAFF, open.staff.id.0);
            let noted = open.desk.write(&act, |w| {
                seat(w)?;
                w.note(desk::house::staff::acts::LOCK, staff, "")
            });
            let folded = noted.and_then(|()| Ok(open.desk.vault().checkpoint()?));
            // The desk locks, whatever the disk takes: the log is folded in by the next start.
            match folded {
                Err(desk::Error::Store(error)) if error.is_full() => self.space_is_short(),
                folded => folded?,
            }
        } else {
            open.desk.vault().checkpoint()?;
        }
        // A backup that is being made holds the desk open: it is waited for.
        self.backing.alone(|_| drop(open));
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
}

/// What somebody is whom an older backup made an administrator again; nothing where they
/// would have been the last.
fn demoted(desk: &Desk, staff: &Staff, now: Moment) -> Result<Option<Role>, Fault> {
    let became = desk.vault().demoted(&staff.no);
    let role = became.and_then(|code| Role::parse(&code));
    if staff.role != Role::Administrator {
        return Ok(None);
    }
    let others = desk.read(&nobody(now), staff::list)?;
    let another = |s: &Staff| {
        s.active
            && s.id != staff.id
            && s.role == Role::Administrator
            && desk.vault().demoted(&s.no).is_none()
    };
    Ok(role.filter(|_| others.iter().any(another)))
}

fn restored_since(desk: &Desk, staff: &Staff, now: Moment) -> Result<Option<Restored>, Fault> {
    Ok(desk.read(&nobody(now), |r| backups::restored_since(r, staff.id))?)
}
