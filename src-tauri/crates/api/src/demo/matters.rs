//! What people come with, what is asked and answered: a table, how often each.

use desk::quality::feedback::Kind;
use desk::reception::encounters::Nature;

/// What follows from a conversation.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Then {
    /// It is answered.
    Answer,
    /// Something is booked.
    Book,
    /// Needs are assessed and something is proposed.
    Advise,
    /// Somebody will call back.
    Promise,
    /// It is taken down as feedback.
    Feedback(Kind),
    /// It is not ours: they are told where to go.
    Refer,
}

/// A matter people come with.
pub(super) struct Matter {
    /// Category it belongs to.
    pub category: &'static str,
    /// How often.
    pub weight: usize,
    /// As told, in one of these words.
    pub told: &'static [&'static str],
    pub nature: Nature,
    pub analysis: &'static str,
    pub answer: &'static str,
    /// How long the conversation takes, in minutes.
    pub minutes: (i64, i64),
    pub then: Then,
}

const fn matter(
    (category, weight, nature, then): (&'static str, usize, Nature, Then),
    told: &'static [&'static str],
    analysis: &'static str,
    answer: &'static str,
    minutes: (i64, i64),
) -> Matter {
    Matter {
        category,
        weight,
        told,
        nature,
        analysis,
        answer,
        minutes,
        then,
    }
}

