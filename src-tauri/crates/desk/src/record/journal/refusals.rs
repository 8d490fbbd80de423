//! Why a line of the journal's paper is refused.

crate::ground::refusal::refusals! {
    Refused {
        /// A line from paper needs the entry's number and twenty digits of its seal.
        PaperLineShape = "paper_line_shape" {},
    }
}
