//! What of free text is hidden, and what must be left as it was.

use super::free_text;
use proptest::prelude::*;

#[test]
fn a_person_is_hidden_in_free_text_too() {
    for (text, name, hidden) in [
        (
            "李静本人，电话13812345678，身份证11010519491231002X，3 号窗口",
            "李静",
            "李*本人，电话138****5678，身份证······002X，3 号窗口",
        ),
        (
            "2026 年 11 月 21 日 800 元",
            "",
            "2026 年 11 月 21 日 800 元",
        ),
        ("2026-11-21 到 2026-11-30", "", "2026-11-21 到 2026-11-30"),
        ("打 12345678", "王", "打 ****78"),
        ("打 138 1234 5678 找", "", "打 138****5678 找"),
        ("打 +86 138-1234-5678", "", "打 +138****5678"),
        ("打１３８１２３４５６７８", "", "打138****5678"),
        ("110105 19491231 002X 号", "", "······002X 号"),
        ("护照 E12345678", "", "护照 E****78"),
    ] {
        assert_eq!(free_text(text, name), hidden);
    }
}

#[test]
fn nicknames_and_where_else_somebody_is_reached_are_hidden() {
    for (text, hidden) in [
        ("张姐让老王来取，小李陪", "*姐让老*来取，小*陪"),
        ("王阿姨、刘老师、赵总要改时间", "*阿姨、*老师、*总要改时间"),
        ("欧阳医生的号", "**医生的号"),
        ("请转告周大夫和何主任", "请转告*大夫和*主任"),
        ("小高说明天来，找老白", "小*说明天来，找老*"),
        (
            "邮箱 li.jing-1980@example.com.cn，发结果",
            "邮箱 ****，发结果",
        ),
        ("发到ＬＪ＠ｅｘａｍｐｌｅ．ｃｏｍ", "发到****"),
        ("微信 abc_123，下午联系", "微信 ****，下午联系"),
        ("微信号是：Lijing-1980", "微信号是：****"),
        ("wx:lijing88", "wx:****"),
        ("V信 lijing88", "V信 ****"),
        ("VX：lijing_88", "VX：****"),
        ("加V lijing88 或加微lijing88", "加V **** 或加微****"),
        ("她的 wxid_k2j8x0q1z 也行", "她的 **** 也行"),
        ("QQ 12345", "QQ ****"),
        ("qq号：987654321", "qq号：****"),
        ("WeChat lijing88", "WeChat ****"),
    ] {
        assert_eq!(free_text(text, ""), hidden);
    }
}

/// What is said at a reception desk every day, and says nobody's name.
const INNOCENT: &[&str] = &[
    "老师傅说不清楚，请老年人先坐",
    "大夫说两个小时后再来",
    "小时候打过疫苗，血压小于 140",
    "任何医生都可以，不挑",
    "每周医生排班表在大厅，下周主任不在",
    "由于医生停诊，关于护士站的位置",
    "主任医师的号约满了，主任医生也可以",
    "谢谢医生，感谢大夫，也多谢护士",
    "养老金领取在 3 号窗口，小程序也能约",
    "请在小程序预约，范围小范围大都要问",
    "微信公众号预约，微信支付 200 元",
    "微信 2026-11-30 前有效，微信小程序打不开",
    "QQ 群不发结果；扫微信码取号",
    "提高医生待遇的建议，健康老师讲座",
    "英文老师要开证明，课程老师签字",
    "10 分钟医生会叫号，两张医生开的单子",
    "紧张护士抽血，允许医生查看",
    "小毛病不用挂号，老毛病要复查，小范围活动",
    "骨小梁变细，总胆固醇偏高总费用不高",
    "年终总结、周总结、工作安排",
    "其余医生、正常医生、对方先生没来",
    "小孙子发烧，小马路对面，小黄车停门口",
    "老花眼、老寒腿、小康家庭、小区门口",
    "陪同办理，行李寄存，一张老师介绍信",
    "单价 3@5 元，@前台 处理",
    "挂 W3 号，A1023 已过号，B 超在二楼",
];

#[test]
fn what_says_nobodys_name_stays_as_it_was() {
    for text in INNOCENT {
        assert_eq!(free_text(text, ""), *text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn an_address_or_an_id_shows_nowhere(
        before in "[^0-9０-９A-Za-zＡ-Ｚａ-ｚ@＠._%+＿．％＋－-]{0,8}",
        after in "[，。；、（）！？ 的在找]{1,8}",
        local in "[a-z][a-z0-9._]{2,12}[a-z0-9]", domain in "[a-z]{3,8}", end in "(com|cn|com\\.cn|org)",
        word in "(微信|微信号|V信|VX|vx|wx|WeChat|QQ|qq号)", sign in "(：|:| |是)", id in "[a-z][a-z]{2}[0-9_]{3,9}",
    ) {
        let masked = free_text(&format!("{before}{local}@{domain}.{end}{after}"), "");
        prop_assert!(!masked.contains(&local) && !masked.contains('@'), "{masked:?}");
        let masked = free_text(&format!("{before}{word}{sign}{id}{after}"), "");
        prop_assert!(!masked.contains(&id) && masked.contains(&word), "{masked:?}");
    }

    #[test]
    fn a_nickname_shows_no_surname(
        before in "[，。；、（）！？ 请找]{0,4}", after in "[，。；、（）！？]{1,4}",
        own in "[王李张刘陈杨赵吴徐朱郭宋郑韩唐冯董]", form in "(姐|哥|阿姨|老师|医生|总|叔叔|师傅|女士)",
        little in "[老小]",
    ) {
        for text in [format!("{before}{own}{form}{after}"), format!("{before}{little}{own}{after}")] {
            let masked = free_text(&text, "");
            prop_assert!(!masked.contains(&own), "{text} is {masked}");
            prop_assert_eq!(masked.chars().count(), text.chars().count());
        }
    }

    #[test]
    fn hiding_twice_hides_no_more(text in "\\PC{0,40}|[张王老小姐总师医生微信Qq@a-z0-9_：. ]{0,24}") {
        let once = free_text(&text, "");
        prop_assert_eq!(free_text(&once, ""), once);
    }
}
