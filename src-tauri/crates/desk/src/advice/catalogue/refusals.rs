//! Why the catalogue refuses.

crate::ground::refusal::refusals! {
    Refused {
        /// A code of the catalogue is taken.
        CodeTaken = "code_taken" {},
    }
}
