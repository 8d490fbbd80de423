//! Nobody is registered without grounds, and nothing about health without its own consent.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

#[path = "support/bare.rs"]
mod bare;

use bare::Bare;
use desk::ground::roles::Role;
use desk::people::notices;
use desk::people::visitors::{
    self, Basis, Given, Grounds, Hold, IdKind, Manner, Scope, Visitor, VisitorDetails, basis,
    consent, standing,
};
use desk::{Act, Error, Refusal};

const ACT: Act = bare::act(Role::Receptionist);
const SPOKEN: Grounds<'_> = Grounds {
    basis: Basis::Consent,
    reason: "",
    consent: Some(Given::by(Manner::Spoken)),
    health: None,
};

struct House(Bare);

impl House {
    fn new() -> Self {
        let bare = Bare::new(Role::Receptionist);
        let made = bare
            .desk
            .write(&ACT, |w| notices::publish(w, "告知", "Notice"));
        made.unwrap();
        Self(bare)
    }

    fn register(&self, draft: &VisitorDetails, grounds: &Grounds<'_>) -> Result<Visitor, Error> {
        self.0
            .desk
            .write(&ACT, |w| visitors::register(w, draft, grounds, &[]))
    }

    /// How many visitors there are.
    fn visitors(&self) -> usize {
        let ids: Vec<_> = (1..9).map(desk::VisitorId).collect();
        let found = self.0.desk.read(&ACT, |r| visitors::names(r, &ids));
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
    let house = House::new();
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
        .0
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
    let house = House::new();
    let refusal = visitors::Refused::ConsentMissing {}.at("healthConsent");
    assert_eq!(refused(house.register(&with_allergy(), &SPOKEN)), refusal);
    let correct = |id| {
        let change = |w: &desk::Writing<'_>| visitors::correct(w, id, &with_allergy(), &[]);
        house.0.desk.write(&ACT, change)
    };
    let plain = house.register(&somebody(), &SPOKEN).unwrap().id;
    assert_eq!(refused(correct(plain)), refusal);

    let signed = Grounds {
        health: Some(Given::by(Manner::Signed)),
        ..SPOKEN
    };
    let told = house.register(&with_allergy(), &signed).unwrap();
    assert_eq!(told.allergies, ["penicillin"]);
    let withdrawn = house
        .0
        .desk
        .write(&ACT, |w| consent::withdraw(w, told.id, Scope::Health));
    withdrawn.unwrap();
    assert_eq!(refused(correct(told.id)), refusal);
}

#[test]
fn of_a_restricted_record_only_the_number_is_seen() {
    let house = House::new();
    let signed = Grounds {
        health: Some(Given::by(Manner::Signed)),
        ..SPOKEN
    };
    let whole = house.register(&with_allergy(), &signed).unwrap();
    assert_eq!(whole.clone().seen(), whole);
    let stored = house.0.desk.write(&ACT, |w| {
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
