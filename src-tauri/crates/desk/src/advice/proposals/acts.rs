//! What the journal says about proposals.

crate::ground::acts::acts! {
    objects {
        /// 推荐方案.
        PROPOSAL = "proposal",
    }
    Changed {
        /// Proposals were made.
        MAKE = "proposals.make",
        /// The person decided on one.
        CHOOSE = "proposals.choose",
        /// The person wants none.
        DECLINE_ALL = "proposals.decline_all",
    }
    Looked {
        /// They were looked at again.
        LOOK = "proposals.look",
    }
}
