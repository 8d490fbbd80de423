//! What the journal says about encounters.

crate::ground::acts::acts! {
    objects {
        /// 接待.
        ENCOUNTER = "encounter",
        /// 承诺.
        PROMISE_MADE = "promise",
    }
    Changed {
        /// It began.
        START = "encounters.start",
        /// It was said whom it is with.
        IDENTIFY = "encounters.identify",
        /// Its matter was written down.
        DESCRIBE = "encounters.describe",
        /// Name and phone were read back.
        READ_BACK = "encounters.read_back",
        /// A question was answered.
        ANSWER = "encounters.answer",
        /// An answer was promised.
        PROMISE = "encounters.promise",
        /// A promise was kept.
        KEEP_PROMISE = "encounters.keep_promise",
        /// Somebody is needed to go along.
        ASK_ESCORT = "encounters.ask_escort",
        /// Somebody went along.
        FINISH_ESCORT = "encounters.finish_escort",
        /// It ended.
        CLOSE = "encounters.close",
        /// It was opened again.
        REOPEN = "encounters.reopen",
    }
}
