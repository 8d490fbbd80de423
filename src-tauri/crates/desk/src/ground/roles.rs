//! Roles and what each may do. The one table of rights.

crate::codes! {
    /// A role at the desk.
    Role {
        /// 接待员: registers, assesses, books, keeps the queue.
        Receptionist = "receptionist",
        /// 专岗: answers at a service point.
        Specialist = "specialist",
        /// 主管: sees why, moves, reports.
        Supervisor = "supervisor",
        /// 管理员: staff, catalogue, settings.
        Administrator = "administrator",
    }

    /// One thing a command may need.
    Right {
        /// Register, assess, recommend, book, take feedback.
        Receive = "receive",
        /// Call, serve and answer at a service point.
        Serve = "serve",
        /// See one masked value in full; journaled.
        Reveal = "reveal",
        /// Move a ticket out of its order, with a reason.
        MoveTicket = "move_ticket",
        /// Book what is known not to suit the person, with a reason.
        BookUnsuited = "book_unsuited",
        /// Handle and close feedback.
        HandleFeedback = "handle_feedback",
        /// See the daily ledger and export it masked.
        Ledger = "ledger",
        /// Export the ledger in full, with a reason.
        LedgerFull = "ledger_full",
        /// Read the journal.
        Journal = "journal",
        /// Edit catalogue, categories, service points, schedules, phrases.
        EditContent = "edit_content",
        /// Handle people's requests about their own data; restrict and erase records.
        HandleRequests = "handle_requests",
        /// Staff accounts and the institution's settings.
        Administer = "administer",
    }
}

impl Role {
    /// What the role may do.
    pub const fn rights(self) -> &'static [Right] {
        match self {
            Self::Receptionist => &[Right::Receive, Right::Serve, Right::Reveal, Right::Ledger],
            Self::Specialist => &[Right::Serve, Right::Reveal, Right::HandleFeedback],
            Self::Supervisor => &[
                Right::Receive,
                Right::Serve,
                Right::Reveal,
                Right::MoveTicket,
                Right::BookUnsuited,
                Right::HandleFeedback,
                Right::Ledger,
                Right::LedgerFull,
                Right::Journal,
                Right::EditContent,
                Right::HandleRequests,
            ],
            Self::Administrator => Right::ALL,
        }
    }

    /// Whether the role may do it.
    pub fn may(self, right: Right) -> bool {
        self.rights().contains(&right)
    }
}
