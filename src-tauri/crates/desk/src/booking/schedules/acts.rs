//! What the journal says about schedules.

crate::ground::acts::acts! {
    objects {
        /// 排班.
        SCHEDULE = "schedule",
    }
    Changed {
        /// A schedule was added or changed.
        SAVE = "schedules.save",
        /// A day of it differs, or no longer.
        EXCEPT = "schedules.except",
    }
}
