//! The one place that hides names, phones and identity numbers (R 10.3).

/// 张三 → 张*, 张三丰 → 张*丰, 欧阳娜娜 → 欧**娜; other scripts keep their ends.
pub fn name(name: &str) -> String {
    let chars: Vec<char> = name.trim().chars().collect();
    match chars.as_slice() {
        [] => String::new(),
        [_] => "*".to_owned(),
        [first, _] => format!("{first}*"),
        [first, middle @ .., last] => {
            format!("{first}{}{last}", "*".repeat(middle.len().min(3)))
        }
    }
}

/// 13812345678 → 138****5678; shorter numbers show their last two digits.
pub fn phone(phone: &str) -> String {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    if digits.len() >= 11 {
        let (head, tail) = (
            digits.chars().take(3),
            digits.chars().skip(digits.len() - 4),
        );
        head.chain("****".chars()).chain(tail).collect()
    } else if digits.len() > 4 {
        "****"
            .chars()
            .chain(digits.chars().skip(digits.len() - 2))
            .collect()
    } else {
        "****".to_owned()
    }
}

/// Only the last four of an identity number: the first six give the birthplace.
pub fn id_number(number: &str) -> String {
    let count = number.chars().count();
    if count <= 4 {
        return "****".to_owned();
    }
    "······"
        .chars()
        .chain(number.chars().skip(count - 4))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn masks_show_what_the_field_expects_and_no_more() {
        assert_eq!(name("张三"), "张*");
        assert_eq!(name("张三丰"), "张*丰");
        assert_eq!(name("欧阳娜娜"), "欧**娜");
        assert_eq!(name("阿依古丽·买买提"), "阿***提");
        assert_eq!(name("𠮷"), "*");
        assert_eq!(phone("13812345678"), "138****5678");
        assert_eq!(phone("010-12345678"), "010****5678");
        assert_eq!(phone("12345678"), "****78");
        assert_eq!(id_number("11010519491231002X"), "······002X");
    }
}
