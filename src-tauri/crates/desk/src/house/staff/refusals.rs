//! Why an account is refused.

crate::ground::refusal::refusals! {
    Refused {
        /// The staff number is taken.
        StaffNoTaken = "staff_no_taken" {},
        /// A staff number is 2 to 12 letters and digits.
        StaffNoShape = "staff_no_shape" {},
        /// The password is too weak.
        PasswordWeak = "password_weak" {},
        /// The current password is wrong.
        PasswordWrong = "password_wrong" {},
        /// The new password is the old one.
        PasswordSame = "password_same" {},
        /// There must be one active administrator.
        LastAdministrator = "last_administrator" {},
        /// One cannot take one's own account away.
        OwnAccount = "own_account" {},
    }
}
