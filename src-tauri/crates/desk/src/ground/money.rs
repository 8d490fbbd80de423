//! Money in fen, as an integer.

use vault::{FromValue, Value};

/// An amount in fen (分), the hundredth part of a yuan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Fen(pub i64);

impl Fen {
    /// The sum; stops at the largest amount instead of wrapping.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl std::iter::Sum for Fen {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self(0), Self::plus)
    }
}
impl From<Fen> for Value {
    fn from(fen: Fen) -> Self {
        Self::Int(fen.0)
    }
}
impl FromValue for Fen {
    fn from_value(value: &Value) -> Option<Self> {
        i64::from_value(value).map(Self)
    }
}
