//! Service points (窗口/专岗): what each can do, which languages it speaks, and
//! who sits there now (R 2.4). Knows nothing of single tickets.

mod edit;
pub mod route;
mod store;

use crate::categories::Category;
use crate::error::Result;
use crate::refusal::Reason;
use crate::{CategoryId, Moment, PointId, Reading, StaffId, Writing};
pub use edit::{Draft, add, change, restore, retire};

crate::codes! {
    /// A language a conversation can be held in.
    Language {
        /// 普通话.
        Mandarin = "zh",
        /// 粤语.
        Cantonese = "yue",
        /// 英语.
        English = "en",
        /// 手语.
        Sign = "sign",
        /// 维吾尔语.
        Uyghur = "ug",
        /// 藏语.
        Tibetan = "bo",
        /// 日语.
        Japanese = "ja",
        /// 韩语.
        Korean = "ko",
        /// 俄语.
        Russian = "ru",
    }

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
    pub says: Draft,
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
    store::all(r.tx)
}

/// One point.
///
/// # Errors
/// `NotFound`.
pub fn of(r: &Reading<'_>, id: PointId) -> Result<Point> {
    let found = store::all(r.tx)?.into_iter().find(|p| p.id == id);
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
    store::seat(r.tx, staff)
}

/// Sits down at a point and so opens it; leaves the point one sat at before.
///
/// # Errors
/// `NotFound`; `WrongState` for a retired point; `TicketInHand` while one has
/// somebody called or in conversation.
pub fn open(w: &Writing<'_>, id: PointId) -> Result<Point> {
    let r = w.reading();
    let point = of(&r, id)?;
    if !point.active {
        return Err(Reason::WrongState {
            state: "retired".into(),
        }
        .at("pointId")
        .into());
    }
    match seat(&r, w.by.staff)? {
        Some(now) if now == id => {}
        Some(_) => {
            stand_up(w)?;
            store::sit(w, id)?;
        }
        None => store::sit(w, id)?,
    }
    w.note("points.open", ("point", id.0), &point.code)?;
    of(&w.reading(), id)
}

/// Stands up; the last to leave closes the point. Who waits there may then be
/// called by any open point that can do their matter.
///
/// # Errors
/// `NotAtPoint`; `TicketInHand`.
pub fn close(w: &Writing<'_>) -> Result<()> {
    let point = seat(&w.reading(), w.by.staff)?.ok_or_else(|| Reason::NotAtPoint {}.refuse())?;
    stand_up(w)?;
    w.note("points.close", ("point", point.0), "")
}

fn stand_up(w: &Writing<'_>) -> Result<()> {
    if let Some(number) = crate::tickets::in_hand(&w.reading(), w.by.staff)? {
        return Err(Reason::TicketInHand { number }.refuse().into());
    }
    store::stand_up(w)
}
