//! What can be held about a person, part by part and fact by fact (PIPL 44, 45). Codes
//! stay codes; the window and the paper say them.

use crate::{Moment, local_text};
use vault::Value;

/// A part of what is held; each subject names its own. Its words are those of `HeldPart`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Part(pub &'static str);

impl Part {
    /// Who looked at it or changed it: the journal knows.
    pub const LOOKS: Self = Self("looks");
}

crate::codes! {
    /// What kind of thing is known of a person's health.
    HealthFact {
        /// A special group they belong to.
        Group = "group",
        /// A condition.
        Condition = "condition",
        /// An allergy.
        Allergy = "allergy",
    }

    /// What a fact says.
    Field {
        /// Name.
        Name = "name",
        /// Phone.
        Phone = "phone",
        /// Why there is no phone.
        NoPhone = "no_phone",
        /// Second phone.
        Phone2 = "phone_2",
        /// Kind of document.
        IdKind = "id_kind",
        /// Its number.
        IdNumber = "id_number",
        /// Sex.
        Sex = "sex",
        /// Birth date.
        BornOn = "born_on",
        /// Address.
        Address = "address",
        /// A note.
        Note = "note",
        /// When registered.
        RegisteredAt = "registered_at",
        /// When last seen.
        SeenAt = "seen_at",
        /// What may be done with the record.
        Standing = "standing",
        /// What kind of thing.
        Kind = "kind",
        /// A word of the institution's lists.
        Term = "term",
        /// What a consent covers.
        Scope = "scope",
        /// Version of the notice.
        Version = "version",
        /// How a consent was given.
        Manner = "manner",
        /// When withdrawn.
        WithdrawnAt = "withdrawn_at",
        /// How they reached us.
        Channel = "channel",
        /// For whom.
        OnBehalf = "on_behalf",
        /// The matter.
        Matter = "matter",
        /// Its class.
        Category = "category",
        /// Urgency.
        Urgency = "urgency",
        /// How it ended.
        Outcome = "outcome",
        /// When it ended.
        EndedAt = "ended_at",
        /// Satisfaction, 1 to 5.
        Rating = "rating",
        /// A question.
        Question = "question",
        /// What was looked at for the answer.
        Analysis = "analysis",
        /// An answer.
        Answer = "answer",
        /// What was promised, told, happened.
        What = "what",
        /// Until when.
        DueAt = "due_at",
        /// When it was done.
        KeptAt = "kept_at",
        /// What came of it.
        Result = "result",
        /// Where it stands.
        State = "state",
        /// For whom, in needs.
        Relation = "relation",
        /// What they want.
        Goal = "goal",
        /// Budget.
        Budget = "budget",
        /// When they can come.
        Days = "days",
        /// What they told of their health and wishes.
        Told = "told",
        /// What it is called.
        Title = "title",
        /// Price.
        Price = "price",
        /// Which day.
        Day = "day",
        /// At what time.
        Time = "time",
        /// Allergies and special needs.
        Needs = "needs",
        /// Number of the voucher.
        Voucher = "voucher",
        /// Why.
        Reason = "reason",
        /// About whom or what.
        About = "about",
        /// When it happened.
        HappenedOn = "happened_on",
        /// What the person said to it.
        Reply = "reply",
        /// What was done.
        Action = "action",
        /// Staff number.
        Staff = "staff",
        /// Codes and counts.
        Detail = "detail",
        /// Who received it.
        Receiver = "receiver",
    }
}

/// How a field's value is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// As it is: a text, or a code.
    Text,
    /// A moment.
    Moment,
    /// Fen, written as yuan.
    Money,
    /// A minute of the day.
    Minute,
}

impl Field {
    /// How its value is written.
    const fn shape(self) -> Shape {
        match self {
            Self::RegisteredAt
            | Self::SeenAt
            | Self::WithdrawnAt
            | Self::EndedAt
            | Self::DueAt
            | Self::KeptAt => Shape::Moment,
            Self::Budget | Self::Price => Shape::Money,
            Self::Time => Shape::Minute,
            _ => Shape::Text,
        }
    }

    /// The value as text; `None` when there is none.
    pub(crate) fn write(self, value: Value) -> Option<String> {
        let text = match (value, self.shape()) {
            (Value::Null | Value::Blob(_), _) => return None,
            (Value::Text(text), _) => text,
            (Value::Int(n), Shape::Moment) => local_text(Moment(n)),
            (Value::Int(n), Shape::Money) => format!("{}.{:02}", n / 100, n % 100),
            (Value::Int(n), Shape::Minute) => format!("{:02}:{:02}", n / 60, n % 60),
            (Value::Int(n), Shape::Text) => n.to_string(),
        };
        (!text.is_empty()).then_some(text)
    }
}

/// How a part is read.
#[derive(Debug, Clone, Copy)]
pub struct Held {
    /// Which part.
    pub part: Part,
    /// Its facts in the order they are shown.
    pub fields: &'static [Field],
    /// Those of them whose value is a code, with the name of its closed set.
    pub codes: &'static [(Field, &'static str)],
    /// A record a row, the oldest first, of the visitor `?1`: `at`, `no`, and a column
    /// called as each of the fields. It may ask for `(SELECT today FROM cut)`.
    pub rows: &'static str,
}

impl Held {
    /// The closed set of a field's value; `None`: it is no code.
    pub(crate) fn set_of(&self, field: Field) -> Option<&'static str> {
        let found = self.codes.iter().find(|(coded, _)| *coded == field);
        found.map(|(_, set)| *set)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_written_as_people_read_them() {
        let write = |field: Field, value: Value| field.write(value);
        assert_eq!(
            write(Field::Price, Value::Int(12_805)).as_deref(),
            Some("128.05")
        );
        assert_eq!(
            write(Field::Time, Value::Int(490)).as_deref(),
            Some("08:10")
        );
        assert_eq!(
            write(Field::SeenAt, Value::Int(1_795_395_600_000)).as_deref(),
            Some("2026-11-23 09:00")
        );
        assert_eq!(write(Field::Note, Value::Text(String::new())), None);
        assert_eq!(write(Field::Note, Value::Null), None);
    }
}
