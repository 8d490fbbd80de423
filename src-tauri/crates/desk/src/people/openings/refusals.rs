//! Why a record is not opened.

crate::ground::refusal::refusals! {
    Refused {
        /// Many were opened: the next one waits.
        OpeningWait = "opening_wait" { seconds: i64 },
        /// More were opened: a reason is asked for.
        OpeningReason = "opening_reason" {},
        /// Too many were opened: somebody else's word is asked for.
        OpeningStop = "opening_stop" {},
        /// What it is opened for is nothing of this person's, or not this role's to read.
        PurposeUnfit = "purpose_unfit" {},
        /// Nobody with this number may give their word: not a colleague, or no supervisor.
        AllowNobody = "allow_nobody" {},
        /// Other numbers with the same ending were tried in vain before.
        SearchGuess = "search_guess" {},
    }
}
