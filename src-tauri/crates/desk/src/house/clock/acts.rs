//! What the journal says about clock.

crate::ground::acts::acts! {
    objects {
        /// 电脑时钟; its number says how many minutes it was away.
        CLOCK = "clock",
    }
    Alarmed {
        /// It was moved.
        MOVED = "clock.moved",
        /// Somebody said that it is right.
        ACCEPT = "clock.accept",
    }
}
