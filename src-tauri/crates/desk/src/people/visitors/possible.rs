//! What can be true of somebody at all, by sex and age: of pregnancy and what goes with it.
//! What is not known counts as possible.

use super::{Ages, Sex};

/// Ages at which a pregnancy is possible and therefore asked for; wider than
/// the years in which it is likely.
pub const FERTILE: std::ops::RangeInclusive<u32> = 12..=55;

/// Whether a condition, or a special group that is one, is of women.
fn of_women(code: &str) -> bool {
    of_fertile(code) || matches!(code, "never_had_sex" | "hysterectomy" | "breast_implant")
}

/// Whether it is of those only who may bear.
fn of_fertile(code: &str) -> bool {
    matches!(
        code,
        "pregnant" | "possibly_pregnant" | "lactating" | "menstruating"
    )
}

/// Whether somebody of this sex can have a condition, or belong to a group, at all.
pub fn by_sex(sex: Option<Sex>, code: &str) -> bool {
    sex != Some(Sex::Male) || !of_women(code)
}

/// Whether somebody of these ages can.
pub fn by_age(ages: Option<Ages>, code: &str) -> bool {
    let overlaps = |ages: Ages| ages.least <= *FERTILE.end() && ages.most >= *FERTILE.start();
    !of_fertile(code) || ages.is_none_or(overlaps)
}
