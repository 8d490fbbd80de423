//! Why a person's request is refused.

crate::ground::refusal::refusals! {
    Refused {
        /// The request was answered and closed.
        RequestClosed = "request_closed" {},
        /// Matters of the person are still open: they cannot be erased yet.
        MattersOpen = "matters_open" { count: i64 },
    }
}
