//! What the journal says about assessments.

crate::ground::acts::acts! {
    objects {
        /// 需求评估.
        ASSESSMENT = "assessment",
    }
    Changed {
        /// A version was kept.
        SAVE = "assessments.save",
    }
}
