//! What the journal says about house.

crate::ground::acts::acts! {
    objects {
        /// 数据.
        VAULT = "vault",
    }
    Changed {
        /// Set-up is at its end.
        CONFIRM_SETUP = "setup.confirm",
        /// Recovery codes were renewed during set-up.
        RENEW_CODES_AT_SETUP = "setup.renew_codes",
        /// Recovery codes were printed.
        PRINT_CODES = "setup.print_codes",
    }
    Alarmed {
        /// Somebody took the store as it is during an alarm.
        GO_ON = "integrity.go_on",
    }
    Answered {
        /// Recovery codes were renewed.
        RENEW_CODES = "keys.renew_codes",
        /// One-time codes were handed out after the keys were changed.
        HAND_CODES = "keys.hand_codes",
        /// The keys were changed.
        ROTATE = vault::acts::ROTATE,
        /// The key file was mended from its copy.
        REPAIR = vault::acts::REPAIR,
        /// The store came from a backup.
        RESTORE = vault::acts::RESTORE,
    }
}
