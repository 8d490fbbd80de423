//! What the journal says about requests.

crate::ground::acts::acts! {
    objects {
        /// 权利请求.
        REQUEST = "request",
    }
    Changed {
        /// A request was recorded.
        RECORD = "requests.record",
        /// A correction was ticked off.
        CORRECT = "requests.correct",
        /// It was answered.
        CLOSE = "requests.close",
        /// The answer was printed or filed.
        PRINT = "requests.print",
        /// Its last day followed the institution's calendar.
        MOVE_LIMIT = "requests.move_limit",
        /// A person was erased.
        ERASE = "requests.erase",
    }
    Looked {
        /// Everything was shown.
        SEE = "requests.see",
    }
}
