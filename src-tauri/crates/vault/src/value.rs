//! Values that go into statements and come out of rows, so that no other crate
//! names the database library.

/// A value bound to a statement.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Absent.
    Null,
    /// Integers, moments, ids, money.
    Int(i64),
    /// Text.
    Text(String),
    /// Bytes.
    Blob(Vec<u8>),
}

macro_rules! from_int {
    ($($t:ty),*) => { $(impl From<$t> for Value { fn from(n: $t) -> Self { Self::Int(i64::from(n)) } })* };
}
from_int!(i64, i32, i16, u32, u16, u8, bool);

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}
impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}
impl From<&String> for Value {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}
impl From<&[u8]> for Value {
    fn from(bytes: &[u8]) -> Self {
        Self::Blob(bytes.to_vec())
    }
}
impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

/// Binds values by position: `args![name, at, id]` for `?1, ?2, ?3`.
#[macro_export]
macro_rules! args {
    () => { &[] as &[$crate::Value] };
    ($($value:expr),+ $(,)?) => { &[$($crate::Value::from($value)),+] as &[$crate::Value] };
}

/// What a column can be read as.
pub trait FromValue: Sized {
    /// Reads a value; `None` when it has another type or shape.
    fn from_value(value: &Value) -> Option<Self>;
}

impl FromValue for Value {
    fn from_value(value: &Value) -> Option<Self> {
        Some(value.clone())
    }
}
impl FromValue for i64 {
    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::Int(n) => Some(*n),
            Value::Null | Value::Text(_) | Value::Blob(_) => None,
        }
    }
}
impl FromValue for u32 {
    fn from_value(value: &Value) -> Option<Self> {
        i64::from_value(value).and_then(|n| n.try_into().ok())
    }
}
impl FromValue for u16 {
    fn from_value(value: &Value) -> Option<Self> {
        i64::from_value(value).and_then(|n| n.try_into().ok())
    }
}
impl FromValue for u8 {
    fn from_value(value: &Value) -> Option<Self> {
        i64::from_value(value).and_then(|n| n.try_into().ok())
    }
}
impl FromValue for bool {
    fn from_value(value: &Value) -> Option<Self> {
        i64::from_value(value).map(|n| n != 0)
    }
}
impl FromValue for String {
    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::Text(s) => Some(s.clone()),
            Value::Null | Value::Int(_) | Value::Blob(_) => None,
        }
    }
}
impl FromValue for Vec<u8> {
    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::Blob(b) => Some(b.clone()),
            Value::Null | Value::Int(_) | Value::Text(_) => None,
        }
    }
}
impl<T: FromValue> FromValue for Option<T> {
    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::Null => Some(None),
            other => T::from_value(other).map(Some),
        }
    }
}
