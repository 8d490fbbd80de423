//! Ids, each a type of its own, so that a booking is never asked for by a visitor's id.

/// Declares types of ids: `ids! { /// A voucher. VoucherId }`.
#[macro_export]
macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => { $(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub i64);

        impl From<$name> for vault::Value {
            fn from(id: $name) -> Self {
                Self::Int(id.0)
            }
        }
        impl vault::FromValue for $name {
            fn from_value(value: &vault::Value) -> Option<Self> {
                <i64 as vault::FromValue>::from_value(value).map(Self)
            }
        }
    )* };
}

ids! {
    /// A member of staff (工作人员).
    StaffId,
    /// A visitor (来访者).
    VisitorId,
    /// A consent (同意).
    ConsentId,
    /// An encounter (接待).
    EncounterId,
    /// A consultation inside an encounter (咨询解答).
    ConsultationId,
    /// A promise to reply (承诺).
    PromiseId,
    /// A node of the category tree (事项分类).
    CategoryId,
    /// A service point (窗口/专岗).
    PointId,
    /// A ticket (排队号).
    TicketId,
    /// A service of the catalogue (服务项目).
    ServiceId,
    /// A package (套餐).
    PackageId,
    /// A needs assessment (需求评估).
    AssessmentId,
    /// A proposal (推荐方案).
    ProposalId,
    /// A weekly schedule of a bookable resource (排班).
    ScheduleId,
    /// A booking (预约).
    BookingId,
    /// A voucher (预约凭证).
    VoucherId,
    /// A feedback (反馈).
    FeedbackId,
    /// A referral of the directory (转介).
    ReferralId,
    /// A phrase (话术).
    PhraseId,
    /// A destruction record (销毁记录).
    DestructionId,
    /// A person's request about their own data (个人权利请求).
    RequestId,
    /// A row of the register of what left (导出登记).
    DisclosureId,
    /// A report of an incident (安全事件报告).
    IncidentId,
}
