//! Who comes, and who is there.

use super::id;
use crate::desk::TestDesk;
use serde_json::{Value, json};

/// Somebody as the form sends them: a name, and empty whatever else nobody asked for.
#[derive(Debug, Clone)]
pub struct Person {
    visitor: Value,
    consent: Value,
    health: Value,
}

impl Person {
    /// Somebody who agreed to be registered, and told nothing but a name.
    pub fn named(name: &str) -> Self {
        Self {
            visitor: json!({ "name": name, "phone": "", "phone2": "", "idKind": "none", "idNumber": "",
                "sex": null, "bornOn": null, "address": "", "note": "", "groups": [], "conditions": [],
                "allergies": [] }),
            consent: json!("spoken"),
            health: Value::Null,
        }
    }

    /// With one field of the form filled in.
    #[must_use]
    pub fn with(mut self, field: &str, value: impl Into<Value>) -> Self {
        assert!(!self.visitor[field].is_null() || ["sex", "bornOn"].contains(&field));
        self.visitor[field] = value.into();
        self
    }

    /// With a phone.
    #[must_use]
    pub fn phone(self, number: &str) -> Self {
        self.with("phone", number)
    }

    /// With the number of a resident's identity card.
    #[must_use]
    pub fn resident(self, number: &str) -> Self {
        self.with("idKind", "resident").with("idNumber", number)
    }

    /// With a consent of another manner, or with none.
    #[must_use]
    pub fn consent(mut self, manner: impl Into<Value>) -> Self {
        self.consent = manner.into();
        self
    }

    /// Agreed that details of their health are kept.
    #[must_use]
    pub fn health(mut self) -> Self {
        self.health = json!("spoken");
        self
    }

    /// The fields of the form.
    pub fn form(&self) -> Value {
        self.visitor.clone()
    }

    /// What `visitors.register` is sent.
    pub fn input(&self) -> Value {
        json!({ "visitor": self.visitor, "consent": self.consent, "healthConsent": self.health })
    }

    /// Registers them; answers the record.
    #[track_caller]
    pub fn come(&self, desk: &TestDesk) -> Value {
        desk.call("visitors.register", self.input())
    }
}

/// Somebody of whom enough is known for every command.
pub fn person() -> Person {
    Person::named("单秀英")
        .phone("15400001111")
        .with("sex", "female")
        .with("bornOn", "1959-02-03")
        .health()
}

/// The same, registered.
#[track_caller]
pub fn visitor(desk: &TestDesk) -> i64 {
    id(&person().come(desk))
}

/// Somebody with a name of their own and a phone, registered.
#[track_caller]
pub fn visitor_named(desk: &TestDesk, name: &str) -> i64 {
    id(&Person::named(name).phone("13800005678").come(desk))
}

/// The id of somebody who works here.
#[track_caller]
pub fn staff(desk: &TestDesk, no: &str) -> i64 {
    let list = desk.call("staff.list", json!({}));
    let rows = list["rows"].as_array().expect("rows");
    let row = rows.iter().find(|row| row["no"] == no);
    id(row.unwrap_or_else(|| panic!("nobody here is {no}")))
}
