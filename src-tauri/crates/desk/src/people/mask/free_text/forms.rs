//! Hiding nicknames: a surname with a form of address, and nothing that only reads like one.

/// Surnames that begin few other words.
const PLAIN: &str = "王李张刘陈杨赵吴徐朱郭宋郑韩唐冯董萧肖曹袁邓许傅沈彭吕卢蒋蔡贾魏薛阎闫潘杜戴\
    谭廖邹陆郝崔邱秦侯邵孟尹姚汪谢罗姜贺赖龚樊柯祁殷俞霍翁倪庞";
/// Surnames that are everyday words as well: `小高峰`, `老周期`.
const EVERYDAY: &str = "黄周孙胡高林何马梁程范方石金田任叶余夏钟江史顾白毛康万钱段汤黎易常武文龙\
    曾于丁苏孔乔熊洪严温雷葛尤";
/// Surnames that no nickname is made of: `小于 140`.
const NEVER_FAMILIAR: char = '于';
/// Surnames of two characters.
const LONG: &[&str] = &[
    "欧阳", "司马", "上官", "诸葛", "夏侯", "皇甫", "尉迟", "公孙", "慕容", "司徒", "令狐", "端木",
    "南宫", "呼延", "宇文",
];

/// Before the surname: then it ends another word, `任何医生`, `每周医生`, `由于医生`.
const ENDS_A_WORD: &[(char, &str)] = &[
    (
        '张',
        "一二两三四五六七八九十几这那每多半慌紧扩夸主开纸出各份",
    ),
    ('李', "行桃"),
    ('谢', "谢感多致答代"),
    ('许', "允也或准特不少"),
    ('何', "任如为几若"),
    ('任', "主责担信现前历新原上离委"),
    ('高', "提最较很更太偏血升增身过不拔"),
    ('白', "明空苍黑雪表坦美蛋"),
    (
        '方',
        "处药地对双甲乙官东西南北前后多各我校院医警一单配验偏比大正立平他她",
    ),
    ('常', "经正日平时非通异家往反照"),
    ('万', "一二两三四五六七八九十百几千上数"),
    ('石', "结胆肾岩碎钻"),
    ('段', "阶时手片路一这那"),
    ('钱', "交付价多花收退省少没有给零现要的"),
    ('金', "奖资现基押公租税佣薪本美黄五老"),
    ('田', "农油"),
    ('江', "长黑浙珠九镇湛丽"),
    ('马', "立罗斑骑人上"),
    ('龙', "尼乌沙水黑恐"),
    ('康', "健安小"),
    ('毛', "羽眉睫羊皮体汗纤绒"),
    ('史', "病历既家过"),
    ('武', "威动勇洪"),
    ('程', "课流工过疗路日行历议全远里"),
    ('文', "语中英作论公条外课人天"),
    ('易', "容简轻贸交不"),
    ('余', "剩其多业结盈"),
    ('顾', "照回看光不"),
    ('叶', "树茶百肺红落"),
    ('曾', "不未也何他她我您你"),
    ('汤', "喝中药鸡菜"),
    ('梁', "桥脊鼻骨"),
    ('林', "园森"),
    ('黄', "发枯变蛋硫"),
    ('孙', "子"),
    ('周', "每上下本这那一二三四五六双单两几整半隔各孕"),
    ('钟', "分闹时几点秒"),
    ('戴', "佩穿爱"),
    ('夏', "华立今初盛入"),
    ('姜', "生"),
    ('范', "规模示师防"),
    ('陆', "大登着"),
    ('傅', "师"),
    ('黎', "巴"),
    ('赖', "依信无"),
    ('于', "由关对属位至在等鉴基低高大小多少处便善易终勇源始"),
    ('丁', "补园"),
    ('胡', "二"),
    ('罗', "网"),
    ('贺', "祝"),
    ('苏', "复江"),
    ('孔', "鼻穿毛瞳"),
    ('葛', "瓜"),
    ('严', "从庄尊威"),
    ('温', "体气低高"),
    ('雷', "打"),
];

