//! The queue under many hands at once: no number is issued twice, no ticket is
//! called to two people, and what was done can be taken back.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests"
)]

use desk::ground::language::Language;
use desk::ground::roles::Role;
use desk::house::staff::{self, NewStaff};
use desk::reception::categories::{self, Draft as Leaf};
use desk::reception::categories::{Complexity, Urgency};
use desk::reception::encounters::{self, Channel, Matter};
use desk::reception::points::{self, Audience, Draft as Point};
use desk::reception::presence;
use desk::reception::tickets::{self, NewTicket, Spot, State};
use desk::{Act, Actor, CategoryId, Desk, EncounterId, Error, Moment, PointId, StaffId, TicketId};
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// Monday 2026-11-23, 09:00 in China.
const NINE: Moment = Moment(1_795_395_600_000);
const CLERK: StaffId = StaffId(1);

struct Dice(AtomicU64);
impl vault::Entropy for Dice {
    fn fill(&self, bytes: &mut [u8]) {
        for byte in bytes {
            let n = self.0.fetch_add(0x9e37_79b9_7f4a_7c15, Ordering::Relaxed);
            *byte = (n >> 32).to_le_bytes()[0];
        }
    }
}

struct House {
    desk: Desk,
    root: PathBuf,
    leaf: CategoryId,
    points: Vec<PointId>,
    people: Vec<StaffId>,
}

impl Drop for House {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.root);
    }
}

fn act(staff: StaffId, minutes: i64) -> Act {
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

impl House {
    /// Points that can all do one leaf, and `seats` people who sit down at them in turn.
    fn new(points: usize, seats: usize) -> Self {
        static COUNT: AtomicU64 = AtomicU64::new(0);
        let n = COUNT.fetch_add(1, Ordering::Relaxed);
        let root = std::env::temp_dir().join(format!("shouwen-queue-{}-{n}", std::process::id()));
        let _ = std::fs::remove_dir_all(&root);
        std::fs::create_dir_all(&root).unwrap();
        let folder = Arc::new(vault::Folder::own(&root).unwrap());
        let new = vault::NewVault {
            label: "试验",
            training: true,
            account: "1001",
            password: "heron-lamp-4471-quay",
            cost: vault::Cost::FLOOR,
        };
        let (desk, _) = Desk::create(&folder, &new, NINE, &Dice(AtomicU64::new(n))).unwrap();
        let made = desk.write(&act(CLERK, 0), |w| {
            let hire = |no: usize| {
                let new = NewStaff {
                    no: no.to_string(),
                    name: "李敏".into(),
                    role: Role::Supervisor,
                    must_change: false,
                };
                staff::add(w, &new).map(|s| s.id)
            };
            assert_eq!(hire(1001)?, CLERK);
            let top = categories::add(w, None, Some("top"), &says("健康咨询", "C"))?;
            let leaf = categories::add(w, Some(top.id), Some("leaf"), &says("报告解读", ""))?;
            let point = |n: usize| {
                let draft = Point {
                    name_zh: format!("窗口 {n}"),
                    name_en: format!("Point {n}"),
                    place_zh: String::new(),
                    place_en: String::new(),
                    audience: Audience::Everyone,
                    languages: vec![Language::Mandarin],
                    categories: vec![top.id],
                };
                points::add(w, Some(&format!("p{n}")), &draft).map(|p| p.id)
            };
            let points = (0..points).map(point).collect::<Result<Vec<_>, _>>()?;
            let people = (2001..2001 + seats)
                .map(hire)
                .collect::<Result<Vec<_>, _>>()?;
            Ok::<_, Error>((leaf.id, points, people))
        });
        let (leaf, points, people) = made.unwrap();
        let house = Self {
            desk,
            root,
            leaf,
            points,
            people,
        };
        for (n, person) in house.people.iter().enumerate() {
            let point = house.points[n % house.points.len()];
            house
                .desk
                .write(&act(*person, 0), |w| presence::open(w, point))
                .unwrap();
        }
        house
    }

    fn encounter(&self, minute: i64, urgency: Urgency) -> EncounterId {
        let run = |w: &desk::Writing<'_>| {
            let encounter = encounters::start(w, Channel::WalkIn, None)?;
            let matter = Matter {
                matter: "看不懂报告".into(),
                on_behalf: String::new(),
                category: Some(self.leaf),
                urgency,
                complexity: Complexity::Specialist,
                handoff: "空腹".into(),
            };
            encounters::describe(w, encounter.id, &matter)?;
            Ok::<_, Error>(encounter.id)
        };
        self.desk.write(&act(CLERK, minute), run).unwrap()
    }

    fn issue(&self, encounter: EncounterId, minute: i64) -> tickets::Issued {
        let new = NewTicket {
            encounter,
            point: None,
            language: Language::Mandarin,
        };
        self.desk
            .write(&act(CLERK, minute), |w| tickets::issue(w, &new))
            .unwrap()
    }

    fn ticket(&self, minute: i64, urgency: Urgency) -> TicketId {
        self.issue(self.encounter(minute, urgency), minute)
            .ticket
            .id
    }

    fn queue(&self, point: PointId, minute: i64) -> Vec<TicketId> {
        let board = self
            .desk
            .read(&act(CLERK, minute), |r| tickets::board(r, Some(point)))
            .unwrap();
        board.waiting.iter().map(|line| line.ticket.id).collect()
    }

    fn refused<T: std::fmt::Debug>(
        &self,
        who: StaffId,
        run: impl FnMut(&desk::Writing<'_>) -> desk::Result<T>,
    ) -> &'static str {
        match self.desk.write(&act(who, 60), run) {
            Err(Error::Refused(refusal)) => refusal.code,
            other => panic!("not refused: {other:?}"),
        }
    }
}

