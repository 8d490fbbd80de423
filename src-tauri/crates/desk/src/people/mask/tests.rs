//! The rules of the masks as facts, for any input.

use super::*;
use proptest::prelude::*;

#[test]
fn masks_show_what_the_field_expects_and_no_more() {
    for (shown, masked) in [
        (name("张三"), "张*"),
        (name("张三丰"), "张*丰"),
        (name("欧阳娜娜"), "欧**娜"),
        (name("阿依古丽·买买提"), "阿***提"),
        (name("𠮷"), "*"),
        (name("e\u{301}"), "*"),
        (name("𬭊䶮"), "𬭊*"),
        (name("  "), ""),
        (phone("13812345678"), "138****5678"),
        (phone("+86 138-1234-5678"), "138****5678"),
        (phone("008613812345678"), "138****5678"),
        (phone("１３８１２３４５６７８"), "138****5678"),
        (phone("010-12345678"), "010****5678"),
        (phone("12345678"), "****78"),
        (phone("120"), "****"),
        (phone("没有电话"), "****"),
        (phone(""), ""),
        (document("11010519491231002X"), "······002X"),
        (document("E12345678"), "······678"),
        (document("C1234567"), "······67"),
        (document("1234"), "****"),
        (document(""), ""),
        (
            address("北京市朝阳区建国路 88 号 3 单元 502"),
            "北京市朝阳区****",
        ),
        (address("幸福里 3 号"), "****"),
        (address(""), ""),
    ] {
        assert_eq!(shown, masked);
    }
}

/// Characters people and programs trip over: rare ones beyond the first plane,
/// combining marks, joiners, middle dots, other widths.
fn awkward() -> impl Strategy<Value = char> {
    prop_oneof![
        4 => prop::sample::select(vec!['张', '三', '欧', '阳', '𠮷', '㙍', '䶮', '龘', '𬭊', '·', '•', 'A', 'z', ' ', '　']),
        2 => prop::sample::select(vec!['\u{301}', '\u{308}', '\u{200d}', '\u{fe0f}', '\u{e0100}', '\u{200b}']),
        1 => any::<char>(),
    ]
}

fn number() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => "[0-9]{1,6}",
        2 => "[０-９]{1,5}",
        1 => Just("+86".to_owned()),
        1 => Just("0086".to_owned()),
        2 => "[- ()转Xx]",
        1 => prop::collection::vec(awkward(), 1..3).prop_map(String::from_iter),
    ];
    prop::collection::vec(piece, 0..7).prop_map(|parts| parts.concat())
}

/// What is left of a mask when the signs that hide are taken away.
fn left(masked: &str) -> Vec<String> {
    let left: String = masked.chars().filter(|c| !matches!(c, '*' | '·')).collect();
    characters(&left)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn a_name_shows_its_ends_at_most(typed in prop::collection::vec(awkward(), 0..50).prop_map(String::from_iter)) {
        let count = characters(typed.trim()).len();
        let allowed = match count { 0 | 1 => 0, 2 => 1, _ => NAME_SHOWN };
        let masked = name(&typed);
        prop_assert!(left(&masked).len() <= allowed, "{typed:?} → {masked:?}");
        prop_assert!(count == 0 || masked.contains('*'), "{typed:?} → {masked:?}");
    }

    #[test]
    fn a_phone_shows_seven_digits_at_most_and_hides_four(typed in number()) {
        let masked = phone(&typed);
        let digits: String = typed.nfkc().filter(char::is_ascii_digit).collect();
        let shown: String = masked.chars().filter(|c| *c != '*').collect();
        let allowed = match digits.len() { 0..=4 => 0, 5..FULL_PHONE => 2, _ => PHONE_SHOWN };
        prop_assert!(shown.chars().all(|c| c.is_ascii_digit()), "{typed:?} → {masked:?}");
        prop_assert!(shown.len() <= allowed, "{typed:?} → {masked:?}");
        prop_assert!(shown.is_empty() || shown.len() + 3 <= digits.len(), "{typed:?} → {masked:?}");
        prop_assert!(typed.trim().is_empty() || masked.contains("****"), "{typed:?} → {masked:?}");
    }

    #[test]
    fn a_document_shows_a_third_and_four_characters_at_most(typed in "[A-Z0-9０-９ xX]{0,24}|\\PC{0,30}") {
        let masked = document(&typed);
        let count = typed.nfkc().filter(|c| !c.is_whitespace()).count();
        let hiding: usize = masked.chars().take_while(|c| matches!(c, '*' | '·')).count();
        let shown = masked.chars().count() - hiding;
        prop_assert!(shown <= DOCUMENT_SHOWN && shown * 3 <= count, "{typed:?} → {masked:?}");
        prop_assert!(count == 0 || hiding >= 4, "{typed:?} → {masked:?}");
    }

    #[test]
    fn an_address_shows_no_digit_and_half_at_most(typed in prop_oneof![
        "\\PC{0,40}",
        "(北京市|浙江省|杭州市|西湖区|县|路|[0-9０-９]{1,3}|号| ){0,12}",
    ]) {
        let masked = address(&typed);
        let shown = masked.strip_suffix("****").unwrap_or(&masked);
        let count = characters(shown).len();
        prop_assert!(count <= ADDRESS_SHOWN && count * 2 <= characters(typed.trim()).len(), "{typed:?} → {masked:?}");
        prop_assert!(!shown.chars().any(char::is_numeric), "{typed:?} → {masked:?}");
    }

    #[test]
    fn free_text_shows_neither_the_name_nor_a_number(
        before in "[^0-9０-９Xx -]{0,8}", after in "[^0-9０-９Xx -]{0,8}",
        mobile in "1[3-9][0-9]{9}", identity in "[1-9][0-9]{16}[0-9X]", who in "[张王李欧][阳𠮷三䶮]{1,3}",
    ) {
        for number in [&mobile, &identity] {
            let masked = free_text(&format!("{before}{who}{number}{after}"), &who);
            prop_assert!(!masked.contains(number.as_str()), "{masked:?}");
            let longest = masked.split(|c: char| !c.is_ascii_digit()).map(str::len).max();
            prop_assert!(longest.unwrap_or(0) <= 4, "{masked:?}");
        }
    }
}
