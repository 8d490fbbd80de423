//! What the journal says of who an encounter is with.

crate::ground::acts::acts! {
    objects {}
    Changed {
        /// It was with somebody else than was said.
        CORRECT_VISITOR = "encounters.correct_visitor",
    }
}
