//! What somebody holds in the hand.

use super::{Before, Proof};

/// What the QR code says on the voucher that 韩梦婷 of the version before holds.
pub const QR: &str = "20261128000209616459187939";

pub(super) const PROOF: Proof = Proof {
    before: &[
        Before(
            "vouchers.preview",
            r#"{"id":4,"paper":"a4","language":"zh"}"#,
            Ok("</svg>"),
        ),
        Before("vouchers.read", r#"{"id":4}"#, Ok(QR)),
        Before(
            "vouchers.verify",
            r#"{"scan":"20261128000209616459187939"}"#,
            Ok("韩梦婷"),
        ),
    ],
    ..Proof::NOTHING
};
