//! Why it is not said again whom an encounter is with.

crate::ground::refusal::refusals! {
    Refused {
        /// Something hangs on whoever it is with: it is corrected with a reason.
        IdentityBound = "identity_bound" {},
    }
}
