//! The rule of each kind: days, what it rests on, the least it may be.

use super::Refused;
use super::acts;
use super::{Kind, Source, store};
use crate::ground::keeping::Days;
use crate::ground::text;
use crate::record::keeping::lasting;
use crate::{Day, Moment, Reading, Reason, Refusal, Result, StaffId, Writing};

/// 网络安全法 23: network logs are kept for six months at least.
pub const JOURNAL_DAYS: u16 = 180;
/// Fifty years: longer is a slip.
pub const LONGEST_DAYS: u16 = 18_250;

/// How long records of a kind are kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// Which kind.
    pub kind: Kind,
    /// Days.
    pub days: u16,
    /// Days as delivered.
    pub usual: u16,
    /// Fewer are refused.
    pub least: u16,
    /// What it rests on.
    pub source: Source,
    /// Who changed it, when and why; `None`: as delivered.
    pub changed: Option<Changed>,
}

/// A change of a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// When.
    pub at: Moment,
    /// By whom.
    pub by: StaffId,
    /// Why.
    pub reason: String,
}

impl Rule {
    /// The rule as delivered.
    pub fn delivered(kind: Kind) -> Self {
        let said = lasting().find(|(_, lasts)| lasts.kind == kind);
        // Of the journal nobody says anything: its rows are not destroyed.
        let logs = Days {
            usual: 1_095,
            least: JOURNAL_DAYS,
            source: Source::Logs,
        };
        let rule = said.map_or(logs, |(_, lasts)| lasts.days);
        Self {
            kind,
            days: rule.usual,
            usual: rule.usual,
            least: rule.least,
            source: rule.source,
            changed: None,
        }
    }

    /// Records from before this day are old enough to be destroyed.
    pub fn cutoff(&self, today: Day) -> Day {
        today.plus_days(-i64::from(self.days))
    }

    fn allow(&self, days: u16) -> Result<(), Refusal> {
        let least = i64::from(self.least);
        if self.kind == Kind::Journal && days < self.least.max(self.days) {
            // The journal's rule is only raised: what was promised to be kept stays kept.
            let min = i64::from(self.days).max(least);
            return Err(Refused::JournalTooShort { min }.at("days"));
        }
        if days < self.least {
            return Err(Refused::RetentionTooShort { min: least }.at("days"));
        }
        if days > LONGEST_DAYS {
            return Err(Reason::OutOfRange {
                min: least,
                max: i64::from(LONGEST_DAYS),
            }
            .at("days"));
        }
        Ok(())
    }
}

/// The rule of every kind.
///
/// # Errors
/// Of the store.
pub fn rules(r: &Reading<'_>) -> Result<Vec<Rule>> {
    let changed = store::changed_rules(r.tx)?;
    let of = |kind: &Kind| {
        let mut rule = Rule::delivered(*kind);
        if let Some((_, days, change)) = changed.iter().find(|(k, ..)| k == kind) {
            rule.days = *days;
            rule.changed = Some(change.clone());
        }
        rule
    };
    Ok(Kind::ALL.iter().map(of).collect())
}

/// Changes the days of a kind.
///
/// # Errors
/// `JournalTooShort`, `RetentionTooShort`, `OutOfRange` at `days`; `ReasonNeeded`.
pub fn set(w: &Writing<'_>, kind: Kind, days: u16, reason: &str) -> Result<()> {
    let all = rules(&w.reading())?;
    let rule = all.iter().find(|rule| rule.kind == kind);
    let rule = rule.ok_or_else(|| Reason::NotFound {}.at("kind"))?;
    rule.allow(days)?;
    let reason = text::reason(reason)?;
    store::put_rule(w, kind, days, &reason)?;
    let detail = format!("{} {} {days}", kind.code(), rule.days);
    w.note_because(acts::SET, (acts::RULE, 0), &detail, &reason)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn the_journal_is_never_kept_less_than_180_days_and_its_rule_is_only_raised() {
        let delivered = Rule::delivered(Kind::Journal);
        assert_eq!(
            delivered.allow(179).unwrap_err(),
            Refused::JournalTooShort { min: 1_095 }.at("days")
        );
        let lowest = Rule {
            days: 180,
            ..delivered.clone()
        };
        assert_eq!(
            lowest.allow(179).unwrap_err(),
            Refused::JournalTooShort { min: 180 }.at("days")
        );
        assert!(delivered.allow(1_094).is_err());
        assert!(delivered.allow(1_095).is_ok() && delivered.allow(3_650).is_ok());
    }

    #[test]
    fn every_kind_has_a_rule_that_it_keeps_itself() {
        for kind in Kind::ALL {
            let rule = Rule::delivered(*kind);
            assert!(rule.least <= rule.usual && rule.usual <= LONGEST_DAYS);
            assert!(rule.allow(rule.usual).is_ok());
            assert!(rule.allow(rule.least - 1).is_err(), "{kind:?}");
        }
    }

    #[test]
    fn the_cutoff_is_so_many_days_before_today() {
        let today = Day::parse("2026-11-23").unwrap();
        let rule = Rule {
            days: 30,
            ..Rule::delivered(Kind::Drafts)
        };
        assert_eq!(rule.cutoff(today).to_string(), "2026-10-24");
    }
}
