//! Surnames whose reading differs from the character's usual one.

/// Two-character surnames with their readings.
const COMPOUND: &[(&str, &str, &str)] = &[
    ("尉迟", "yu", "chi"),
    ("万俟", "mo", "qi"),
    ("令狐", "ling", "hu"),
    ("长孙", "zhang", "sun"),
    ("澹台", "tan", "tai"),
    ("单于", "chan", "yu"),
    ("呼延", "hu", "yan"),
    ("宇文", "yu", "wen"),
    ("欧阳", "ou", "yang"),
    ("司马", "si", "ma"),
    ("上官", "shang", "guan"),
    ("诸葛", "zhu", "ge"),
    ("夏侯", "xia", "hou"),
    ("皇甫", "huang", "fu"),
    ("公孙", "gong", "sun"),
    ("慕容", "mu", "rong"),
    ("司徒", "si", "tu"),
    ("司空", "si", "kong"),
    ("东方", "dong", "fang"),
    ("独孤", "du", "gu"),
    ("南宫", "nan", "gong"),
    ("轩辕", "xuan", "yuan"),
    ("端木", "duan", "mu"),
    ("百里", "bai", "li"),
    ("闻人", "wen", "ren"),
    ("赫连", "he", "lian"),
    ("濮阳", "pu", "yang"),
    ("申屠", "shen", "tu"),
    ("太史", "tai", "shi"),
    ("钟离", "zhong", "li"),
    ("宗政", "zong", "zheng"),
    ("鲜于", "xian", "yu"),
    ("乐正", "yue", "zheng"),
    ("亓官", "qi", "guan"),
    ("拓跋", "tuo", "ba"),
    ("尔朱", "er", "zhu"),
    ("西门", "xi", "men"),
    ("第五", "di", "wu"),
];

/// One-character surnames that are read otherwise than the character alone.
const SINGLE: &[(char, &str)] = &[
    ('单', "shan"),
    ('曾', "zeng"),
    ('解', "xie"),
    ('仇', "qiu"),
    ('区', "ou"),
    ('查', "zha"),
    ('盖', "ge"),
    ('朴', "piao"),
    ('尉', "wei"),
    ('缪', "miao"),
    ('乐', "yue"),
    ('覃', "qin"),
    ('翟', "zhai"),
    ('万', "wan"),
    ('员', "yun"),
    ('种', "chong"),
    ('任', "ren"),
    ('华', "hua"),
    ('纪', "ji"),
    ('洗', "xian"),
    ('冼', "xian"),
    ('折', "she"),
    ('黑', "he"),
    ('秘', "bi"),
    ('繁', "po"),
    ('召', "shao"),
    ('宓', "fu"),
    ('尹', "yin"),
    ('费', "fei"),
    ('柏', "bai"),
    ('卜', "bu"),
    ('车', "che"),
    ('晟', "cheng"),
    ('哈', "ha"),
    ('计', "ji"),
    ('贾', "jia"),
    ('句', "gou"),
    ('阚', "kan"),
    ('牟', "mu"),
    ('能', "nai"),
    ('那', "na"),
    ('逄', "pang"),
    ('隗', "kui"),
    ('瞿', "qu"),
    ('撒', "sa"),
    ('石', "shi"),
    ('沈', "shen"),
    ('盛', "sheng"),
    ('宿', "su"),
    ('谭', "tan"),
    ('洪', "hong"),
    ('冯', "feng"),
    ('应', "ying"),
    ('於', "yu"),
    ('郁', "yu"),
    ('臧', "zang"),
    ('占', "zhan"),
    ('祭', "zhai"),
    ('长', "zhang"),
    ('重', "chong"),
    ('幺', "yao"),
    ('行', "xing"),
    ('相', "xiang"),
    ('郗', "xi"),
    ('燕', "yan"),
    ('殷', "yin"),
    ('恽', "yun"),
    ('訾', "zi"),
    ('俞', "yu"),
    ('谌', "chen"),
    ('褚', "chu"),
    ('适', "kuo"),
    ('佴', "nai"),
    ('令', "ling"),
    ('干', "gan"),
    ('过', "guo"),
    ('弗', "fu"),
    ('褟', "ta"),
    ('幸', "xing"),
    ('曲', "qu"),
    ('藏', "zang"),
    ('桓', "huan"),
    ('孔', "kong"),
    ('吕', "lv"),
    ('戚', "qi"),
    ('强', "qiang"),
    ('尚', "shang"),
    ('宁', "ning"),
    ('卡', "ka"),
];

/// The readings of the surname a folded name starts with (the surname's own
/// first, then the character's others) and how many characters it takes.
pub(super) fn reading(chars: &[char]) -> (Vec<Vec<String>>, usize) {
    if let [a, b, ..] = chars {
        for (surname, first, second) in COMPOUND {
            let mut of = surname.chars();
            if of.next() == Some(*a) && of.next() == Some(*b) {
                let with_rest = |reading: &str, c: char| prefer(reading, super::readings(c));
                return (vec![with_rest(first, *a), with_rest(second, *b)], 2);
            }
        }
    }
    let Some(first) = chars.first() else {
        return (Vec::new(), 0);
    };
    let usual = super::readings(*first);
    let own = SINGLE
        .iter()
        .find(|(c, _)| c == first)
        .map(|(_, reading)| *reading);
    (
        vec![own.map_or(usual.clone(), |reading| prefer(reading, usual))],
        1,
    )
}

fn prefer(reading: &str, mut others: Vec<String>) -> Vec<String> {
    others.retain(|r| r != reading);
    others.insert(0, reading.to_owned());
    others
}
