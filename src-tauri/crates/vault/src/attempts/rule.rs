//! The rule of the count; no file, and time is handed in.

use super::{Account, FORMAT, Happened, Kept, Paused, TRIES, Tally, Try, Waiting};
use std::collections::BTreeMap;

const MINUTE: i64 = 60_000;
/// The first pause; each further one is twice as long.
const FIRST_PAUSE: i64 = 10 * MINUTE;
const LONGEST_PAUSE: i64 = 24 * 60 * MINUTE;
const ACCOUNTS: usize = 200;
const WAITING: usize = 1000;

impl Tally {
    /// So much of its pause has passed; answers whether that was the end of it.
    fn serve(&mut self, passed: i64) -> bool {
        if self.pause == 0 {
            return false;
        }
        self.pause = self.pause.saturating_sub(passed).max(0);
        if self.pause == 0 {
            self.failures = 0;
        }
        self.pause == 0
    }
}

impl Kept {
    pub(super) fn new(now: i64) -> Self {
        Self {
            format: FORMAT,
            series: now,
            next: 1,
            accounts: BTreeMap::new(),
            waiting: Vec::new(),
            former: Vec::new(),
            head_start: 0,
            seen: now,
        }
    }

    /// So much time has passed; answers whether somebody was waiting, and whether somebody
    /// need not wait any more.
    pub(super) fn serve(&mut self, passed: i64) -> (bool, bool) {
        let (mut waited, mut ended) = (false, false);
        for tally in self.accounts.values_mut().filter(|t| t.pause > 0) {
            waited = true;
            ended |= tally.serve(passed);
        }
        (waited, ended)
    }

    /// So much time has passed for whoever holds a printed code, by the clock on the wall: a
    /// code is too long to be guessed, whatever the clock says.
    pub(super) fn serve_code(&mut self, passed: i64) {
        if let Some(tally) = self.accounts.get_mut(&Account::Recovery) {
            tally.serve(passed);
        }
    }

    pub(super) fn count(&mut self, account: Account, now: i64) -> Result<Try, Paused> {
        let mut tally = self.accounts.get(&account).copied().unwrap_or(Tally {
            failures: self.head_start,
            ..Tally::default()
        });
        if tally.pause > 0 {
            return Err(Paused { left: tally.pause });
        }
        tally.failures = tally.failures.saturating_add(1);
        tally.from = now;
        self.make_room(&account);
        let pauses = tally.failures >= TRIES;
        self.accounts.insert(account.clone(), tally);
        if pauses {
            self.pause(&account);
        }
        let number = self.line(Happened::Failed, account.clone(), now);
        Ok(Try {
            account,
            number,
            pauses,
        })
    }

    pub(super) fn pause(&mut self, account: &Account) {
        if let Some(tally) = self.accounts.get_mut(account)
            && tally.pause == 0
        {
            tally.pause = pause_of(account, tally.level);
            tally.level = tally.level.saturating_add(1);
        }
    }

    /// Adds a line; where there are too many, the oldest becomes part of the next
    /// one of its account.
    pub(super) fn line(&mut self, what: Happened, account: Account, now: i64) -> i64 {
        let number = self.next;
        self.next = number.saturating_add(1);
        self.waiting.push(Waiting {
            number,
            what,
            account,
            first: now,
            last: now,
            count: 1,
        });
        if self.waiting.len() > WAITING {
            let oldest = self.waiting.remove(0);
            let alike = self
                .waiting
                .iter_mut()
                .find(|w| w.what == oldest.what && w.account == oldest.account);
            if let Some(next) = alike {
                next.first = next.first.min(oldest.first);
                next.last = next.last.max(oldest.last);
                next.count = next.count.saturating_add(oldest.count);
            } else if let Some(next) = self.waiting.first_mut() {
                next.account = Account::Unknown;
                next.first = next.first.min(oldest.first);
                next.count = next.count.saturating_add(oldest.count);
            }
        }
        number
    }

    fn make_room(&mut self, coming: &Account) {
        if self.accounts.len() < ACCOUNTS || self.accounts.contains_key(coming) {
            return;
        }
        let oldest = self
            .accounts
            .iter()
            .min_by_key(|(_, tally)| (tally.pause > 0, tally.from));
        if let Some(account) = oldest.map(|(account, _)| account.clone()) {
            self.accounts.remove(&account);
        }
    }

    /// What a file may say at most.
    pub(super) fn bounded(mut self) -> Self {
        for (account, tally) in &mut self.accounts {
            let longest = pause_of(account, u32::MAX);
            tally.failures = tally.failures.min(TRIES);
            tally.pause = tally.pause.clamp(0, longest);
        }
        while self.accounts.len() > ACCOUNTS {
            self.accounts.pop_last();
        }
        let last = self.waiting.iter().map(|w| w.number).max().unwrap_or(0);
        self.next = self.next.max(last.saturating_add(1));
        self.waiting.truncate(WAITING);
        self.head_start = self.head_start.min(TRIES - 1);
        self
    }
}

/// 10, 20, 40 … minutes, at most a day. A printed code is too long to be guessed, and the
/// way in that always has to stay: a minute.
fn pause_of(account: &Account, level: u32) -> i64 {
    if *account == Account::Recovery {
        return MINUTE;
    }
    FIRST_PAUSE
        .saturating_mul(1 << level.min(12))
        .min(LONGEST_PAUSE)
}
