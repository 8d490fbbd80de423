//! The words of codes on papers about records, Chinese and English.

use crate::vocabulary;
use crate::words::Language;

/// Which set of codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Glossary {
    /// Kinds of records with a retention rule.
    Kind,
    /// Parts of what is held about a person.
    Part,
    /// Fields.
    Field,
    /// Values of closed sets inside records.
    Value,
    /// What the journal calls an act.
    Action,
    /// What a person wishes.
    Wish,
    /// What came of a request.
    Outcome,
    /// Steps of a request.
    Step,
}

/// The word of a code; `None`: nobody has written it down.
pub fn term(glossary: Glossary, code: &str, language: Language) -> Option<&'static str> {
    let table = match glossary {
        Glossary::Kind => KINDS,
        Glossary::Part => PARTS,
        Glossary::Field => FIELDS,
        Glossary::Value => VALUES,
        Glossary::Action => vocabulary::ACTIONS.words,
        Glossary::Wish => WISHES,
        Glossary::Outcome => OUTCOMES,
        Glossary::Step => STEPS,
    };
    let found = table.iter().find(|(known, ..)| *known == code);
    found.map(|(_, zh, en)| language.pick(zh, en))
}

/// The word of a code, or the code itself.
pub(super) fn said(glossary: Glossary, code: &str, language: Language) -> String {
    term(glossary, code, language).unwrap_or(code).to_owned()
}

type Terms = &'static [(&'static str, &'static str, &'static str)];

const KINDS: Terms = &[
    (
        "encounters",
        "接待（含咨询解答、承诺）",
        "Encounters with answers and promises",
    ),
    ("tickets", "排队号及经过", "Queue tickets"),
    ("proposals", "需求评估与方案", "Needs and proposals"),
    ("bookings", "预约及凭证", "Bookings with vouchers"),
    ("feedback", "反馈及经过", "Feedback"),
    ("visitors", "来访者档案", "Visitors' records"),
    ("requests", "个人权利请求", "Requests about personal data"),
    ("drafts", "未保存的草稿", "Drafts"),
    ("operations", "操作应答副本", "Kept answers of operations"),
    ("journal", "操作日志", "Journal"),
];

const PARTS: Terms = &[
    ("identity", "基本资料", "Who you are"),
    (
        "health",
        "特殊人群与健康提示",
        "Special groups and health hints",
    ),
    ("consents", "同意记录", "Consents"),
    ("encounters", "接待记录", "Encounters"),
    ("consultations", "咨询与解答", "Questions and answers"),
    ("promises", "承诺", "Promises"),
    ("tickets", "排队号", "Queue tickets"),
    ("assessments", "需求评估", "Needs you told us"),
    ("proposals", "推荐方案", "What we proposed"),
    ("bookings", "预约与凭证", "Bookings and vouchers"),
    ("feedback", "反馈", "Feedback"),
    ("restrictions", "限制处理", "Restrictions"),
    ("requests", "权利请求", "Requests"),
    ("disclosures", "对外提供与复制", "Copies and disclosures"),
    (
        "looks",
        "谁看过、改过、导出过",
        "Who looked at it, changed it, exported it",
    ),
];

const FIELDS: Terms = &[
    ("name", "姓名", "Name"),
    ("phone", "电话", "Phone"),
    ("phone_2", "备用电话", "Second phone"),
    ("id_kind", "证件", "Document"),
    ("id_number", "证件号码", "Document no."),
    ("sex", "性别", "Sex"),
    ("born_on", "出生日期", "Born on"),
    ("address", "住址", "Address"),
    ("note", "备注", "Note"),
    ("registered_at", "登记时间", "Registered"),
    ("seen_at", "上次来访", "Last seen"),
    ("standing", "处理状态", "Standing"),
    ("kind", "类别", "Kind"),
    ("term", "内容", "Content"),
    ("scope", "范围", "Scope"),
    ("version", "告知版本", "Notice"),
    ("manner", "方式", "Manner"),
    ("withdrawn_at", "撤回时间", "Withdrawn"),
    ("channel", "渠道", "Channel"),
    ("on_behalf", "代谁咨询", "On behalf of"),
    ("matter", "事项", "Matter"),
    ("category", "分类", "Class"),
    ("urgency", "紧急程度", "Urgency"),
    ("outcome", "结果", "Outcome"),
    ("ended_at", "结束", "Ended"),
    ("rating", "评分", "Rating"),
    ("question", "问题", "Question"),
    ("analysis", "分析", "Analysis"),
    ("answer", "答复", "Answer"),
    ("what", "内容", "What"),
    ("due_at", "期限", "Due"),
    ("kept_at", "完成", "Done"),
    ("result", "处理结果", "Result"),
    ("state", "状态", "State"),
    ("relation", "为谁", "For whom"),
    ("goal", "需求", "Goal"),
    ("budget", "预算（元）", "Budget (CNY)"),
    ("days", "方便的时间", "Convenient days"),
    ("told", "关注与健康情况", "Concerns and health"),
    ("title", "名称", "Title"),
    ("price", "费用（元）", "Price (CNY)"),
    ("day", "日期", "Day"),
    ("time", "时间", "Time"),
    ("needs", "过敏与特殊需要", "Special needs"),
    ("voucher", "凭证号", "Voucher"),
    ("reason", "原因", "Reason"),
    ("about", "关于", "About"),
    ("happened_on", "发生日期", "Happened on"),
    ("reply", "您的回应", "Your reply"),
    ("action", "做了什么", "What was done"),
    ("staff", "经办人工号", "Staff no."),
    ("detail", "要点", "Detail"),
    ("receiver", "接收方", "Receiver"),
];

