//! A desk whose points can all do one leaf, and people who sit at them.

use crate::bare::{self, Bare, FIRST, NINE};
use desk::ground::language::Language;
use desk::ground::roles::Role;
use desk::reception::categories::{self, CategoryDetails as Leaf, Complexity, Urgency};
use desk::reception::encounters::{self, Channel, Matter};
use desk::reception::points::{self, Audience, PointDetails as Point};
use desk::reception::presence;
use desk::reception::tickets::{self, NewTicket};
use desk::{
    Act, Actor, CategoryId, EncounterId, Error, PointId, Result, StaffId, TicketId, Writing,
};
pub const CLERK: StaffId = FIRST;

pub struct House {
    bare: Bare,
    leaf: CategoryId,
    pub points: Vec<PointId>,
    pub people: Vec<StaffId>,
}

impl std::ops::Deref for House {
    type Target = Bare;

    fn deref(&self) -> &Bare {
        &self.bare
    }
}

pub fn act(staff: StaffId, minutes: i64) -> Act {
    Act {
        by: Actor {
            staff,
            role: Role::Supervisor,
        },
        at: NINE.plus_minutes(minutes),
    }
}

fn says(name: &str, prefix: &str) -> Leaf {
    Leaf {
        name_zh: name.into(),
        name_en: name.into(),
        prefix: prefix.into(),
        urgency: Urgency::Routine,
        complexity: Complexity::OnTheSpot,
        point_code: String::new(),
        anonymous: true,
        words: Vec::new(),
    }
}

/// A class of matters: what lies above it, and itself.
fn classes(w: &Writing<'_>) -> Result<(CategoryId, CategoryId)> {
    let top = categories::add(w, None, Some("top"), &says("健康咨询", "C"))?;
    let leaf = categories::add(w, Some(top.id), Some("leaf"), &says("报告解读", ""))?;
    Ok((top.id, leaf.id))
}

/// A point that takes everybody with a matter below this.
fn point(w: &Writing<'_>, n: usize, top: CategoryId) -> Result<PointId> {
    let draft = Point {
        name_zh: format!("窗口 {n}"),
        name_en: format!("Point {n}"),
        place_zh: String::new(),
        place_en: String::new(),
        audience: Audience::Everyone,
        languages: vec![Language::Mandarin],
        categories: vec![top],
    };
    points::add(w, Some(&format!("p{n}")), &draft).map(|p| p.id)
}

impl House {
    /// So many points, and `seats` people who sit down at them in turn.
    pub fn new(points: usize, seats: usize) -> Self {
        let bare = Bare::new(Role::Supervisor);
        let made = bare.desk.write(&act(CLERK, 0), |w| {
            let (top, leaf) = classes(w)?;
            let points = (0..points)
                .map(|n| point(w, n, top))
                .collect::<Result<Vec<_>>>()?;
            let people = (2001..2001 + seats)
                .map(|no| bare::hire(w, &no.to_string(), Role::Supervisor))
                .collect::<Result<Vec<_>>>()?;
            Ok::<_, Error>((leaf, points, people))
        });
        let (leaf, points, people) = made.unwrap();
        let house = Self {
            bare,
            leaf,
            points,
            people,
        };
        for (n, person) in house.people.iter().enumerate() {
            let point = house.points[n % house.points.len()];
            house.done(*person, 0, |w| presence::open(w, point));
        }
        house
    }

    /// Runs a write that must succeed.
    pub fn done<T>(
        &self,
        who: StaffId,
        minute: i64,
        run: impl FnMut(&Writing<'_>) -> Result<T>,
    ) -> T {
        self.desk.write(&act(who, minute), run).unwrap()
    }

    pub fn encounter(&self, minute: i64, urgency: Urgency) -> EncounterId {
        self.done(CLERK, minute, |w| {
            let encounter = encounters::start(w, Channel::WalkIn, None)?;
            let matter = Matter {
                matter: "看不懂报告".into(),
                on_behalf: String::new(),
                category: Some(self.leaf),
                urgency,
                complexity: Complexity::Specialist,
                handoff: "空腹".into(),
            };
            desk::reception::triage::describe(w, encounter.id, &matter)?;
            Ok(encounter.id)
        })
    }

    pub fn issue(&self, encounter: EncounterId, minute: i64) -> tickets::Issued {
        let new = NewTicket {
            encounter,
            point: None,
            language: Language::Mandarin,
        };
        self.done(CLERK, minute, |w| tickets::issue(w, &new))
    }

    pub fn ticket(&self, minute: i64, urgency: Urgency) -> TicketId {
        self.issue(self.encounter(minute, urgency), minute)
            .ticket
            .id
    }

    pub fn queue(&self, point: PointId, minute: i64) -> Vec<TicketId> {
        let board = self
            .desk
            .read(&act(CLERK, minute), |r| tickets::board(r, Some(point)))
            .unwrap();
        board.waiting.iter().map(|line| line.ticket.id).collect()
    }

    pub fn refused<T: std::fmt::Debug>(
        &self,
        who: StaffId,
        run: impl FnMut(&Writing<'_>) -> Result<T>,
    ) -> &'static str {
        match self.desk.write(&act(who, 60), run) {
            Err(Error::Refused(refusal)) => refusal.code,
            other => panic!("not refused: {other:?}"),
        }
    }
}
