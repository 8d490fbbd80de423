//! What the journal says about vouchers.

crate::ground::acts::acts! {
    objects {
        /// 预约凭证.
        VOUCHER = "voucher",
    }
    Changed {
        /// A voucher was made.
        ISSUE = "vouchers.issue",
        /// It no longer counts.
        VOID = "vouchers.void",
        /// It was printed or filed.
        PRINT = "vouchers.print",
        /// What became of a print was said.
        SETTLE_PRINT = "vouchers.settle_print",
    }
}
