//! What the journal says about tickets.

crate::ground::acts::acts! {
    objects {
        /// 排队号.
        TICKET = "ticket",
    }
    Changed {
        /// A number was given.
        ISSUE = "tickets.issue",
        /// The day ended before its turn.
        LAPSE = "tickets.lapse",
        /// The last step was taken back.
        UNDO = "tickets.undo",
        /// It was passed to another point.
        TRANSFER = "tickets.transfer",
        /// Whoever called it went away.
        GIVE_BACK = "tickets.give_back",
        /// Somebody took care of a person whom no open point can help.
        TAKE_ALARM = "tickets.take_alarm",
        /// A person put it elsewhere in the order.
        MOVE = "tickets.move",
        /// It followed what is known of the matter or the person now.
        RETRIAGE = "tickets.retriage",
        /// The visitor left.
        LEAVE = "tickets.leave",
        /// The encounter ended before the turn came.
        LEFT = "tickets.left",
        /// Its paper was printed.
        PRINT = "tickets.print",
        /// It was called.
        CALL = "tickets.called",
        /// It was called again.
        RECALL = "tickets.recalled",
        /// The conversation began.
        START = "tickets.started",
        /// It was served.
        FINISH = "tickets.finished",
        /// It was called in vain.
        NO_SHOW = "tickets.no_show",
    }
}
