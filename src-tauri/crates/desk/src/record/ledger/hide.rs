//! Masking whole rows, so that a screen and a sheet hide the same (R 10.3).

use super::{BookingRow, EncounterRow, FeedbackRow, Ledger, PromiseRow};
use crate::people::mask;
use crate::people::visitors::Standing;

/// A row of a person whose record is restricted to storage: counted, but not shown,
/// not even in a full export (PIPL 47).
trait Person: Sized {
    fn standing(&self) -> Standing;
    fn without_person(self) -> Self;

    fn unless_restricted(self) -> Self {
        match self.standing() {
            Standing::Restricted => self.without_person(),
            Standing::Open | Standing::Erased => self,
        }
    }
}

macro_rules! person {
    ($row:ident: $($field:ident),+) => {
        impl Person for $row {
            fn standing(&self) -> Standing {
                self.standing
            }
            fn without_person(mut self) -> Self {
                $(self.$field.clear();)+
                self
            }
        }
    };
}
person!(EncounterRow: name, phone, matter, answer);
person!(BookingRow: name, phone, voucher);
person!(FeedbackRow: name, phone, what);
person!(PromiseRow: name, phone, what);

impl Ledger {
    pub(super) fn without_restricted(self) -> Self {
        fn each<T: Person>(rows: Vec<T>) -> Vec<T> {
            rows.into_iter().map(Person::unless_restricted).collect()
        }
        Self {
            encounters: each(self.encounters),
            bookings: each(self.bookings),
            feedback: each(self.feedback),
            promises: each(self.promises),
            ..self
        }
    }
}

impl EncounterRow {
    pub(super) fn masked(self) -> Self {
        let hide = |text: &str| mask::free_text(text, &self.name);
        Self {
            matter: hide(&self.matter),
            answer: hide(&self.answer),
            phone: mask::phone(&self.phone),
            name: mask::name(&self.name),
            ..self
        }
    }
}

impl BookingRow {
    pub(super) fn masked(self) -> Self {
        Self {
            voucher: mask::document(&self.voucher),
            phone: mask::phone(&self.phone),
            name: mask::name(&self.name),
            ..self
        }
    }
}

impl FeedbackRow {
    pub(super) fn masked(self) -> Self {
        Self {
            what: mask::free_text(&self.what, &self.name),
            phone: mask::phone(&self.phone),
            name: mask::name(&self.name),
            ..self
        }
    }
}

impl PromiseRow {
    pub(super) fn masked(self) -> Self {
        Self {
            what: mask::free_text(&self.what, &self.name),
            phone: mask::phone(&self.phone),
            name: mask::name(&self.name),
            ..self
        }
    }
}
