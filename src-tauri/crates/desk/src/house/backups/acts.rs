//! What the journal says about backups.

crate::ground::acts::acts! {
    objects {
        /// 备份; its number is that of its last journal entry.
        BACKUP = "backup",
    }
    Answered {
        /// A copy was made.
        MAKE = "backups.make",
        /// It was read again in the second place.
        COPY = "backups.copy",
        /// A second place was chosen.
        CHOOSE_SECOND = "backups.choose_second",
        /// The second place was given up.
        FORGET_SECOND = "backups.forget_second",
        /// A copy was checked.
        VERIFY = "backups.verify",
    }
}
