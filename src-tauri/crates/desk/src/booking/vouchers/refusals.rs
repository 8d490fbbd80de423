//! Why a voucher is refused.

crate::ground::refusal::refusals! {
    Refused {
        /// Neither a voucher's number nor its code: how many digits there are.
        VoucherUnreadable = "voucher_unreadable" { got: i64 },
        /// The check digit says that the number was mistyped.
        VoucherTypo = "voucher_typo" {},
        /// No voucher has this number.
        VoucherUnknown = "voucher_unknown" {},
        /// The code is not one that this desk made.
        VoucherForged = "voucher_forged" {},
        /// The voucher counts no more: cancelled or rescheduled.
        VoucherVoid = "voucher_void" { cause: String },
    }
}
