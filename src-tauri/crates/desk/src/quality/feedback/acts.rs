//! What the journal says about feedback.

crate::ground::acts::acts! {
    objects {
        /// 反馈.
        FEEDBACK = "feedback",
    }
    Changed {
        /// It was received.
        RECEIVE = "feedback.receive",
        /// Somebody took it.
        TAKE = "feedback.take",
        /// It was handled.
        HANDLE = "feedback.handle",
        /// The person was told.
        TELL = "feedback.tell",
        /// The person rated it.
        RATE = "feedback.rate",
        /// It was given by somebody else than was said.
        FOLLOW = "feedback.follow",
        /// It was closed.
        CLOSE = "feedback.close",
        /// Its limit followed the institution's calendar.
        MOVE_LIMIT = "feedback.move_limit",
    }
    Revealed {
        /// A hidden phone was shown in full.
        REVEAL = "feedback.reveal",
    }
}
