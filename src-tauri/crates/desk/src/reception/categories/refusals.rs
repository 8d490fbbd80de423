//! Why a category is refused.

crate::ground::refusal::refusals! {
    Refused {
        /// Categories have two levels (R 2.1).
        TwoLevels = "two_levels" {},
        /// The prefix of ticket numbers is one letter, A to Z.
        PrefixShape = "prefix_shape" {},
        /// Another top category has this prefix.
        PrefixTaken = "prefix_taken" {},
        /// A top category says too little: one of its leaves is chosen.
        ClassNotLeaf = "class_not_leaf" {},
        /// A top category still has leaves that are offered.
        CategoryHasLeaves = "category_has_leaves" { count: i64 },
    }
}
