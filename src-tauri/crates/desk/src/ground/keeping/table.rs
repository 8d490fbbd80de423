//! A table that speaks of people. SQL given here names its columns without the table: it
//! is put into larger statements.

use super::{Age, Days, Kind, Lasts, Why};
use crate::ground::acts::Object;

/// What becomes of the rows of an erased person.
#[derive(Debug, Clone, Copy)]
pub enum Erased {
    /// They go.
    Rows,
    /// They stay, without the free texts, and with this set.
    Set(&'static str),
}

/// A table in which something of a person stands, or which hangs on such a one.
#[derive(Debug, Clone, Copy)]
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// Through which column a row hangs on which table; through any of them it is a
    /// visitor's, and the first one says whose holds count. Empty: it is nobody's.
    pub of: &'static [(&'static str, &'static str)],
    /// What the journal calls a row.
    pub object: Option<Object>,
    /// What the window calls drafts about a row; `#` is its id.
    pub drafts: &'static [&'static str],
    /// Free texts: emptied where the person is erased, and a number of anybody who is
    /// erased is taken out of them.
    pub texts: &'static [&'static str],
    /// What becomes of the rows of an erased person.
    pub erased: Erased,
    /// When a row is still open: it stays, and nobody it belongs to is erased.
    pub open: Option<(Why, &'static str)>,
    /// When a row holds everything that its person has, whatever its age.
    pub holds: Option<(Why, &'static str)>,
    /// Under what else a row stays, however old. It may use `cut`, which has from where
    /// on each kind is young.
    pub kept_while: Option<(Why, &'static str)>,
    /// For how long its rows are kept.
    pub lasts: Option<Lasts>,
    /// Through which column a row refers to which table that lasts: what it refers to
    /// stays as long as it does.
    pub refers: &'static [(&'static str, &'static str)],
    /// When a row speaks of health.
    pub health: Option<&'static str>,
    /// By which days the ledger lists a row with its person.
    pub listed: &'static [Age],
    /// The column through which another row may refer to one that goes.
    pub untied: Option<&'static str>,
}

impl Table {
    /// A table whose rows hang on others.
    pub const fn of(name: &'static str, of: &'static [(&'static str, &'static str)]) -> Self {
        Self {
            name,
            of,
            object: None,
            drafts: &[],
            texts: &[],
            erased: Erased::Set(""),
            open: None,
            holds: None,
            kept_while: None,
            lasts: None,
            refers: &[],
            health: None,
            listed: &[],
            untied: None,
        }
    }

    /// A table whose rows belong to no visitor, though their texts may speak of one
    /// (drafts, kept answers).
    pub const fn of_nobody(name: &'static str) -> Self {
        Self::of(name, &[])
    }
}

/// Methods that set one field each, to be chained after `Table::of`.
macro_rules! said {
    ($($(#[$doc:meta])* $name:ident($($given:ident: $type:ty),+) => $value:expr;)+) => {
        impl Table {
            $($(#[$doc])*
            #[must_use]
            pub const fn $name(mut self, $($given: $type),+) -> Self {
                self.$name = $value;
                self
            })+
        }
    };
}

said! {
    /// What the journal calls a row.
    object(object: Object) => Some(object);
    /// What the window calls drafts about a row.
    drafts(keys: &'static [&'static str]) => keys;
    /// Its free texts.
    texts(columns: &'static [&'static str]) => columns;
    /// What becomes of the rows of an erased person.
    erased(how: Erased) => how;
    /// When a row is still open; the condition may ask for `(SELECT today FROM cut)`.
    open(why: Why, condition: &'static str) => Some((why, condition));
    /// When a row holds everything of its person.
    holds(why: Why, condition: &'static str) => Some((why, condition));
    /// Under what else a row stays.
    kept_while(why: Why, condition: &'static str) => Some((why, condition));
    /// For how long its rows are kept.
    lasts(kind: Kind, age: Age, days: Days) => Some(Lasts { kind, age, days });
    /// What stays as long as a row does.
    refers(to: &'static [(&'static str, &'static str)]) => to;
    /// When a row speaks of health.
    health(condition: &'static str) => Some(condition);
    /// By which days the ledger lists a row.
    listed(ages: &'static [Age]) => ages;
    /// Through which column another row may refer to one that goes.
    untied(column: &'static str) => Some(column);
}
