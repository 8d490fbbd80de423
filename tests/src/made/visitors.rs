//! Who comes.

use super::Do::{Press, Tap, Type};
use super::{Before, ENCOUNTER, Proof, Screen, Stage, id};
use crate::desk::{PASSWORD, TestDesk};
use serde_json::{Value, json};

/// Somebody as the form sends them: a name, and empty whatever else nobody asked for.
#[derive(Debug, Clone)]
pub struct Person {
    visitor: Value,
    consent: Value,
    health: Value,
    guardian: Value,
    sure: Value,
}

impl Person {
    /// Somebody who agreed to be registered, and told nothing but a name.
    pub fn named(name: &str) -> Self {
        Self {
            visitor: json!({ "name": name, "phone": "", "noPhone": "none", "phone2": "", "idKind": "none", "idNumber": "",
                "sex": null, "bornOn": null, "address": "", "note": "", "groups": [], "conditions": [],
                "allergies": [] }),
            consent: json!("spoken"),
            health: Value::Null,
            guardian: Value::Null,
            sure: json!([]),
        }
    }

    /// With one field of the form filled in.
    #[must_use]
    pub fn with(mut self, field: &str, value: impl Into<Value>) -> Self {
        assert!(!self.visitor[field].is_null() || ["sex", "bornOn", "noPhone"].contains(&field));
        self.visitor[field] = value.into();
        self
    }

    /// With a phone.
    #[must_use]
    pub fn phone(self, number: &str) -> Self {
        self.with("phone", number)
    }

    /// With these fields meant as they are.
    #[must_use]
    pub fn sure(mut self, fields: &[&str]) -> Self {
        self.sure = json!(fields);
        self
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

    /// A guardian consented for them.
    #[must_use]
    pub fn guarded(mut self, relation: &str, phone: &str) -> Self {
        self.guardian = json!({ "relation": relation, "phone": phone });
        self.consent("guardian")
    }

    /// Agreed that details of their health are kept.
    #[must_use]
    pub fn health(mut self) -> Self {
        self.health = match self.consent.as_str() {
            Some("guardian") => json!("guardian"),
            _ => json!("spoken"),
        };
        self
    }

    /// The fields of the form.
    pub fn form(&self) -> Value {
        self.visitor.clone()
    }

    /// What `visitors.register` is sent.
    pub fn input(&self) -> Value {
        json!({ "visitor": self.visitor, "consent": self.consent, "healthConsent": self.health,
            "guardian": self.guardian, "sure": self.sure })
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

/// What `visitors.read` is sent for somebody who is here.
pub fn here(visitor: i64) -> Value {
    json!({ "id": visitor, "purpose": "here", "number": null })
}

/// Somebody with a name of their own and a phone, registered.
#[track_caller]
pub fn visitor_named(desk: &TestDesk, name: &str) -> i64 {
    id(&Person::named(name).phone("13800005678").come(desk))
}

/// Who opens many records says why, and a colleague agrees.
fn play(stage: &mut dyn Stage, _: i64) {
    stage.play("visitors.say_why", json!({ "reason": "团队报到" }));
    let word = json!({ "no": "1004", "password": PASSWORD });
    stage.play("visitors.allow", word);
}

pub(super) const PROOF: Proof = Proof {
    play,
    before: &[
        Before(
            "visitors.check_id",
            r#"{"idNumber":"11010519491231002X"}"#,
            Ok("1949-12-31"),
        ),
        Before(
            "visitors.check_born",
            r#"{"bornOn":"1949年2月"}"#,
            Ok("1949-02"),
        ),
        Before("visitors.find", r#"{"text":"韩梦婷"}"#, Ok("154****0001")),
        Before("visitors.groups", "{}", Ok("elderly")),
        Before(
            "visitors.likely_same",
            r#"{"id":null,"name":"韩梦婷","phone":"15411110001","bornOn":null,"idNumber":""}"#,
            Ok("韩*婷"),
        ),
        Before("visitors.notice", "{}", Ok("v2")),
        Before(
            "visitors.read",
            r#"{"id":19,"purpose":"here","number":null}"#,
            Ok("桐花巷"),
        ),
    ],
    screens: &[
        Screen("find", "/", &[Press("Ctrl+K"), Type("1381234")]),
        Screen(
            "register",
            "/",
            &[
                Press("Ctrl+K"),
                Type("李静 13812345678"),
                Tap(".find-line:last-of-type"),
                // What is asked less often.
                Tap("summary"),
            ],
        ),
        Screen(
            "encounter-correct",
            ENCOUNTER,
            &[Tap(".visitor-who .buttons .app-button")],
        ),
        Screen(
            "encounter-consent",
            ENCOUNTER,
            &[Tap("[data-test=consent-open]")],
        ),
        Screen("encounter-reveal", ENCOUNTER, &[Tap("[data-test=reveal]")]),
    ],
    ..Proof::NOTHING
};
