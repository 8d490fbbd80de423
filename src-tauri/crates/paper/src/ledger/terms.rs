//! The closed sets a ledger knows, each with its Chinese and its English word and
//! its code for the CSV.

macro_rules! terms {
    ($(#[$about:meta])* $name:ident { $($variant:ident = $code:literal, $zh:literal, $en:literal;)* }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $(#[doc = $zh] $variant,)*
        }

        impl $name {
            /// All of them, in the order they are listed.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The word for people.
            #[must_use]
            pub fn say(self, language: $crate::words::Language) -> &'static str {
                match self { $(Self::$variant => language.pick($zh, $en)),* }
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
    Channel {
        WalkIn = "walk_in", "来访", "Walk-in";
        Phone = "phone", "来电", "Phone";
        Voicemail = "voicemail", "留言", "Voicemail";
        Website = "website", "网站", "Website";
        Email = "email", "邮件", "Email";
        Letter = "letter", "来信", "Letter";
    }
}

terms! {
    /// 紧急程度: how long it may wait.
    Urgency {
        Immediate = "immediate", "立即", "Immediate";
        Urgent = "urgent", "紧急", "Urgent";
        Routine = "routine", "普通", "Routine";
    }
}

terms! {
    /// 难易: who can answer it.
    Complexity {
        OnTheSpot = "on_the_spot", "当场", "On the spot";
        Specialist = "specialist", "专岗", "Specialist";
        SeveralDepartments = "several_departments", "多部门", "Several depts";
    }
}

terms! {
    /// 结果: how an encounter ended.
    Outcome {
        Answered = "answered", "已答复", "Answered";
        Referred = "referred", "已转介", "Referred";
        Booked = "booked", "已预约", "Booked";
        Promised = "promised", "已承诺", "Promised";
        Declined = "declined", "婉拒", "Declined";
        Left = "left", "离开", "Left";
        Open = "open", "未结束", "Open";
    }
}

terms! {
    /// 预约状态.
    BookingState {
        Booked = "booked", "已预约", "Booked";
        Arrived = "arrived", "已报到", "Arrived";
        Completed = "completed", "已完成", "Completed";
        Cancelled = "cancelled", "已取消", "Cancelled";
        NoShow = "no_show", "爽约", "No-show";
        Rescheduled = "rescheduled", "已改期", "Moved";
    }
}

terms! {
    /// 反馈类别.
    FeedbackKind {
        Praise = "praise", "表扬", "Praise";
        Suggestion = "suggestion", "建议", "Suggestion";
        Complaint = "complaint", "投诉", "Complaint";
    }
}

terms! {
    /// 反馈进度.
    FeedbackState {
        Received = "received", "已收到", "Received";
        Handling = "handling", "处理中", "Handling";
        Handled = "handled", "已处理", "Handled";
        Told = "told", "已告知", "Told";
        Closed = "closed", "已办结", "Closed";
    }
}

terms! {
    /// 承诺进度.
    PromiseState {
        Open = "open", "待兑现", "Open";
        Kept = "kept", "已兑现", "Kept";
        Late = "late", "逾期兑现", "Kept late";
        Overdue = "overdue", "已逾期", "Overdue";
        Withdrawn = "withdrawn", "已撤回", "Withdrawn";
    }
}

terms! {
    /// 用途: what a sheet left the desk for.
    Purpose {
        Complaint = "complaint", "处理投诉", "Complaint";
        Statistics = "statistics", "统计上报", "Statistics";
        Inspection = "inspection", "上级检查", "Inspection";
        Handover = "handover", "工作交接", "Handover";
        PersonRequest = "person_request", "本人申请", "Request of the person";
        Other = "other", "其他", "Other";
    }
}

terms! {
    /// 接收方: who receives it.
    Receiver {
        OwnUse = "own_use", "本岗位自用", "Own use";
        Superior = "superior", "上级部门", "Superior authority";
        Department = "department", "院内科室", "Department";
        Person = "person", "本人", "The person";
        Other = "other", "其他", "Other";
    }
}
