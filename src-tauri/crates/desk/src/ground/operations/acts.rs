//! What the journal says about operations.

crate::ground::acts::acts! {
    objects {
        /// A command that was sent.
        OPERATION = "operation",
    }
    Changed {
        /// A command came again and got its first answer.
        REPEAT = "operations.repeat",
    }
}