pub(super) const MATTERS: &[Matter] = &[
    matter(
        ("booking_new", 140, Nature::Procedure, Then::Book),
        &[
            "想约下周的体检",
            "单位让做入职体检，想尽快约",
            "给父亲约一个体检",
            "想约腹部超声",
        ],
        "按日期和项目看号源",
        "已按方便的日期安排，并复述了时间、地点和准备事项",
        (5, 11),
    ),
    matter(
        ("package_choice", 45, Nature::Health, Then::Advise),
        &[
            "不知道该选哪个套餐",
            "四十多岁，想查得全一点，预算一千左右",
            "父母六十多岁，查哪些合适",
            "最近总头晕，想系统查一下",
        ],
        "年龄、性别、关注的问题、预算和时间",
        "按需求推荐了方案，说明了理由、费用和不足",
        (9, 20),
    ),
    matter(
        ("report_collect", 130, Nature::Report, Then::Answer),
        &["报告出来了吗", "想查一下上周体检的报告", "电子报告在哪里看"],
        "按体检日期核对进度",
        "报告一般五个工作日内完成，可以凭身份证自助打印或在小程序查看",
        (2, 6),
    ),
    matter(
        ("report_reading", 85, Nature::Report, Then::Answer),
        &[
            "报告上有箭头看不懂",
            "甲状腺结节三类是什么意思",
            "血脂偏高要不要吃药",
            "幽门螺杆菌阳性怎么办",
        ],
        "只解释指标，不作诊断",
        "说明了指标含义，建议带报告到专科门诊进一步检查",
        (8, 18),
    ),
    matter(
        ("special_preparation", 80, Nature::Procedure, Then::Answer),
        &[
            "体检前能不能喝水",
            "早上的降压药要不要停",
            "做彩超要憋尿吗",
            "抽血前一天能喝酒吗",
        ],
        "看所约项目的准备要求",
        "抽血前八小时不进食，可以少量喝白水；降压药照常服用",
        (2, 6),
    ),
    matter(
        ("policy_insurance", 60, Nature::Policy, Then::Answer),
        &["体检能用医保吗", "个人账户的钱能付体检费吗"],
        "区分健康体检与诊疗",
        "健康体检不属于医保统筹支付范围；个人账户能否使用按本市规定执行",
        (3, 7),
    ),
    matter(
        ("policy_public_health", 45, Nature::Policy, Then::Answer),
        &["六十五岁老人免费体检在哪里做", "两癌筛查怎么报名"],
        "对象、户籍和年度",
        "请到户籍或居住地的社区卫生服务中心，带身份证登记",
        (3, 7),
    ),
    matter(
        ("policy_employment_check", 40, Nature::Policy, Then::Answer),
        &["健康证几天能拿", "入职体检查不查乙肝"],
        "按从业类别",
        "健康证五个工作日；入职体检不查乙肝项目，法律另有规定的除外",
        (3, 6),
    ),
    matter(
        ("invoice", 45, Nature::Price, Then::Answer),
        &["要开公司抬头的发票", "电子发票没有收到"],
        "核对付款记录",
        "已登记抬头，电子发票当天发到预留手机",
        (3, 7),
    ),
    matter(
        ("refund", 22, Nature::Price, Then::Promise),
        &["有一项没做，想退费", "改了套餐，差价怎么退"],
        "涉及收费处和科室核实",
        "核实未做项目后原路退回，办好后电话告知",
        (6, 12),
    ),
    matter(
        ("report_reprint", 40, Nature::Report, Then::Answer),
        &["报告丢了想补一份", "能不能把报告邮寄回家"],
        "核对本人身份",
        "核对身份证后当场补打；邮寄需留地址，到付",
        (3, 7),
    ),
    matter(
        ("booking_change", 60, Nature::Procedure, Then::Answer),
        &["临时有事想改个时间", "约的那天来不了，取消"],
        "看原预约与改期规则",
        "说明了改期办法，最晚提前一天",
        (3, 8),
    ),
    matter(
        ("group_booking", 18, Nature::Procedure, Then::Promise),
        &["我们公司四十个人想做团检", "学校教职工体检怎么安排"],
        "人数、预算、日期",
        "由团检专员整理方案，两个工作日内回电",
        (7, 14),
    ),
    matter(
        ("chronic_disease", 45, Nature::Health, Then::Answer),
        &["血压一直一百五左右怎么办", "糖尿病多久查一次眼底"],
        "不调药，只讲随访",
        "建议在家早晚各量一次并记录，带记录到慢病门诊；糖尿病每年查一次眼底",
        (7, 15),
    ),
    matter(
        ("medicine_question", 26, Nature::Health, Then::Answer),
        &["降脂药漏服一次怎么办", "几种药能不能一起吃"],
        "不开药不停药",
        "请不要自行停药，带药盒给药师看",
        (6, 12),
    ),
    matter(
        ("symptom_question", 40, Nature::Health, Then::Answer),
        &["胃总不舒服该看什么科", "最近胸口偶尔发闷"],
        "先排除急症",
        "没有急症表现，建议到相应专科就诊；加重时立即就医",
        (6, 12),
    ),
    matter(
        ("women_health", 30, Nature::Health, Then::Answer),
        &["备孕要做哪些检查", "怀孕了还能拍胸片吗"],
        "是否怀孕决定能做的项目",
        "怀孕或备孕不做放射检查，可选不含放射的项目",
        (6, 12),
    ),
    matter(
        ("child_health", 24, Nature::Health, Then::Answer),
        &["孩子长得矮要查什么", "入园体检在哪里做"],
        "年龄与监护人陪同",
        "入园体检请到妇幼保健机构；身高问题建议儿童保健科",
        (5, 11),
    ),
    matter(
        ("infectious_question", 20, Nature::Health, Then::Refer),
        &["孩子发烧三天了", "家里有人得了流感要不要查"],
        "发热先到发热门诊",
        "请戴口罩先到发热门诊，不要直接进体检区",
        (3, 7),
    ),
    matter(
        ("escort_request", 22, Nature::Other, Then::Answer),
        &["老人走不动，想借轮椅", "一个人来的，需要有人陪着做检查"],
        "立即安排",
        "已安排轮椅和陪检人员",
        (2, 5),
    ),
    matter(
        ("data_rights", 12, Nature::Policy, Then::Promise),
        &["想把手机号改一下", "要求删除以前的体检资料"],
        "核对身份，按个人信息规定办理",
        "已登记申请，核实后十五个工作日内答复",
        (5, 10),
    ),
    matter(
        ("directions", 90, Nature::Other, Then::Answer),
        &["抽血在哪里", "厕所在哪边", "停车怎么走"],
        "",
        "已指路",
        (1, 2),
    ),
    matter(
        ("opening_hours", 70, Nature::Other, Then::Answer),
        &["周六上班吗", "几点开始抽血"],
        "",
        "周一至周六七点半开门，抽血到十点半",
        (1, 3),
    ),
    matter(
        ("lost_found", 16, Nature::Other, Then::Promise),
        &["身份证落在抽血窗口了", "手机忘在更衣柜里"],
        "查失物登记",
        "已登记特征，找到后电话通知",
        (3, 6),
    ),
    matter(
        ("out_of_scope", 24, Nature::Other, Then::Refer),
        &["想办社保转移", "要看牙，你们有口腔科吗"],
        "不属于本机构",
        "告知了应去的单位和电话",
        (2, 5),
    ),
    matter(
        ("material_request", 18, Nature::Other, Then::Answer),
        &["有没有高血压的宣传册", "健康讲座怎么报名"],
        "",
        "已给宣传册并登记报名",
        (2, 4),
    ),
    matter(
        (
            "complaint_wait",
            14,
            Nature::Other,
            Then::Feedback(Kind::Complaint),
        ),
        &["抽血等了一个多小时", "彩超排队没人叫号，后来的先进去了"],
        "先致歉，再核实当天排队",
        "已记下并说明处理时限",
        (7, 14),
    ),
    matter(
        (
            "complaint_attitude",
            9,
            Nature::Other,
            Then::Feedback(Kind::Complaint),
        ),
        &["窗口的人说话不耐烦", "问了两个人都让我去找别人"],
        "先听完，不辩解",
        "已记下并说明处理时限",
        (8, 16),
    ),
    matter(
        (
            "complaint_fee",
            6,
            Nature::Price,
            Then::Feedback(Kind::Complaint),
        ),
        &["多收了一项的钱", "价目表上不是这个价"],
        "核对收费明细",
        "已记下并请收费处核对",
        (8, 14),
    ),
    matter(
        (
            "complaint_environment",
            6,
            Nature::Other,
            Then::Feedback(Kind::Complaint),
        ),
        &["更衣室太冷", "二楼厕所没有纸"],
        "",
        "已通知后勤并记下",
        (4, 8),
    ),
    matter(
        (
            "suggestion",
            12,
            Nature::Other,
            Then::Feedback(Kind::Suggestion),
        ),
        &[
            "希望早餐能提供粥",
            "能不能把导检图做大一点",
            "建议增加周日的号",
        ],
        "",
        "已记下，会答复是否采纳",
        (4, 8),
    ),
    matter(
        ("praise", 12, Nature::Other, Then::Feedback(Kind::Praise)),
        &["抽血的护士很耐心", "导检员一路推着我父亲，特别感谢"],
        "",
        "已转告本人，谢谢您",
        (3, 6),
    ),
];
