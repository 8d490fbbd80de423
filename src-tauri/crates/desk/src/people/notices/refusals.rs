//! Why a notice is refused.

crate::ground::refusal::refusals! {
    Refused {
        /// The texts are those that are in force already.
        NothingNew = "nothing_new" {},
    }
}
