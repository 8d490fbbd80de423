//! Service points: where tickets are called to, and who sits there.

use crate::codes::{PointAudience, SpokenLanguage};
use crate::problem::Fault;
use crate::table::{Command, Topic, read, write};
use crate::wire::{Nothing, OneId};
use desk::ground::roles::Right;
use desk::reception::points::{self, Point, PointDetails};
use desk::{CategoryId, PointId, Reading, Writing};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

const SHOWS: &[Topic] = &[Topic::POINTS];
pub(super) const TOUCHES: &[Topic] = &[Topic::POINTS, Topic::TICKETS];

pub(crate) fn commands() -> Vec<Command> {
    vec![
        read("points.list", None, SHOWS, list),
        write("points.add", Right::EditContent, TOUCHES, add),
        write("points.change", Right::EditContent, TOUCHES, change),
        write("points.restore", Right::EditContent, TOUCHES, restore),
    ]
}

fn list(r: &Reading<'_>, _: Nothing) -> Result<PointList, Fault> {
    let rows = points::list(r)?.into_iter().map(PointView::from).collect();
    Ok(PointList {
        rows,
        mine: points::seat(r, r.by.staff)?.map(|p| p.0),
    })
}

fn add(w: &Writing<'_>, input: PointDraft) -> Result<PointView, Fault> {
    Ok(points::add(w, None, &input.into())?.into())
}

fn change(w: &Writing<'_>, input: ChangePoint) -> Result<PointView, Fault> {
    Ok(points::change(w, PointId(input.id), &input.point.into())?.into())
}

fn restore(w: &Writing<'_>, input: OneId) -> Result<PointView, Fault> {
    Ok(points::restore(w, PointId(input.id))?.into())
}

/// What the institution says of a point.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PointDraft {
    /// Chinese name.
    pub name_zh: String,
    /// English name.
    pub name_en: String,
    /// Where it is, in Chinese.
    pub place_zh: String,
    /// Where it is, in English.
    pub place_en: String,
    /// Whom it is for.
    pub audience: PointAudience,
    /// Languages spoken there.
    pub languages: Vec<SpokenLanguage>,
    /// What it can do; a top stands for all of its leaves.
    pub categories: Vec<i64>,
}

impl From<PointDraft> for PointDetails {
    fn from(d: PointDraft) -> Self {
        let PointDraft {
            name_zh,
            name_en,
            place_zh,
            place_en,
            audience,
            languages,
            categories,
        } = d;
        Self {
            name_zh,
            name_en,
            place_zh,
            place_en,
            audience: audience.0,
            languages: languages.into_iter().map(|l| l.0).collect(),
            categories: categories.into_iter().map(CategoryId).collect(),
        }
    }
}

/// A change of a point.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChangePoint {
    /// Which.
    pub id: i64,
    /// All fields as they should be.
    pub point: PointDraft,
}

/// The service points.
#[derive(Debug, Serialize, TS)]
pub struct PointList {
    /// In the institution's order, retired ones included.
    pub rows: Vec<PointView>,
    /// Where the person signed in sits now.
    pub mine: Option<i64>,
}

/// A service point.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PointView {
    /// Id.
    pub id: i64,
    /// Code.
    pub code: String,
    /// Chinese name.
    pub name_zh: String,
    /// English name.
    pub name_en: String,
    /// Where it is, in Chinese.
    pub place_zh: String,
    /// Where it is, in English.
    pub place_en: String,
    /// Whom it is for.
    pub audience: PointAudience,
    /// Languages spoken there.
    pub languages: Vec<SpokenLanguage>,
    /// What it can do.
    pub categories: Vec<i64>,
    /// Whether it exists any longer.
    pub active: bool,
    /// Whether somebody sits there.
    pub open: bool,
    /// Staff numbers of who sits there.
    pub staff: Vec<String>,
}

impl From<Point> for PointView {
    fn from(point: Point) -> Self {
        let open = point.is_open();
        let Point {
            id,
            code,
            says,
            active,
            sittings,
        } = point;
        let PointDetails {
            name_zh,
            name_en,
            place_zh,
            place_en,
            audience,
            languages,
            categories,
        } = says;
        Self {
            id: id.0,
            code,
            name_zh,
            name_en,
            place_zh,
            place_en,
            audience: PointAudience(audience),
            languages: languages.into_iter().map(SpokenLanguage).collect(),
            categories: categories.into_iter().map(|c| c.0).collect(),
            active,
            open,
            staff: sittings.into_iter().map(|s| s.no).collect(),
        }
    }
}
