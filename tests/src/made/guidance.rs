//! What to say, and who else can help.

use super::{Before, Proof};

pub(super) const PROOF: Proof = Proof {
    before: &[
        Before(
            "guidance.phrases",
            r#"{"step":"opening","channel":"phone"}"#,
            Ok("健康服务台"),
        ),
        Before("guidance.referrals", r#"{"text":""}"#, Ok("120")),
    ],
    ..Proof::NOTHING
};