#[test]
fn sixteen_hands_issue_no_number_twice() {
    let house = House::new(2, 2);
    let encounters: Vec<EncounterId> = (0..160)
        .map(|_| house.encounter(0, Urgency::Routine))
        .collect();
    let mut numbers: Vec<String> = std::thread::scope(|scope| {
        let hands: Vec<_> = encounters
            .chunks(10)
            .map(|share| {
                scope.spawn(|| {
                    share
                        .iter()
                        .map(|e| house.issue(*e, 1).ticket.no)
                        .collect::<Vec<_>>()
                })
            })
            .collect();
        assert_eq!(hands.len(), 16);
        hands
            .into_iter()
            .flat_map(|hand| hand.join().unwrap())
            .collect()
    });
    numbers.sort();
    let expected: Vec<String> = (1..=160).map(|n| format!("C{n:03}")).collect();
    assert_eq!(numbers, expected, "every number once, none left out");
}

#[test]
fn eight_hands_call_no_ticket_twice() {
    let house = House::new(3, 8);
    let issued: BTreeSet<TicketId> = (0..60)
        .map(|n| house.ticket(n % 7, Urgency::Routine))
        .collect();
    let called: Vec<TicketId> = std::thread::scope(|scope| {
        let work = |person: StaffId| {
            let (house, mut mine) = (&house, Vec::new());
            while let Ok(ticket) = house.desk.write(&act(person, 10), tickets::call_next) {
                mine.push(ticket.id);
                house
                    .desk
                    .write(&act(person, 10), |w| tickets::start(w, ticket.id))
                    .unwrap();
                house
                    .desk
                    .write(&act(person, 15), |w| tickets::finish(w, ticket.id))
                    .unwrap();
            }
            mine
        };
        let hands: Vec<_> = house
            .people
            .iter()
            .map(|p| scope.spawn(move || work(*p)))
            .collect();
        hands
            .into_iter()
            .flat_map(|hand| hand.join().unwrap())
            .collect()
    });
    assert_eq!(called.len(), issued.len(), "each was called once");
    assert_eq!(
        called.into_iter().collect::<BTreeSet<_>>(),
        issued,
        "and nobody was left"
    );
}

#[test]
fn a_number_is_not_used_again_after_its_person_left() {
    let house = House::new(1, 1);
    let first = house.ticket(0, Urgency::Routine);
    house
        .desk
        .write(&act(CLERK, 1), |w| tickets::leave(w, first, ""))
        .unwrap();
    assert_eq!(
        house
            .issue(house.encounter(2, Urgency::Routine), 2)
            .ticket
            .no,
        "C002"
    );
    let tomorrow = house.issue(house.encounter(1440, Urgency::Routine), 1440);
    assert_eq!(tomorrow.ticket.no, "C001", "each day starts again");
}

#[test]
fn an_encounter_has_one_ticket_in_the_queue() {
    let house = House::new(1, 1);
    let encounter = house.encounter(0, Urgency::Routine);
    house.issue(encounter, 0);
    let new = NewTicket {
        encounter,
        point: None,
        language: Language::Mandarin,
    };
    assert_eq!(
        house.refused(CLERK, |w| tickets::issue(w, &new)),
        "ticket_live"
    );
}