/// Forms of address behind a surname; longer ones first.
const BEHIND: &[&str] = &[
    "阿姨",
    "叔叔",
    "大爷",
    "大妈",
    "大姐",
    "大哥",
    "大叔",
    "大娘",
    "大伯",
    "大嫂",
    "爷爷",
    "奶奶",
    "伯伯",
    "婆婆",
    "老师",
    "师傅",
    "医生",
    "医师",
    "大夫",
    "护士",
    "主任",
    "院长",
    "科长",
    "处长",
    "局长",
    "所长",
    "校长",
    "站长",
    "队长",
    "班长",
    "组长",
    "护士长",
    "经理",
    "主管",
    "教授",
    "先生",
    "女士",
    "小姐",
    "太太",
    "夫人",
    "律师",
    "警官",
    "书记",
    "老板",
    "会计",
    "同学",
    "同志",
    "姐",
    "哥",
    "叔",
    "婶",
    "姨",
    "伯",
    "嫂",
    "爷",
];
/// Those that go on in many other words, `张总` and `总结`: only where the word ends.
const BEHIND_AT_AN_END: &[&str] = &["总", "工"];
/// What may follow where a word ends.
const GOES_ON: &str = "说要来的在和今昨明给把让请也问想电预已没不打那他她是有去跟陪带帮代同联到会将\
    又还就反提告答回留住找自很";

/// Before `老` and `小` when they end another word: `养老金`, `缩小`, `大小`.
const NOT_BEFORE: &str = "大缩矮细幼弱微中最较很太更多养敬古衰抗年从胆瘦短极特越变不减骨";
/// Words that begin like `小程` and `老陈`.
const WORDS: &[&str] = &[
    "小许多",
    "小郑重",
    "小谭谈",
    "老陈醋",
    "小姜葱",
    "小陆续",
    "小杜鹃",
    "小罗汉",
];

/// Hides the surname in nicknames: `张姐` is `*姐`, `老王` is `老*`.
pub(super) fn hide(text: &str) -> String {
    let all: Vec<char> = text.chars().collect();
    let mut hidden: Vec<char> = all.clone();
    for at in 0..all.len() {
        for at in at..at + named(&all, at) {
            if let Some(c) = hidden.get_mut(at) {
                *c = '*';
            }
        }
    }
    hidden.into_iter().collect()
}

/// How many characters of a surname in a nickname begin here.
fn named(all: &[char], at: usize) -> usize {
    let rest = all.get(at..).unwrap_or_default();
    if let Some(long) = LONG.iter().find(|long| begins(rest, long)) {
        let length = long.chars().count();
        return if addressed(rest.get(length..).unwrap_or_default()) {
            length
        } else {
            0
        };
    }
    let Some((own, behind)) = rest.split_first() else {
        return 0;
    };
    let before = at.checked_sub(1).and_then(|before| all.get(before));
    usize::from(is_surname(*own) && (with_form(before, *own, behind) || familiar(all, at, behind)))
}

fn is_surname(c: char) -> bool {
    PLAIN.contains(c) || EVERYDAY.contains(c)
}

/// 张姐, 刘老师, 赵总.
fn with_form(before: Option<&char>, own: char, behind: &[char]) -> bool {
    let of_word = ENDS_A_WORD.iter().find(|(c, _)| *c == own);
    let ends_a_word = before.is_some_and(|before| {
        of_word.is_some_and(|(_, words)| words.contains(*before) || before.is_ascii_digit())
    });
    let at_an_end = BEHIND_AT_AN_END.iter().any(|form| {
        begins(behind, form) && ends(behind.get(form.chars().count())) && PLAIN.contains(own)
    });
    !ends_a_word && (addressed(behind) || at_an_end)
}

fn addressed(behind: &[char]) -> bool {
    BEHIND.iter().any(|form| begins(behind, form))
}

/// 老王, 小李.
fn familiar(all: &[char], at: usize, behind: &[char]) -> bool {
    let Some(word) = at.checked_sub(1).and_then(|from| all.get(from..)) else {
        return false;
    };
    let before = at.checked_sub(2).and_then(|before| all.get(before));
    let apart = before.is_none_or(|c| !NOT_BEFORE.contains(*c));
    let own = word.get(1).copied().unwrap_or_default();
    let everyday = EVERYDAY.contains(own);
    matches!(word.first(), Some('老' | '小'))
        && own != NEVER_FAMILIAR
        && apart
        && !WORDS.iter().any(|other| begins(word, other))
        && (!everyday || ends(behind.first()) || addressed(behind))
}

/// Whether a word has ended before this character; what is hidden already may be anything.
fn ends(next: Option<&char>) -> bool {
    next.is_none_or(|c| GOES_ON.contains(*c) || !(c.is_alphanumeric() || "*·".contains(*c)))
}

fn begins(text: &[char], word: &str) -> bool {
    let mut letters = text.iter();
    word.chars().all(|c| letters.next() == Some(&c))
}
