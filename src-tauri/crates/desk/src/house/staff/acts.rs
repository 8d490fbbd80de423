//! What the journal says about staff.

crate::ground::acts::acts! {
    objects {
        /// 工作人员.
        STAFF = "staff",
    }
    Changed {
        /// An account was made.
        ADD = "staff.add",
        /// Somebody was given another role.
        SET_ROLE = "staff.set_role",
        /// Somebody came back.
        REACTIVATE = "staff.reactivate",
        /// Somebody set their password.
        CHANGE_PASSWORD = "staff.change_password",
        /// A one-time code was printed.
        PRINT_CODE = "staff.print_code",
    }
    SignedIn {
        /// Somebody came in.
        SIGN_IN = "session.sign_in",
        /// Somebody came in with a recovery code.
        RECOVER = "session.recover",
        /// The desk was locked.
        LOCK = "session.lock",
    }
    Failed {
        /// A wrong secret was tried.
        SIGN_IN_FAILED = "session.sign_in_failed",
        /// The count of wrong secrets was damaged.
        COUNT_LOST = "session.count_lost",
    }
    Answered {
        /// An account was closed.
        DEACTIVATE = "staff.deactivate",
        /// A password was taken away.
        RESET_PASSWORD = "staff.reset_password",
    }
}
