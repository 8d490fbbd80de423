//! Hearing which statements run, in builds for tests only: what was heard is prepared on
//! the other engines.

use crate::value::Value;
use std::sync::OnceLock;

/// Told of a statement and of what is bound to it before it runs.
pub type Ear = fn(&str, &[Value]);

static EAR: OnceLock<Ear> = OnceLock::new();

/// From now on `ear` is told of every statement of this process; only the first is.
pub fn overhear(ear: Ear) {
    let _ = EAR.set(ear);
}

pub(crate) fn tell(sql: &str, values: &[Value]) {
    if let Some(ear) = EAR.get() {
        ear(sql, values);
    }
}
