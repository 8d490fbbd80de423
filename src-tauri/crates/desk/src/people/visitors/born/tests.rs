#![allow(clippy::unwrap_used, reason = "tests")]
use super::*;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn today() -> Day {
    day("2026-11-23")
}

#[test]
fn what_people_say_is_read_with_its_precision() {
    for (said, kept) in [
        ("1949", "1949"),
        ("1949年", "1949"),
        ("1949年生", "1949"),
        ("１９４９", "1949"),
        ("1949-2", "1949-02"),
        ("1949年2月", "1949-02"),
        ("1949.02", "1949-02"),
        ("1949/2", "1949-02"),
        ("1949-12", "1949-12"),
        ("1949年2月3日", "1949-02-03"),
        ("1949 年 2 月 3 号", "1949-02-03"),
        ("19490203", "1949-02-03"),
        ("１９４９０２０３", "1949-02-03"),
        ("1949.2.3", "1949-02-03"),
        ("1949/2/3", "1949-02-03"),
        ("1949-02-03", "1949-02-03"),
        ("1949 2 3", "1949-02-03"),
        ("1949–2–3", "1949-02-03"),
        ("\u{feff}1949\u{200b}-2-3 ", "1949-02-03"),
        ("49年", "1949"),
        ("49年2月3日", "1949-02-03"),
        ("65岁", "1960-11-24/1961-11-23"),
        ("６５ 周岁", "1960-11-24/1961-11-23"),
        ("65 years", "1960-11-24/1961-11-23"),
        ("0岁", "2025-11-24/2026-11-23"),
        ("1960-11-24/1961-11-23", "1960-11-24/1961-11-23"),
        ("2026", "2026"),
    ] {
        let read = Born::read(said, today()).map(|born| born.to_string());
        assert_eq!(read.as_deref(), Ok(kept), "{said}");
    }
}

#[test]
fn what_may_mean_two_things_or_nothing_is_not_read() {
    for said in [
        "",
        " ",
        "49",
        "65",
        "05年",
        "26年",
        "194902",
        "1949-2-3-4",
        "49-2-3",
        "3.2.49",
        "岁",
        "六十五",
        "1949-二",
        "65岁半",
        "虚65岁",
        "1949-002",
        "前年",
        "-1949-x",
        "1961-11-23/1960-11-24",
    ] {
        assert_eq!(Born::read(said, today()), Err(Unread::Shape), "{said}");
    }
    for said in [
        "1949-13",
        "1949-2-30",
        "2026-02-29",
        "1949-0",
        "2026-11-24",
        "2026-12",
        "2027",
        "1894",
        "18000101",
        "131岁",
    ] {
        assert_eq!(Born::read(said, today()), Err(Unread::NoSuchTime), "{said}");
    }
}

/// Every day of the span, asked one by one.
fn every_age(born: Born, on: Day) -> Vec<u32> {
    let mut ages: Vec<u32> = (0..)
        .map(|n| born.first().plus_days(n))
        .take_while(|day| *day <= born.last() && *day <= on)
        .filter_map(|day| day.age_on(on))
        .collect();
    ages.sort_unstable();
    ages.dedup();
    ages
}

#[test]
fn an_age_is_kept_as_every_day_that_makes_it() {
    for on in [
        "2026-11-23",
        "2024-02-29",
        "2026-02-28",
        "2026-03-01",
        "2026-01-01",
    ] {
        let on = day(on);
        for years in [0, 1, 17, 65] {
            let born = Born::aged(years, on).unwrap();
            assert_eq!(every_age(born, on), vec![years], "{years} on {on}");
            let before = born.first().plus_days(-1).age_on(on);
            assert_eq!(before, Some(years + 1), "{years} on {on}");
            assert_ne!(born.last().plus_days(1).age_on(on), Some(years), "{on}");
            assert_eq!(born.ages_on(on).unwrap().certain(), Some(years));
        }
    }
}

#[test]
fn who_gave_a_year_is_one_of_two_ages() {
    for said in [
        "1949",
        "1949-11",
        "1949-02",
        "1949-11-23",
        "65岁",
        "2026",
        "2026-11",
    ] {
        let born = Born::read(said, today()).unwrap();
        for on in ["2026-11-23", "2026-12-31", "2027-01-01", "2027-11-24"] {
            let on = day(on);
            let all = every_age(born, on);
            let ages = born.ages_on(on).unwrap();
            let ends = (*all.first().unwrap(), *all.last().unwrap());
            assert_eq!((ages.least, ages.most), ends, "{said} on {on}");
            assert!(all.len() <= 2, "{said} on {on}");
        }
    }
    let year = Born::read("1949", today()).unwrap();
    assert_eq!(
        year.ages_on(today()),
        Some(Ages {
            least: 76,
            most: 77
        })
    );
    assert_eq!(year.ages_on(day("1948-12-31")), None);
}

#[test]
fn what_two_say_is_what_both_allow() {
    let read = |said: &str| Born::read(said, today()).unwrap();
    let both = read("1949").both(read("76岁")).unwrap();
    assert_eq!(both.to_string(), "1949-11-24/1949-12-31");
    assert_eq!(both.ages_on(today()).unwrap().certain(), Some(76));
    assert_eq!(read("1949").both(read("65岁")), None);
    assert!(
        read("1949-02").may_be(day("1949-02-28")) && !read("1949-02").may_be(day("1949-03-01"))
    );
}

#[test]
fn what_is_stored_is_read_again() {
    for said in ["1949", "1949-02", "1949-12", "1949-02-03", "65岁", "2026"] {
        let born = Born::read(said, today()).unwrap();
        assert_eq!(Born::from_value(&Value::from(born)), Some(born), "{said}");
    }
}
