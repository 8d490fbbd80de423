//! What somebody is typing right now.

use super::{Before, Proof};

pub(super) const PROOF: Proof = Proof {
    before: &[Before("drafts.read", r#"{"key":"visitor"}"#, Ok("null"))],
    ..Proof::NOTHING
};
