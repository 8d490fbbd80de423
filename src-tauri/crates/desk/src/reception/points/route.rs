//! Where a ticket goes (R 2.4). Pure: candidates in, one point out.

use super::{Audience, Language, Point};
use crate::PointId;
use crate::reception::categories::Category;

/// For whom and what a point is looked for.
#[derive(Debug, Clone, Copy)]
pub struct Seeker<'a> {
    /// The matter.
    pub category: &'a Category,
    /// The language of the conversation.
    pub language: Language,
    /// Who comes: belongs to a special group or not.
    pub comes: Audience,
}

/// The point that is chosen, and what is missing there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Route {
    /// The point.
    pub point: PointId,
    /// Somebody sits there.
    pub open: bool,
    /// The language is spoken there.
    pub speaks: bool,
}

/// The best point that can do it: open before closed, speaking the language
/// before not, made for this person, then the shortest line per person sitting
/// there, then the one the category prefers, then the institution's order.
/// `load` answers how many wait at a point.
pub fn best(points: &[Point], wanted: &Seeker<'_>, load: impl Fn(PointId) -> u32) -> Option<Route> {
    let able = points
        .iter()
        .enumerate()
        .filter(|(_, p)| p.active && p.can(wanted.category));
    let rank = |index: usize, point: &Point| {
        let seats = u32::try_from(point.sittings.len()).unwrap_or(1).max(1);
        let reserved = point.says.audience == Audience::SpecialGroups;
        let misfit = reserved && wanted.comes == Audience::Everyone;
        let preferred = point.code == wanted.category.says.point_code
            || (reserved && wanted.comes == Audience::SpecialGroups);
        // Thousandths, so that two waiting for two people weigh less than two for one.
        let line = u64::from(load(point.id)) * 1000 / u64::from(seats);
        (
            !point.is_open(),
            !point.speaks(wanted.language),
            misfit,
            line,
            !preferred,
            index,
        )
    };
    let (_, point) = able.min_by_key(|(index, point)| rank(*index, point))?;
    Some(Route {
        point: point.id,
        open: point.is_open(),
        speaks: point.speaks(wanted.language),
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use crate::reception::categories;
    use crate::reception::categories::{Complexity, Urgency};
    use crate::reception::points::{PointDetails, Sitting};
    use crate::{CategoryId, Moment, StaffId};

    fn leaf() -> Category {
        Category {
            id: CategoryId(10),
            parent: Some(CategoryId(1)),
            code: "leaf".into(),
            says: categories::CategoryDetails {
                name_zh: "报告".into(),
                name_en: "Report".into(),
                prefix: String::new(),
                urgency: Urgency::Routine,
                complexity: Complexity::OnTheSpot,
                point_code: "p2".into(),
                anonymous: true,
                words: Vec::new(),
            },
            position: 0,
            active: true,
        }
    }

    fn point(id: i64, seats: i64, languages: &[Language], categories: &[i64]) -> Point {
        let sitting = |n: i64| Sitting {
            point: PointId(id),
            staff: StaffId(id * 10 + n),
            no: String::new(),
            since: Moment(0),
        };
        Point {
            id: PointId(id),
            code: format!("p{id}"),
            says: PointDetails {
                name_zh: String::new(),
                name_en: String::new(),
                place_zh: String::new(),
                place_en: String::new(),
                audience: Audience::Everyone,
                languages: languages.to_vec(),
                categories: categories.iter().map(|c| CategoryId(*c)).collect(),
            },
            active: true,
            sittings: (0..seats).map(sitting).collect(),
        }
    }

    fn go(
        points: &[Point],
        language: Language,
        comes: Audience,
        load: &[(i64, u32)],
    ) -> Option<Route> {
        let load = |id: PointId| load.iter().find(|(p, _)| *p == id.0).map_or(0, |(_, n)| *n);
        best(
            points,
            &Seeker {
                category: &leaf(),
                language,
                comes,
            },
            load,
        )
    }

    const ZH: &[Language] = &[Language::Mandarin];
    const BOTH: &[Language] = &[Language::Mandarin, Language::English];

    #[test]
    fn only_a_point_that_can_do_it_is_chosen() {
        let points = [point(1, 1, ZH, &[99]), point(2, 1, ZH, &[10])];
        let route = go(&points, Language::Mandarin, Audience::Everyone, &[(2, 50)]).unwrap();
        assert_eq!(route.point, PointId(2));
        assert!(go(&points[..1], Language::Mandarin, Audience::Everyone, &[]).is_none());
    }

    #[test]
    fn a_top_stands_for_its_leaves() {
        let points = [point(1, 1, ZH, &[1])];
        assert!(go(&points, Language::Mandarin, Audience::Everyone, &[]).is_some());
    }

    #[test]
    fn an_open_point_goes_before_a_closed_one_and_the_gap_is_told() {
        let points = [point(1, 0, BOTH, &[10]), point(3, 1, ZH, &[10])];
        let route = go(&points, Language::English, Audience::Everyone, &[]).unwrap();
        assert_eq!(
            route,
            Route {
                point: PointId(3),
                open: true,
                speaks: false
            }
        );
    }

    #[test]
    fn the_shortest_line_per_person_sitting_wins() {
        let points = [point(1, 1, ZH, &[10]), point(3, 3, ZH, &[10])];
        let route = go(
            &points,
            Language::Mandarin,
            Audience::Everyone,
            &[(1, 1), (3, 2)],
        )
        .unwrap();
        assert_eq!(route.point, PointId(3));
    }

    #[test]
    fn the_preferred_point_breaks_a_tie() {
        let points = [point(1, 1, ZH, &[10]), point(2, 1, ZH, &[10])];
        let route = go(&points, Language::Mandarin, Audience::Everyone, &[]).unwrap();
        assert_eq!(route.point, PointId(2));
    }

    #[test]
    fn a_reserved_point_is_for_special_groups_and_the_last_resort_of_others() {
        let mut reserved = point(5, 1, ZH, &[10]);
        reserved.says.audience = Audience::SpecialGroups;
        let points = [reserved, point(1, 1, ZH, &[10])];
        let to = |comes, load: &[(i64, u32)]| {
            go(&points, Language::Mandarin, comes, load).unwrap().point
        };
        assert_eq!(to(Audience::Everyone, &[(1, 9)]), PointId(1));
        assert_eq!(to(Audience::SpecialGroups, &[]), PointId(5));
        assert_eq!(
            go(&points[..1], Language::Mandarin, Audience::Everyone, &[])
                .unwrap()
                .point,
            PointId(5)
        );
    }
}
