//! What the journal says about opening records.

crate::ground::acts::acts! {
    objects {
    }
    Changed {
        /// Why so many are opened.
        SAY_WHY = "visitors.say_why",
        /// Somebody else gave their word that more may be opened.
        ALLOW = "visitors.allow",
    }
    Looked {
        /// A record was opened for a purpose.
        OPEN = "visitors.open",
    }
}
