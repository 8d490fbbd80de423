//! Why a proposal is refused.

crate::ground::refusal::refusals! {
    Refused {
        /// The proposal belongs to needs that have changed since.
        ProposalStale = "proposal_stale" {},
    }
}
