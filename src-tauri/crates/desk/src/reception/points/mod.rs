//! Service points (窗口/专岗): what each can do, which languages it speaks, and
//! who sits there now (R 2.4). Knows nothing of tickets: opening, closing and taking
//! away a point are those of presence.

pub mod acts;
mod edit;
pub mod route;
mod store;

use crate::ground::language::Language;
use crate::ground::subject::Subject;
use crate::reception::categories::Category;
use crate::{CategoryId, Moment, PointId, Reading, Reason, Result, StaffId};
pub use edit::{PointDetails, add, change, restore};
use vault::Migration;

/// What this subject declares; `crate::subjects` gathers it.
pub(crate) const SUBJECT: Subject = Subject {
    acts: acts::ACTS,
    migrations: &[Migration {
        number: 19,
        name: "lapses",
        sql: include_str!("../../../migrations/0019_lapses.sql"),
    }],
    ..Subject::NOTHING
};
pub(crate) use store::{lapse, set_active, sit, stand_up};

crate::codes! {
    /// Whom a point is for.
    Audience {
        /// Everyone.
        Everyone = "everyone",
        /// Special groups; others only when nothing else is open.
        SpecialGroups = "special_groups",
    }
}

/// A service point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// Id.
    pub id: PointId,
    /// Code, stable over renaming.
    pub code: String,
    /// What the institution says of it.
    pub says: PointDetails,
    /// Whether it exists any longer.
    pub active: bool,
    /// Who sits there now.
    pub sittings: Vec<Sitting>,
}

/// Somebody sits at a point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sitting {
    /// The point.
    pub point: PointId,
    /// Who.
    pub staff: StaffId,
    /// Staff number.
    pub no: String,
    /// Since when.
    pub since: Moment,
}

impl Point {
    /// Whether somebody sits there.
    pub fn is_open(&self) -> bool {
        self.active && !self.sittings.is_empty()
    }

    /// Whether it can do a matter: the leaf itself, or all leaves of its top.
    pub fn can(&self, category: &Category) -> bool {
        let able = |id: CategoryId| self.says.categories.contains(&id);
        able(category.id) || category.parent.is_some_and(able)
    }

    /// Whether the language is spoken there.
    pub fn speaks(&self, language: Language) -> bool {
        self.says.languages.contains(&language)
    }
}

/// All points in the institution's order, retired ones included.
///
/// # Errors
/// Of the store.
pub fn list(r: &Reading<'_>) -> Result<Vec<Point>> {
    store::all(r)
}

/// One point.
///
/// # Errors
/// `NotFound`.
pub fn of(r: &Reading<'_>, id: PointId) -> Result<Point> {
    let found = store::all(r)?.into_iter().find(|p| p.id == id);
    Ok(found.ok_or_else(|| Reason::NotFound {}.at("pointId"))?)
}

/// The point of that code.
///
/// # Errors
/// Of the store.
pub fn by_code(r: &Reading<'_>, code: &str) -> Result<Option<PointId>> {
    store::by_code(r.tx, code)
}

/// Where a member of staff sits now.
///
/// # Errors
/// Of the store.
pub fn seat(r: &Reading<'_>, staff: StaffId) -> Result<Option<PointId>> {
    let sittings = store::sittings(r)?;
    Ok(sittings.iter().find(|s| s.staff == staff).map(|s| s.point))
}

/// Where a member of staff sat when they last did anything, whether the seat lasts or not;
/// `None` after they stood up.
///
/// # Errors
/// Of the store.
pub(crate) fn left_at(r: &Reading<'_>, staff: StaffId) -> Result<Option<PointId>> {
    store::left_at(r.tx, staff)
}

/// Who sits somewhere and is held to be signed in.
///
/// # Errors
/// Of the store.
pub(crate) fn signed_in(r: &Reading<'_>) -> Result<Vec<StaffId>> {
    store::signed_in(r.tx)
}
