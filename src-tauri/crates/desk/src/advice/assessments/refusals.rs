//! Why an assessment is refused.

crate::ground::refusal::refusals! {
    Refused {
        /// More choices than can be weighed.
        TooMany = "too_many" { max: i64 },
        /// Told to be so, and told not to be.
        ToldBoth = "told_both" { code: String },
        /// Nobody of this sex can have it.
        CannotBe = "cannot_be" { code: String },
        /// An answer that the visitor's record contradicts: sex, age, a condition, an allergy.
        AgainstRecord = "against_record" { what: String, record: String },
    }
}
