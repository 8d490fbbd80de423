//! Who works on the made-up days, and where they sit.

use super::dice::Dice;
use crate::keeper::Dice as Entropy;
use desk::ground::roles::Role;
use desk::house::staff::{self, NewStaff};
use desk::reception::points;
use desk::{Actor, Desk, PointId, Result, Writing};
use std::collections::BTreeMap;

/// Colleagues: name, role, the service point they sit at; none: the front desk itself.
const COLLEAGUES: &[(&str, Role, &str)] = &[
    ("周晓燕", Role::Receptionist, ""),
    ("何嘉欣", Role::Receptionist, ""),
    ("黄丽萍", Role::Receptionist, ""),
    ("孙志强", Role::Receptionist, "general"),
    ("马春梅", Role::Receptionist, "booking"),
    ("冯雨婷", Role::Receptionist, "booking"),
    ("曾国华", Role::Specialist, "report"),
    ("单秀英", Role::Specialist, "consultation"),
    ("欧阳文静", Role::Specialist, "consultation"),
    ("解永明", Role::Specialist, "chronic"),
    ("区淑贞", Role::Specialist, "complaint"),
    ("仇建军", Role::Supervisor, ""),
];
/// Staff numbers are given from here on.
const FIRST_NO: u32 = 2001;

/// Everybody at work.
pub(super) struct Roster {
    front: Vec<Actor>,
    seats: BTreeMap<PointId, Vec<Actor>>,
    supervisor: Actor,
}

impl Roster {
    /// Adds the colleagues. With a password they may sign in; without one their
    /// rows are there, and an administrator gives each a password when needed.
    pub(super) fn hire(
        w: &Writing<'_>,
        desk: &Desk,
        password: Option<&str>,
        entropy: &Entropy<'_>,
    ) -> Result<Self> {
        let mut roster = Self {
            front: Vec::new(),
            seats: BTreeMap::new(),
            supervisor: w.by,
        };
        let mut no = FIRST_NO;
        for (name, role, point) in COLLEAGUES {
            while staff::with_no(&w.reading(), &no.to_string())?.is_some() {
                no += 1;
            }
            let new = NewStaff {
                no: no.to_string(),
                name: (*name).to_owned(),
                role: *role,
                must_change: false,
            };
            let actor = staff::actor(&staff::add(w, &new)?);
            if let Some(password) = password {
                staff::checked_password("staffPassword", password, &[name])?;
                desk.vault().put_account(
                    w.tx,
                    &new.no,
                    vault::Administrator::No,
                    password,
                    entropy,
                )?;
            }
            match points::by_code(&w.reading(), point)? {
                Some(id) => roster.seats.entry(id).or_default().push(actor),
                None if *role == Role::Supervisor => roster.supervisor = actor,
                None => roster.front.push(actor),
            }
        }
        Ok(roster)
    }

    /// Somebody at the front desk.
    pub(super) fn front(&self, dice: &mut Dice) -> Actor {
        dice.pick(&self.front).copied().unwrap_or(self.supervisor)
    }

    pub(super) const fn supervisor(&self) -> Actor {
        self.supervisor
    }

    /// Who sits where.
    pub(super) fn seats(&self) -> impl Iterator<Item = (PointId, Actor)> + '_ {
        self.seats
            .iter()
            .flat_map(|(point, who)| who.iter().map(|actor| (*point, *actor)))
    }

    /// Who handles feedback.
    pub(super) fn handler(&self, dice: &mut Dice) -> Actor {
        let able: Vec<Actor> = self
            .seats()
            .map(|(_, actor)| actor)
            .filter(|a| a.role == Role::Specialist)
            .collect();
        if dice.happens(300) {
            self.supervisor
        } else {
            able.last().copied().unwrap_or(self.supervisor)
        }
    }
}
