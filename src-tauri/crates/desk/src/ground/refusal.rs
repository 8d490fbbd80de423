//! Why the desk says no. Codes only: the window owns the sentences. A code exists only
//! if the window says something different for it. What any subject may say stands here;
//! the rest stands in the subject's own `refusals.rs`.

/// A fact of a refusal, for the sentence the window builds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fact {
    /// A number.
    Int(i64),
    /// A code, a number as text, a day.
    Text(String),
}

impl From<i64> for Fact {
    fn from(n: i64) -> Self {
        Self::Int(n)
    }
}
impl From<String> for Fact {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}
impl From<&'static str> for Fact {
    fn from(text: &'static str) -> Self {
        Self::Text(text.to_owned())
    }
}

/// A refusal: the reason and, where one is at fault, the field.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("refused: {code}")]
pub struct Refusal {
    /// The code that crosses to the window.
    pub code: &'static str,
    /// The facts of the sentence.
    pub facts: Vec<(&'static str, Fact)>,
    /// The input field at fault, by its name on the wire.
    pub field: Option<String>,
    /// What else is wrong with the same input, each at a field of its own.
    pub also: Vec<Refusal>,
}

/// Gathers what is wrong with an input, so that one answer names every field.
#[derive(Debug, Default)]
pub struct Wrong(Vec<Refusal>);

impl Wrong {
    /// What was read; where it was refused that is noted, and nothing stands in its place.
    pub fn or<T: Default>(&mut self, read: Result<T, Refusal>) -> T {
        read.unwrap_or_else(|refusal| {
            self.note(refusal);
            T::default()
        })
    }

    /// Notes a refusal; of several at one field the first counts.
    pub fn note(&mut self, refusal: Refusal) {
        if self.0.iter().all(|noted| noted.field != refusal.field) {
            self.0.push(refusal);
        }
    }

    /// Goes on if nothing was noted.
    ///
    /// # Errors
    /// The first refusal, with all others in `also`.
    pub fn done(self) -> Result<(), Refusal> {
        let mut noted = self.0.into_iter();
        match noted.next() {
            Some(first) => Err(Refusal {
                also: noted.collect(),
                ..first
            }),
            None => Ok(()),
        }
    }
}

/// A code with the names and the TypeScript types of its facts.
pub type Code = (&'static str, &'static [(&'static str, &'static str)]);

/// Declares why a subject says no: an enum of that name, its codes, their facts.
macro_rules! refusals {
    (@type i64) => { "number" };
    (@type String) => { "string" };
    ($name:ident { $($(#[$doc:meta])* $variant:ident = $code:literal { $($fact:ident : $type:ident),* }),+ $(,)? }) => {
        /// Why this subject says no.
        #[derive(Debug, Clone, PartialEq)]
        pub enum $name {
            $($(#[$doc])* $variant { $(#[doc = stringify!($fact)] $fact: $type),* }),+
        }

        impl $name {
            /// Every code with the names and the TypeScript types of its facts.
            pub const CODES: &'static [$crate::ground::refusal::Code] =
                &[$(($code, &[$((stringify!($fact), $crate::ground::refusal::refusals!(@type $type))),*])),+];

            /// The refusal of a field.
            pub fn at(self, field: impl Into<String>) -> $crate::Refusal {
                let refusal = self.refuse();
                $crate::Refusal { field: Some(field.into()), ..refusal }
            }

            /// A refusal that no single field is at fault for.
            pub fn refuse(self) -> $crate::Refusal {
                let (code, facts) = match self {
                    $(Self::$variant { $($fact),* } =>
                        ($code, vec![$((stringify!($fact), $crate::Fact::from($fact))),*]),)+
                };
                $crate::Refusal { code, facts, field: None, also: Vec::new() }
            }
        }
    };
}
pub(crate) use refusals;

refusals! {
    Reason {
        /// A required field is empty.
        Empty = "empty" {},
        /// A text is longer than the field holds (characters).
        TooLong = "too_long" { max: i64, got: i64 },
        /// A control character, such as NUL, stands in the text.
        ControlCharacter = "control_character" { position: i64 },
        /// A number lies outside what makes sense.
        OutOfRange = "out_of_range" { min: i64, max: i64 },
        /// A day or time that does not exist or cannot be read.
        NoSuchTime = "no_such_time" {},
        /// A time past the end of the day, such as 24:00: a day ends at 23:59.
        PastMidnight = "past_midnight" {},
        /// A code that is not in the closed set of this field.
        UnknownCode = "unknown_code" { got: String },
        /// The thing asked for is not there.
        NotFound = "not_found" {},
        /// Somebody changed it in the meantime, or it is in a state that does not allow this.
        WrongState = "wrong_state" { state: String },
        /// A reason is due and missing.
        ReasonNeeded = "reason_needed" {},
        /// The operation id came before: from somebody else, with another command or input, or
        /// what it did is not known any more.
        OperationReused = "operation_reused" {},
        /// A code of the catalogue is 2 to 40 small letters, digits and hyphens.
        CodeShape = "code_shape" {},
    }
}
