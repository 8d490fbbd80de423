//! The written budget: how many people's records one member of staff opens in an hour
//! before it slows, asks and stops. Pure.

use crate::Moment;
use crate::ground::roles::Role;

/// What is looked back at, ms.
pub const HOUR: i64 = 3_600_000;
/// How long each further opening waits after the one before, s.
pub const PAUSE: i64 = 20;
/// How many people a reason covers before the next is asked for.
pub const COVERED: i64 = 10;

/// What a role may open within an hour, in people. Searches by number that find nobody
/// count half a person each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Budget {
    /// Up to here nothing is asked. Above, each opening waits for `PAUSE`.
    pub free: i64,
    /// Above this a reason is asked for.
    pub slow: i64,
    /// Here it stops until a supervisor or an administrator gives their word, which allows
    /// as many again for an hour.
    pub most: i64,
}

/// Reception at its busiest: somebody new every two minutes, searched for in vain before
/// they are registered, and two records each, are 75 an hour.
pub const RECEPTIONIST: Budget = Budget {
    free: 80,
    slow: 110,
    most: 140,
};
/// Who serves at a window sees fewer people, one after the other.
pub const SPECIALIST: Budget = Budget {
    free: 30,
    slow: 45,
    most: 60,
};
/// Supervisors help out at reception.
pub const SUPERVISOR: Budget = RECEPTIONIST;
/// Administrators keep the desk; people are seldom their business.
pub const ADMINISTRATOR: Budget = Budget {
    free: 20,
    slow: 30,
    most: 40,
};

impl Budget {
    /// That of a role.
    pub const fn of(role: Role) -> Self {
        match role {
            Role::Receptionist => RECEPTIONIST,
            Role::Specialist => SPECIALIST,
            Role::Supervisor => SUPERVISOR,
            Role::Administrator => ADMINISTRATOR,
        }
    }
}

/// What one member of staff did within the last hour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Spent {
    /// Different people whose record they opened.
    pub people: i64,
    /// Searches by number that count.
    pub searches: i64,
    /// When they last opened one or searched so.
    pub last: Option<Moment>,
    /// How many people they opened since they last gave a reason, or somebody else their
    /// word, which needs none beside it; `None`: neither was given.
    pub since_reason: Option<i64>,
    /// How often somebody else gave their word.
    pub words: i64,
}

/// Whether one more may be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It may.
    Open,
    /// In so many seconds.
    Wait(i64),
    /// After a reason was given.
    Reason,
    /// After somebody else gave their word.
    Stop,
}

/// Judges one more person, or one more search by number.
pub fn judge(budget: &Budget, spent: &Spent, now: Moment) -> Verdict {
    let people = spent.people + spent.searches.div_euclid(2);
    if people < budget.free {
        return Verdict::Open;
    }
    if people >= budget.most * (1 + spent.words) {
        return Verdict::Stop;
    }
    let covered = spent.since_reason.is_some_and(|since| since < COVERED);
    if people >= budget.slow && !covered {
        return Verdict::Reason;
    }
    let over = spent.last.map_or(0, |last| last.0 + PAUSE * 1_000);
    if now.0 < over {
        return Verdict::Wait((over - now.0 + 999).div_euclid(1_000));
    }
    Verdict::Open
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The rule once more, as one would say it.
    fn said(role: Role, spent: &Spent, now: i64) -> String {
        let (free, slow, most) = match role {
            Role::Receptionist | Role::Supervisor => (80, 110, 140),
            Role::Specialist => (30, 45, 60),
            Role::Administrator => (20, 30, 40),
        };
        let mut opened = spent.people;
        for n in 0..spent.searches {
            opened += i64::from(n % 2 == 1);
        }
        let mut may_reach = most;
        for _ in 0..spent.words {
            may_reach += most;
        }
        let reasoned = matches!(spent.since_reason, Some(0..=9));
        match opened {
            n if n < free => "open".to_owned(),
            n if n >= may_reach => "stop".to_owned(),
            n if n >= slow && !reasoned => "reason".to_owned(),
            _ => match spent.last {
                Some(last) if now - last.0 < 20_000 => {
                    let mut seconds = 1;
                    while last.0 + 20_000 - now > seconds * 1_000 {
                        seconds += 1;
                    }
                    format!("wait {seconds}")
                }
                _ => "open".to_owned(),
            },
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4_000))]

        #[test]
        fn the_rule_is_what_is_said_of_it(
            role in prop::sample::select(Role::ALL.to_vec()),
            people in 0_i64..320, searches in 0_i64..90, words in 0_i64..3,
            since_reason in prop::option::of(0_i64..20), ago in prop::option::of(0_i64..40_000),
        ) {
            let now = 10_000_000;
            let spent = Spent { people, searches, last: ago.map(|ago| Moment(now - ago)), since_reason, words };
            let verdict = match judge(&Budget::of(role), &spent, Moment(now)) {
                Verdict::Open => "open".to_owned(),
                Verdict::Wait(seconds) => format!("wait {seconds}"),
                Verdict::Reason => "reason".to_owned(),
                Verdict::Stop => "stop".to_owned(),
            };
            prop_assert_eq!(verdict, said(role, &spent, now));
        }
    }

    #[test]
    fn a_busy_reception_never_meets_it() {
        // Thirty people an hour, each searched for in vain once and two records each.
        let spent = Spent {
            people: 60,
            searches: 30,
            last: Some(Moment(0)),
            ..Spent::default()
        };
        assert_eq!(judge(&RECEPTIONIST, &spent, Moment(1)), Verdict::Open);
    }
}
