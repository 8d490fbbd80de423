//! Masking whole rows, so that a screen and a sheet hide the same (R 10.3).

use super::{
    BookingRow, Change, Correction, Corrections, EncounterRow, FeedbackRow, Ledger, PromiseRow,
};
use crate::ground::lists::Cell;
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
person!(EncounterRow: name, now_called, phone, matter, answer);
person!(BookingRow: name, phone, voucher);
person!(FeedbackRow: name, now_called, phone, what);
person!(PromiseRow: name, now_called, phone, what);

impl Person for Correction {
    fn standing(&self) -> Standing {
        self.standing
    }
    fn without_person(mut self) -> Self {
        if self.change.is_personal() {
            self.before = Cell::text("");
            self.after = Cell::text("");
        }
        if self.of_booking {
            self.no.clear();
        }
        self.names.clear();
        self
    }
}

impl Ledger {
    pub(super) fn without_restricted(self) -> Self {
        fn each<T: Person>(rows: Vec<T>) -> Vec<T> {
            rows.into_iter().map(Person::unless_restricted).collect()
        }
        Self {
            encounters: each(self.encounters),
            bookings: each(self.bookings),
            visits: each(self.visits),
            feedback: each(self.feedback),
            promises: each(self.promises),
            corrections: Corrections {
                rows: each(self.corrections.rows),
                ..self.corrections
            },
            ..self
        }
    }
}

/// A free text without the person, who may be called otherwise today than on the day.
fn hidden(text: &str, names: [&String; 2]) -> String {
    let [then, now] = names;
    let text = mask::free_text(text, then);
    if now == then {
        text
    } else {
        mask::free_text(&text, now)
    }
}

impl EncounterRow {
    pub(super) fn masked(self) -> Self {
        let hide = |text: &str| hidden(text, [&self.name, &self.now_called]);
        Self {
            matter: hide(&self.matter),
            answer: hide(&self.answer),
            now_called: String::new(),
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
            what: hidden(&self.what, [&self.name, &self.now_called]),
            now_called: String::new(),
            phone: mask::phone(&self.phone),
            name: mask::name(&self.name),
            ..self
        }
    }
}

impl PromiseRow {
    pub(super) fn masked(self) -> Self {
        Self {
            what: hidden(&self.what, [&self.name, &self.now_called]),
            now_called: String::new(),
            phone: mask::phone(&self.phone),
            name: mask::name(&self.name),
            ..self
        }
    }
}

impl Correction {
    pub(super) fn masked(self) -> Self {
        let hide = |cell: Cell| match (self.change, cell) {
            (Change::Name | Change::Visitor, Cell::Text(text)) => Cell::Text(mask::name(&text)),
            (Change::Phone, Cell::Text(text)) => Cell::Text(mask::phone(&text)),
            (Change::Matter | Change::Answer, Cell::Text(text)) => {
                let names = self.names.iter();
                Cell::Text(names.fold(mask::free_text(&text, ""), |text, name| {
                    mask::free_text(&text, name)
                }))
            }
            (_, cell) => cell,
        };
        Self {
            before: hide(self.before),
            after: hide(self.after),
            no: if self.of_booking {
                mask::document(&self.no)
            } else {
                self.no
            },
            names: Vec::new(),
            ..self
        }
    }
}
