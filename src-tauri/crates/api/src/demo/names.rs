//! Names as people bear them: surnames as common as they are, given names of their
//! generation and sex. All put together by chance.

use super::dice::Dice;
use desk::people::visitors::Sex;

/// Common surnames with how many in ten thousand bear them, roughly.
const SURNAMES: &[(&str, usize)] = &[
    ("王", 720),
    ("李", 715),
    ("张", 680),
    ("刘", 540),
    ("陈", 455),
    ("杨", 310),
    ("黄", 225),
    ("赵", 207),
    ("吴", 200),
    ("周", 190),
    ("徐", 146),
    ("孙", 145),
    ("马", 137),
    ("朱", 128),
    ("胡", 122),
    ("郭", 117),
    ("何", 117),
    ("林", 114),
    ("高", 110),
    ("罗", 108),
    ("郑", 95),
    ("梁", 90),
    ("谢", 82),
    ("宋", 76),
    ("唐", 74),
    ("许", 73),
    ("邓", 72),
    ("冯", 69),
    ("韩", 68),
    ("曹", 67),
    ("曾", 63),
    ("彭", 62),
    ("萧", 20),
    ("肖", 42),
    ("蔡", 60),
    ("潘", 58),
    ("田", 57),
    ("董", 57),
    ("袁", 56),
    ("于", 54),
    ("余", 54),
    ("叶", 53),
    ("蒋", 53),
    ("杜", 52),
    ("苏", 51),
    ("魏", 50),
    ("程", 49),
    ("吕", 48),
    ("丁", 47),
    ("沈", 46),
    ("任", 46),
    ("姚", 45),
    ("卢", 45),
    ("傅", 42),
    ("钟", 42),
    ("姜", 41),
    ("崔", 40),
    ("谭", 40),
    ("廖", 39),
    ("范", 38),
    ("汪", 37),
    ("陆", 37),
    ("金", 36),
    ("石", 36),
    ("戴", 35),
    ("贾", 34),
    ("韦", 33),
    ("夏", 33),
    ("邱", 32),
    ("方", 32),
    ("侯", 31),
    ("邹", 30),
    ("熊", 30),
    ("孟", 29),
    ("秦", 29),
    ("白", 28),
    ("江", 28),
    ("阎", 26),
    ("薛", 26),
    ("尹", 25),
    ("段", 24),
    ("雷", 24),
    ("黎", 22),
    ("史", 21),
    ("龙", 21),
    ("陶", 20),
    ("贺", 20),
    ("顾", 19),
    ("毛", 19),
    ("郝", 19),
    ("龚", 18),
    ("邵", 18),
    ("万", 17),
    ("钱", 17),
    ("严", 16),
    ("覃", 16),
    ("武", 15),
    ("单", 6),
    ("解", 6),
    ("仇", 5),
    ("区", 5),
    ("查", 5),
    ("翟", 9),
    ("缪", 4),
    ("朴", 4),
    ("盖", 2),
    ("欧阳", 9),
    ("上官", 3),
    ("司马", 3),
    ("诸葛", 2),
    ("尉迟", 1),
    ("令狐", 1),
    ("夏侯", 1),
    ("皇甫", 1),
    ("慕容", 1),
];

/// A generation's given-name characters: first and second place, men and women.
struct Era {
    before: i32,
    men: (&'static [&'static str], &'static [&'static str]),
    women: (&'static [&'static str], &'static [&'static str]),
    /// How many in a thousand have a single character.
    single: usize,
}

