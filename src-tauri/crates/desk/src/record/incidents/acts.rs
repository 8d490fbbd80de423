//! What the journal says about incidents.

crate::ground::acts::acts! {
    objects {
    }
    Changed {
        /// A version was kept.
        SAVE = "incidents.save",
    }
}
