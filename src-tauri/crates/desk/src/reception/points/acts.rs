//! What the journal says about points.

crate::ground::acts::acts! {
    objects {
        /// 窗口/专岗.
        POINT = "point",
    }
    Changed {
        /// A point was added.
        ADD = "points.add",
        /// What it says was changed.
        CHANGE = "points.change",
        /// It is no longer used.
        RETIRE = "points.retire",
        /// It is used again.
        RESTORE = "points.restore",
        /// Somebody sat down.
        OPEN = "points.open",
        /// Somebody stood up.
        CLOSE = "points.close",
    }
}
