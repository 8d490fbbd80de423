//! What the journal says about lectures and events.

crate::ground::acts::acts! {
    objects {
        /// 讲座与活动.
        EVENT = "event",
        /// 报名.
        SIGN_UP = "sign_up",
    }
    Changed {
        /// An event was added or changed.
        SAVE = "events.save",
        /// An event was called off.
        CALL_OFF = "events.call_off",
        /// Somebody signed up.
        SIGN_UP_FOR = "events.sign_up",
        /// Somebody withdrew.
        WITHDRAW = "events.withdraw",
        /// Somebody came, or was marked so by mistake.
        MARK = "events.mark",
    }
    Exported {
        /// The list of who signed up was printed.
        PRINT = "events.print",
    }
}