const ERAS: &[Era] = &[
    Era {
        before: 1950,
        men: (
            &[
                "德", "福", "长", "玉", "金", "树", "永", "文", "世", "子", "兆", "守",
            ],
            &[
                "山", "贵", "才", "林", "明", "海", "田", "祥", "清", "和", "生", "义",
            ],
        ),
        women: (
            &["秀", "桂", "玉", "淑", "凤", "素", "月", "翠", "兰", "金"],
            &["英", "兰", "珍", "芳", "花", "云", "梅", "贞", "荣", "娥"],
        ),
        single: 90,
    },
    Era {
        before: 1970,
        men: (
            &[
                "建", "国", "志", "卫", "爱", "保", "新", "红", "永", "文", "学", "振",
            ],
            &[
                "国", "华", "军", "明", "平", "强", "民", "东", "生", "林", "忠", "兵",
            ],
        ),
        women: (
            &[
                "秀", "丽", "玉", "桂", "爱", "红", "淑", "春", "建", "美", "亚", "惠",
            ],
            &[
                "英", "华", "兰", "萍", "珍", "芳", "霞", "琴", "梅", "荣", "玲", "敏",
            ],
        ),
        single: 200,
    },
    Era {
        before: 1990,
        men: (
            &[
                "志", "建", "晓", "海", "永", "俊", "文", "立", "伟", "国", "小", "宏",
            ],
            &[
                "伟", "强", "军", "涛", "勇", "刚", "峰", "辉", "鹏", "波", "斌", "东",
            ],
        ),
        women: (
            &[
                "丽", "晓", "艳", "海", "雪", "小", "春", "美", "玉", "婷", "静", "彩",
            ],
            &[
                "娟", "霞", "燕", "丽", "梅", "红", "静", "敏", "艳", "萍", "莉", "娜",
            ],
        ),
        single: 360,
    },
    Era {
        before: 2005,
        men: (
            &[
                "子", "俊", "嘉", "志", "浩", "天", "文", "宇", "家", "泽", "晨", "思",
            ],
            &[
                "豪", "杰", "轩", "宇", "鑫", "浩", "伟", "阳", "凯", "明", "龙", "远",
            ],
        ),
        women: (
            &[
                "雨", "思", "佳", "雅", "欣", "梦", "晓", "嘉", "诗", "婷", "静", "子",
            ],
            &[
                "婷", "怡", "欣", "雯", "琪", "颖", "洁", "蕾", "雪", "琳", "萱", "瑶",
            ],
        ),
        single: 240,
    },
    Era {
        before: 9999,
        men: (
            &[
                "子", "浩", "宇", "梓", "俊", "沐", "奕", "一", "亦", "嘉", "泽", "皓",
            ],
            &[
                "轩", "宸", "涵", "然", "睿", "辰", "泽", "宇", "诺", "霖", "阳", "铭",
            ],
        ),
        women: (
            &[
                "梓", "欣", "雨", "诗", "一", "可", "语", "思", "若", "沐", "依", "芷",
            ],
            &[
                "涵", "萱", "怡", "彤", "妍", "桐", "诺", "琪", "玥", "瑶", "晴", "宁",
            ],
        ),
        single: 60,
    },
];

/// Characters that look ordinary to their bearers and trouble every program.
const RARE: &[&str] = &[
    "㛃", "䶮", "𠮷", "堃", "喆", "翀", "彧", "犇", "昺", "珺", "旻", "𤩽",
];

const UYGHUR: (&[&str], &[&str], &[&str]) = (
    &[
        "阿卜杜拉",
        "买买提",
        "艾尔肯",
        "吐尔逊",
        "努尔兰",
        "依力哈木",
        "卡德尔",
    ],
    &[
        "阿依古丽",
        "古丽娜尔",
        "热孜万",
        "帕提古丽",
        "努尔古丽",
        "麦热姆",
    ],
    &[
        "买买提",
        "吐尔逊",
        "艾合买提",
        "依明",
        "玉素甫",
        "肉孜",
        "卡斯木",
    ],
);
const TIBETAN: &[&str] = &[
    "扎西次仁",
    "格桑梅朵",
    "央金卓玛",
    "丹增罗布",
    "次仁央宗",
    "洛桑尼玛",
    "白玛曲珍",
];
const ABROAD: (&[&str], &[&str]) = (
    &[
        "Anna Lindqvist",
        "Maria Fernandes",
        "Yuki Tanaka",
        "Elena Sokolova",
        "Grace Okafor",
        "Siobhán O'Neill",
    ],
    &[
        "Tomás Herrera",
        "Daniel Kowalski",
        "Kenji Mori",
        "Ivan Petrov",
        "Samuel Okoro",
        "Lars Møller",
    ],
);

/// Where a name comes from.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    /// China.
    Here,
    /// Another country.
    Abroad,
}

/// A name for somebody of that sex and birth year.
pub(super) fn name(dice: &mut Dice, sex: Sex, year: i32) -> (String, Origin) {
    match dice.below(1000) {
        0..=7 => return (abroad(dice, sex), Origin::Abroad),
        8..=17 => return (uyghur(dice, sex), Origin::Here),
        18..=20 => return (dice.word(TIBETAN).to_owned(), Origin::Here),
        _ => {}
    }
    let surname = dice.weighted(SURNAMES, |s| s.1).map_or("王", |s| s.0);
    (format!("{surname}{}", given(dice, sex, year)), Origin::Here)
}

fn given(dice: &mut Dice, sex: Sex, year: i32) -> String {
    let Some(era) = ERAS.iter().find(|era| year < era.before) else {
        return String::new();
    };
    let (first, second) = match sex {
        Sex::Male => era.men,
        Sex::Female => era.women,
    };
    if dice.happens(6) {
        let rare = dice.word(RARE);
        return if dice.happens(400) {
            rare.to_owned()
        } else {
            format!("{}{rare}", dice.word(first))
        };
    }
    if dice.happens(era.single) {
        return dice.word(second).to_owned();
    }
    format!("{}{}", dice.word(first), dice.word(second))
}

fn uyghur(dice: &mut Dice, sex: Sex) -> String {
    let own = match sex {
        Sex::Male => UYGHUR.0,
        Sex::Female => UYGHUR.1,
    };
    format!("{}·{}", dice.word(own), dice.word(UYGHUR.2))
}

fn abroad(dice: &mut Dice, sex: Sex) -> String {
    let from = match sex {
        Sex::Female => ABROAD.0,
        Sex::Male => ABROAD.1,
    };
    dice.word(from).to_owned()
}
