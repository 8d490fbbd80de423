//! What the journal says about institution.

crate::ground::acts::acts! {
    objects {
        /// 机构.
        INSTITUTION = "institution",
    }
    Changed {
        /// Its name, address and hours were set.
        SET = "institution.set",
        /// A day was marked as different, or no longer.
        MARK_DAY = "institution.mark_day",
        /// Days of training were begun.
        BEGIN_DEMO = "demo.begin",
        /// A day of training began.
        DEMO_DAY = "demo.day",
    }
}
