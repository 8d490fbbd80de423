//! Closed sets that are stored and sent as codes: one macro gives each its
//! `code()`, its `parse()` and its list, so that no match forgets one.

/// Declares a closed set: `codes! { /// doc Sex { Female = "female", Male = "male" } }`.
#[macro_export]
macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $code:literal),+ $(,)? })+) => { $(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            /// Every value, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The code that is stored and sent.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// Reads a code.
            pub fn parse(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$variant),)+ _ => None }
            }
        }
        impl From<$name> for vault::Value {
            fn from(value: $name) -> Self {
                Self::Text(value.code().to_owned())
            }
        }
        impl vault::FromValue for $name {
            fn from_value(value: &vault::Value) -> Option<Self> {
                String::from_value(value).and_then(|code| Self::parse(&code))
            }
        }
    )+ };
}