#[test]
fn out_of_turn_needs_a_move_and_a_move_needs_a_reason() {
    let house = House::new(1, 1);
    let [me, point] = [house.people[0].0, house.points[0].0];
    let (me, point) = (StaffId(me), PointId(point));
    let tickets: Vec<TicketId> = (0..3).map(|n| house.ticket(n, Urgency::Routine)).collect();
    assert_eq!(
        house.refused(me, |w| tickets::call(w, tickets[2])),
        "not_next"
    );
    let before = Spot::Before(tickets[0]);
    assert_eq!(
        house.refused(me, |w| tickets::put(w, tickets[2], before, " ")),
        "reason_needed"
    );
    house
        .desk
        .write(&act(me, 5), |w| {
            tickets::put(w, tickets[2], before, "低血糖，头晕")
        })
        .unwrap();
    assert_eq!(house.queue(point, 6), [tickets[2], tickets[0], tickets[1]]);
    let way = house
        .desk
        .read(&act(CLERK, 6), |r| tickets::way(r, tickets[2]))
        .unwrap();
    assert_eq!(way.last().unwrap().reason, "低血糖，头晕");
    house.desk.write(&act(me, 7), tickets::undo).unwrap();
    assert_eq!(house.queue(point, 8), tickets, "the move is taken back");
}

#[test]
fn one_person_has_one_ticket_in_hand_and_takes_back_their_own_step() {
    let house = House::new(1, 2);
    let (me, other) = (house.people[0], house.people[1]);
    let tickets: Vec<TicketId> = (0..3).map(|n| house.ticket(n, Urgency::Routine)).collect();
    let called = house.desk.write(&act(me, 5), tickets::call_next).unwrap();
    assert_eq!(called.id, tickets[0]);
    assert_eq!(house.refused(me, tickets::call_next), "ticket_in_hand");
    assert_eq!(house.refused(me, presence::close), "ticket_in_hand");
    assert_eq!(
        house.refused(other, |w| tickets::start(w, called.id)),
        "not_your_ticket"
    );
    assert_eq!(house.refused(other, tickets::undo), "nothing_to_undo");
    let back = house.desk.write(&act(me, 6), tickets::undo).unwrap();
    assert_eq!(
        (back.standing.state, back.standing.called_by),
        (State::Waiting, None)
    );
    assert_eq!(house.refused(me, tickets::undo), "nothing_to_undo");
    assert_eq!(house.queue(house.points[0], 7), tickets);
}

#[test]
fn a_transfer_keeps_its_turn_and_coming_back_counts_as_needless() {
    let house = House::new(2, 2);
    let (here, there) = (house.points[0], house.points[1]);
    let (me, other) = (house.people[0], house.people[1]);
    let early = house.ticket(0, Urgency::Routine);
    let late = house.ticket(1, Urgency::Routine);
    assert_eq!(
        (house.queue(here, 2), house.queue(there, 2)),
        (vec![early], vec![late]),
        "the shorter line"
    );
    house.desk.write(&act(me, 3), tickets::call_next).unwrap();
    house
        .desk
        .write(&act(me, 4), |w| {
            tickets::transfer(w, early, there, "只差盖章")
        })
        .unwrap();
    assert_eq!(
        house.queue(there, 5),
        [early, late],
        "it keeps the time it came"
    );
    let next = house
        .desk
        .write(&act(other, 5), tickets::call_next)
        .unwrap();
    assert_eq!((next.id, next.standing.note.as_str()), (early, "只差盖章"));
    let back = house
        .desk
        .write(&act(other, 6), |w| tickets::transfer(w, early, here, ""))
        .unwrap();
    assert_eq!((back.standing.transfers, back.standing.needless), (2, 1));
}

#[test]
fn nobody_waits_for_a_point_that_nobody_sits_at() {
    let house = House::new(2, 2);
    let tickets: Vec<TicketId> = (0..4).map(|n| house.ticket(n, Urgency::Routine)).collect();
    house
        .desk
        .write(&act(house.people[0], 5), presence::close)
        .unwrap();
    assert_eq!(
        house.queue(house.points[1], 6),
        tickets,
        "the open point takes over the other's queue"
    );
    assert_eq!(
        house.refused(house.people[0], tickets::call_next),
        "not_at_point"
    );
    let there = house.points[0];
    assert_eq!(
        house.refused(CLERK, |w| tickets::transfer(w, tickets[1], there, "")),
        "point_closed"
    );
}

#[test]
fn the_wait_is_told_only_when_enough_is_known() {
    let house = House::new(1, 1);
    let me = house.people[0];
    for n in 0..8 {
        let issued = house.issue(house.encounter(n * 5, Urgency::Routine), n * 5);
        assert_eq!(issued.wait, None, "after {n} services");
        let id = issued.ticket.id;
        house
            .desk
            .write(&act(me, n * 5), tickets::call_next)
            .unwrap();
        house
            .desk
            .write(&act(me, n * 5), |w| tickets::start(w, id))
            .unwrap();
        house
            .desk
            .write(&act(me, n * 5 + 4), |w| tickets::finish(w, id))
            .unwrap();
    }
    house.ticket(60, Urgency::Routine);
    let wait = house
        .issue(house.encounter(61, Urgency::Routine), 61)
        .wait
        .unwrap();
    assert_eq!((wait.median, wait.bound), (4, 4));
}
