//! Nobody is registered without grounds, and nothing about health without its own consent.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use desk::ground::roles::Role;
use desk::house::staff::{self, NewStaff};
use desk::people::notices;
use desk::people::visitors::{
    self, Basis, Grounds, Hold, IdKind, Manner, Scope, Visitor, VisitorDetails, basis, consent,
    standing,
};
use desk::{Act, Actor, Desk, Error, Moment, Refusal, StaffId};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

const ACT: Act = Act {
    by: Actor {
        staff: StaffId(1),
        role: Role::Receptionist,
    },
    // Monday 2026-11-23, 09:00 in China.
    at: Moment(1_795_395_600_000),
};
const SPOKEN: Grounds<'_> = Grounds {
    basis: Basis::Consent,
    reason: "",
    consent: Some(Manner::Spoken),
    health: None,
};

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
}

impl Drop for House {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.root);
    }
}

impl House {
    fn new(name: &str) -> Self {
        let root = std::env::temp_dir().join(format!("shouwen-{name}-{}", std::process::id()));
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
        let (desk, _) = Desk::create(&folder, &new, ACT.at, &Dice(AtomicU64::new(1))).unwrap();
        let first = NewStaff {
            no: "1001".into(),
            name: "李敏".into(),
            role: Role::Receptionist,
            must_change: false,
        };
        let made = desk.write(&ACT, |w| {
            staff::add(w, &first)?;
            notices::publish(w, "告知", "Notice")
        });
        made.unwrap();
        Self { desk, root }
    }

    fn register(&self, draft: &VisitorDetails, grounds: &Grounds<'_>) -> Result<Visitor, Error> {
        self.desk
            .write(&ACT, |w| visitors::register(w, draft, grounds))
    }

    /// How many visitors there are.
    fn visitors(&self) -> usize {
        let ids: Vec<_> = (1..9).map(desk::VisitorId).collect();
        let found = self.desk.read(&ACT, |r| visitors::names(r, &ids));
        found.unwrap().len()
    }
}

fn somebody() -> VisitorDetails {
    VisitorDetails {
        name: "单秀英".into(),
        phone: "15400001111".into(),
        ..VisitorDetails::default()
    }
}

fn with_allergy() -> VisitorDetails {
    VisitorDetails {
        allergies: vec!["penicillin".into()],
        ..somebody()
    }
}

#[track_caller]
fn refused<T>(result: Result<T, Error>) -> Refusal {
    match result {
        Err(Error::Refused(refusal)) => refusal,
        Err(Error::Store(error)) => panic!("{error}"),
        Ok(_) => panic!("nothing was refused"),
    }
}

#[test]
fn nobody_is_registered_without_consent_or_another_basis() {
    let house = House::new("grounds");
    let nothing = Grounds {
        consent: None,
        ..SPOKEN
    };
    assert_eq!(
        refused(house.register(&somebody(), &nothing)),
        visitors::Refused::ConsentMissing {}.at("consent")
    );
    let silent = Grounds {
        basis: Basis::Emergency,
        ..nothing
    };
    let refusal = refused(house.register(&somebody(), &silent));
    assert_eq!(refusal.code, "reason_needed");
    assert_eq!(house.visitors(), 0, "a refusal leaves nothing behind");

    let brought_in = Grounds {
        reason: "昏迷送来",
        ..silent
    };
    let visitor = house.register(&somebody(), &brought_in).unwrap();
    let (on, stands) = house
        .desk
        .read(&ACT, |r| {
            let stands = consent::stands(r, visitor.id, Scope::Personal)?;
            Ok::<_, desk::Error>((basis::basis_of(r, visitor.id)?, stands))
        })
        .unwrap();
    assert_eq!((on, stands), (Basis::Emergency, false));
}

#[test]
fn health_details_need_a_consent_of_their_own() {
    let house = House::new("health");
    let refusal = visitors::Refused::ConsentMissing {}.at("healthConsent");
    assert_eq!(refused(house.register(&with_allergy(), &SPOKEN)), refusal);
    let correct = |id| {
        let change = |w: &desk::Writing<'_>| visitors::correct(w, id, &with_allergy());
        house.desk.write(&ACT, change)
    };
    let plain = house.register(&somebody(), &SPOKEN).unwrap().id;
    assert_eq!(refused(correct(plain)), refusal);

    let signed = Grounds {
        health: Some(Manner::Signed),
        ..SPOKEN
    };
    let told = house.register(&with_allergy(), &signed).unwrap();
    assert_eq!(told.allergies, ["penicillin"]);
    let withdrawn = house
        .desk
        .write(&ACT, |w| consent::withdraw(w, told.id, Scope::Health));
    withdrawn.unwrap();
    assert_eq!(refused(correct(told.id)), refusal);
}

#[test]
fn of_a_restricted_record_only_the_number_is_seen() {
    let house = House::new("seen");
    let signed = Grounds {
        health: Some(Manner::Signed),
        ..SPOKEN
    };
    let whole = house.register(&with_allergy(), &signed).unwrap();
    assert_eq!(whole.clone().seen(), whole);
    let stored = house.desk.write(&ACT, |w| {
        standing::restrict(w, whole.id, Hold::Storage, "本人要求")?;
        visitors::of(&w.reading(), whole.id)
    });
    let stored = stored.unwrap();
    assert_eq!(stored.name, "单秀英", "the record itself is kept");
    let seen = stored.clone().seen();
    assert_eq!((seen.id, seen.standing), (whole.id, stored.standing));
    assert_eq!((seen.name.as_str(), seen.phone.as_str()), ("", ""));
    assert_eq!((seen.id_kind, seen.born_on), (IdKind::None, None));
    assert!(seen.allergies.is_empty() && seen.groups.is_empty());
}
