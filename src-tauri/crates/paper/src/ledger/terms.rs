//! The closed sets a ledger knows: their codes for the CSV, their words from the
//! vocabulary.

macro_rules! terms {
    ($(#[$about:meta])* $name:ident from $set:ident $(or $zh:literal, $en:literal)? {
        $($variant:ident = $code:literal;)*
    }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $(#[doc = concat!("Code `", $code, "`.")] $variant,)*
        }

        impl $name {
            /// All of them, in the order they are listed.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The word for people.
            #[must_use]
            pub fn say(self, language: $crate::words::Language) -> &'static str {
                let word = $crate::vocabulary::$set.say(self.code(), language);
                let [other, ..] = [$(language.pick($zh, $en),)? self.code()];
                word.unwrap_or(other)
            }

            /// The word for machines, the same in every language.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),* }
            }
        }
    };
}

pub(crate) use terms;

terms! {
    /// 渠道: how the visitor came.
    Channel from CHANNEL {
        WalkIn = "walk_in";
        Phone = "phone";
        Voicemail = "voicemail";
        Website = "website";
        Email = "email";
        Letter = "letter";
    }
}

terms! {
    /// 紧急程度: how long it may wait.
    Urgency from URGENCY {
        Immediate = "immediate";
        Urgent = "urgent";
        Routine = "routine";
    }
}

terms! {
    /// 难易: who can answer it.
    Complexity from COMPLEXITY {
        OnTheSpot = "on_the_spot";
        Specialist = "specialist";
        SeveralDepartments = "several_departments";
    }
}

terms! {
    /// 结果: how an encounter ended.
    Outcome from OUTCOME or "未结束", "Open" {
        Answered = "answered";
        Referred = "referred";
        Booked = "booked";
        Promised = "promised";
        Declined = "declined";
        Left = "left";
        Open = "open";
    }
}

terms! {
    /// 预约状态.
    BookingState from BOOKING_STATE {
        Booked = "booked";
        CheckedIn = "checked_in";
        Completed = "completed";
        Cancelled = "cancelled";
        NoShow = "no_show";
        Rescheduled = "rescheduled";
    }
}

terms! {
    /// 反馈类别.
    FeedbackKind from FEEDBACK_KIND {
        Praise = "praise";
        Suggestion = "suggestion";
        Complaint = "complaint";
    }
}

terms! {
    /// 反馈进度.
    FeedbackState from FEEDBACK_STATE {
        Received = "received";
        Handling = "handling";
        Handled = "handled";
        Told = "told";
        Closed = "closed";
    }
}

terms! {
    /// 承诺进度.
    PromiseState from PROMISE_STATE {
        Open = "open";
        Kept = "kept";
        Late = "late";
        Overdue = "overdue";
    }
}

terms! {
    /// 用途: what a sheet left the desk for.
    Purpose from PURPOSE {
        Complaint = "complaint";
        Statistics = "statistics";
        Inspection = "inspection";
        Handover = "handover";
        PersonRequest = "person_request";
        Other = "other";
    }
}

terms! {
    /// 接收方: who receives it.
    Receiver from RECEIVER {
        OwnUse = "own_use";
        Superior = "superior";
        Department = "department";
        Person = "person";
        Other = "other";
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;

    #[test]
    fn every_term_has_its_word() {
        macro_rules! each {
            ($($name:ident),*) => { $(for term in $name::ALL {
                assert_ne!(term.say(Language::Zh), term.code());
            })* };
        }
        each!(
            Channel,
            Urgency,
            Complexity,
            Outcome,
            BookingState,
            FeedbackKind,
            FeedbackState,
            PromiseState,
            Purpose,
            Receiver
        );
    }
}
