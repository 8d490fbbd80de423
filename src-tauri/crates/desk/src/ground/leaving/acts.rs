//! What the journal says about what was to leave.

crate::ground::acts::acts! {
    objects {}
    Changed {
        /// What the entry before said was to leave did not.
        STAYED = "papers.stayed",
    }
}
