//! What the journal says about categories.

crate::ground::acts::acts! {
    objects {
        /// 事项分类.
        CATEGORY = "category",
    }
    Changed {
        /// A category was added.
        ADD = "categories.add",
        /// What it says was changed.
        CHANGE = "categories.change",
        /// It is no longer offered.
        RETIRE = "categories.retire",
        /// It is offered again.
        RESTORE = "categories.restore",
        /// The order was changed.
        ARRANGE = "categories.arrange",
    }
}