const VALUES: Terms = &[
    ("female", "女", "female"),
    ("male", "男", "male"),
    ("none", "未出示", "none shown"),
    ("resident", "身份证", "resident identity card"),
    ("passport", "护照", "passport"),
    ("hk_macau", "港澳通行证", "Hong Kong/Macau permit"),
    ("taiwan", "台胞证", "Taiwan permit"),
    ("foreign_resident", "外国人永居证", "foreign residence card"),
    ("other", "其他", "other"),
    ("open", "未办结", "open"),
    ("restricted", "仅存储（限制处理）", "restricted to storage"),
    ("erased", "已删除", "erased"),
    ("group", "特殊人群", "special group"),
    ("condition", "健康状况", "condition"),
    ("allergy", "过敏", "allergy"),
    ("personal", "个人信息", "personal information"),
    ("health", "健康信息", "health information"),
    ("spoken", "口头", "spoken"),
    ("signed", "签字", "signed"),
    ("guardian", "监护人", "guardian"),
    ("walk_in", "来访", "walk-in"),
    ("phone", "来电", "phone"),
    ("voicemail", "语音留言", "voicemail"),
    ("website", "网站", "website"),
    ("email", "电子邮件", "e-mail"),
    ("letter", "信函", "letter"),
    ("immediate", "紧急", "immediate"),
    ("urgent", "较急", "urgent"),
    ("routine", "普通", "routine"),
    ("answered", "当场答复", "answered"),
    ("referred", "转介", "referred"),
    ("booked", "已预约", "booked"),
    ("promised", "承诺回告", "promised"),
    ("declined", "不需要", "declined"),
    ("left", "自行离开", "left"),
    ("waiting", "等候", "waiting"),
    ("called", "已叫号", "called"),
    ("serving", "办理中", "being served"),
    ("done", "已办", "done"),
    ("partly", "部分办理", "done in part"),
    ("refused", "未办理", "not done"),
    ("no_show", "未到", "did not come"),
    ("accepted", "已选", "accepted"),
    ("considering", "再考虑", "considering"),
    ("checked_in", "已报到", "checked in"),
    ("completed", "已完成", "completed"),
    ("cancelled", "已取消", "cancelled"),
    ("rescheduled", "已改期", "rescheduled"),
    ("praise", "表扬", "praise"),
    ("suggestion", "建议", "suggestion"),
    ("complaint", "投诉", "complaint"),
    ("received", "已收到", "received"),
    ("handling", "处理中", "being handled"),
    ("handled", "已处理", "handled"),
    ("told", "已告知", "told"),
    ("closed", "已办结", "closed"),
    ("storage", "仅存储", "storage only"),
    ("legal", "依法留存", "legal hold"),
    ("see", "查阅", "see"),
    ("copy", "复制", "copy"),
    ("correct", "更正", "correct"),
    ("delete", "删除", "erase"),
    ("restrict", "限制处理", "restrict"),
    ("withdraw", "撤回同意", "withdraw consent"),
    ("explain", "解释说明", "explain"),
    ("ledger", "台账", "ledger"),
    ("person_copy", "本人副本", "the person's copy"),
    ("disclosure_log", "导出登记", "register of exports"),
    ("incident_report", "事件报告", "incident report"),
    ("own_use", "本岗位使用", "own use"),
    ("superior", "上级部门", "superior authority"),
    ("department", "院内科室", "department"),
    ("person", "本人", "the person"),
];

const WISHES: Terms = &[
    ("see", "查阅", "see your information"),
    ("copy", "复制", "have a copy"),
    ("correct", "更正、补充", "correct or complete it"),
    ("delete", "删除", "have it erased"),
    ("restrict", "限制处理", "restrict its use"),
    ("withdraw", "撤回同意", "withdraw your consent"),
    ("explain", "解释说明处理规则", "have the rules explained"),
];

const OUTCOMES: Terms = &[
    ("done", "已按请求办理", "done as asked"),
    ("partly", "部分办理", "done in part"),
    (
        "refused",
        "未能办理，原因见答复",
        "not done; the answer says why",
    ),
];

const STEPS: Terms = &[
    ("recorded", "登记请求", "request recorded"),
    ("seen", "出示全部信息", "everything shown"),
    ("copied", "交付副本", "copy handed out"),
    ("corrected", "更正资料", "record corrected"),
    ("erased", "删除个人信息", "personal information erased"),
    ("restricted", "限制处理", "record restricted"),
    ("lifted", "解除限制", "restriction lifted"),
    ("withdrawn", "撤回同意", "consent withdrawn"),
    ("closed", "答复并办结", "answered and closed"),
    ("printed", "打印答复", "answer printed"),
];

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn every_term_has_both_languages_and_stands_once() {
        for table in [KINDS, PARTS, FIELDS, VALUES, WISHES, OUTCOMES, STEPS] {
            for (at, (code, zh, en)) in table.iter().enumerate() {
                assert!(zh.chars().any(|c| u32::from(c) > 0x2E80), "{code}");
                assert!(en.is_ascii() && !en.is_empty(), "{code}");
                assert!(
                    table[at + 1..].iter().all(|(other, ..)| other != code),
                    "{code}"
                );
            }
        }
    }
}
