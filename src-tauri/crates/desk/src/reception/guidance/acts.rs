//! What the journal says about guidance.

crate::ground::acts::acts! {
    objects {
        /// 话术.
        PHRASE = "phrase",
        /// 转介.
        REFERRAL = "referral",
    }
    Changed {
        /// A phrase was added.
        ADD_PHRASE = "guidance.add_phrase",
        /// A referral was added.
        ADD_REFERRAL = "guidance.add_referral",
    }
}
