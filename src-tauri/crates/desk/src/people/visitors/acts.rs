//! What the journal says about visitors.

crate::ground::acts::acts! {
    objects {
        /// 来访者.
        VISITOR = "visitor",
        /// 特殊人群.
        SPECIAL_GROUP = "special_group",
        /// 隐私告知.
        NOTICE = "notice",
    }
    Changed {
        /// A record was made.
        REGISTER = "visitors.register",
        /// A record was corrected.
        CORRECT = "visitors.correct",
        /// A consent was given.
        CONSENT = "visitors.consent",
        /// A consent was withdrawn.
        WITHDRAW_CONSENT = "visitors.withdraw_consent",
        /// A notice was published.
        PUBLISH_NOTICE = "visitors.publish_notice",
        /// A special group was kept.
        PUT_GROUP = "visitors.put_group",
        /// A restriction ended.
        LIFT = "visitors.lift",
        /// What a record rests on was set.
        SET_BASIS = "visitors.set_basis",
    }
    Revealed {
        /// A hidden value was shown in full.
        REVEAL = "visitors.reveal",
    }
    Answered {
        /// A record was restricted.
        RESTRICT = "visitors.restrict",
    }
}
