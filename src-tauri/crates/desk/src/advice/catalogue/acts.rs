//! What the journal says about catalogue.

crate::ground::acts::acts! {
    objects {
        /// 服务项目.
        SERVICE = "service",
        /// 套餐.
        PACKAGE = "package",
        /// 词汇.
        TERM = "term",
        /// 科室.
        DEPARTMENT = "department",
    }
    Changed {
        /// A service was added or changed.
        SAVE_SERVICE = "catalogue.save_service",
        /// A package was added or changed.
        SAVE_PACKAGE = "catalogue.save_package",
        /// A service is no longer offered.
        RETIRE_SERVICE = "catalogue.retire_service",
        /// It is offered again.
        RETURN_SERVICE = "catalogue.return_service",
        /// A package is no longer offered.
        RETIRE_PACKAGE = "catalogue.retire_package",
        /// It is offered again.
        RETURN_PACKAGE = "catalogue.return_package",
        /// A word was added or changed.
        PUT_TERM = "catalogue.put_term",
        /// A department was added or changed.
        PUT_DEPARTMENT = "catalogue.put_department",
    }
}
