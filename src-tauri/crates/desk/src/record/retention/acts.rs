//! What the journal says about retention.

crate::ground::acts::acts! {
    objects {
        /// 保存期限.
        RULE = "retention",
        /// 销毁记录.
        DESTRUCTION = "destruction",
    }
    Changed {
        /// A rule was changed.
        SET = "retention.set",
        /// What was due was destroyed.
        DESTROY = "retention.destroy",
        /// The record of it was filed.
        EXPORT = "retention.export",
    }
}
