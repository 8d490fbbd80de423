//! A ledger of ten thousand encounters is read while one waits for it, and adds up.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

#[path = "support/bare.rs"]
mod bare;

use bare::Bare;
use desk::ground::roles::Role;
use desk::house::institution;
use desk::house::institution::{Hours, Institution};
use desk::record::ledger::{self, Extent, PAGE, Period};
use desk::{Act, Day, Minute};
use std::time::{Duration, Instant};

/// Ten thousand encounters on a hundred days to 2026-11-23, with what belongs to them.
const YEARS_WORK: &[&str] = &[
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 4000)
     INSERT INTO visitors (id, name, phone, phone_2, id_kind, id_number, address, note, name_key, pinyin_key,
         initial_key, digit_key, registered_at, registered_by, changed_at, seen_at)
     SELECT i, '张桂兰' || i, printf('138%08d', i), '', 'none', '', '', '', '', '', '', '', 0, 1, 0, 0 FROM n",
    "INSERT INTO categories (id, parent_id, code, name_zh, name_en, prefix, urgency, complexity, point_code, anonymous, words, position, active)
     VALUES (1, NULL, 'a', '服务办理', 'Services', 'A', 'routine', 'on_the_spot', '', 1, '', 1, 1),
            (2, 1, 'a1', '体检预约', 'Check-ups', '', 'routine', 'on_the_spot', '', 1, '', 1, 1)",
    "INSERT INTO points (id, code, name_zh, name_en, place_zh, place_en, audience, position, active)
     VALUES (1, 'p', '体检咨询窗', 'Check-up desk', '', '', 'everyone', 1, 1)",
    "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 9999)
     INSERT INTO encounters (id, no, day, channel, visitor_id, on_behalf, matter, category_id, urgency, complexity,
         handoff, first_asked, started_at, outcome, outcome_note, ended_at, ended_by)
     SELECT i + 1, 'E' || i, date('2026-11-23', '-' || (99 - i / 100) || ' days'),
         CASE i % 3 WHEN 0 THEN 'phone' ELSE 'walk_in' END, i * 7 % 4000 + 1, '', '替母亲安排体检', 1 + i % 2, 'routine',
         'on_the_spot', '', 1, 1795395600000 - (99 - i / 100) * 86400000 + i % 100 * 60000,
         CASE i % 4 WHEN 0 THEN NULL ELSE 'answered' END, '', CASE i % 4 WHEN 0 THEN NULL ELSE 1795395600000 END,
         CASE i % 4 WHEN 0 THEN NULL ELSE 1 END FROM n",
    "INSERT INTO consultations (encounter_id, question, nature, analysis, answer, answered_by, answered_at)
     SELECT id, '要空腹吗', 'procedure', '', '抽血前空腹八小时，早上可以喝少量白水。', 1, started_at FROM encounters",
    "INSERT INTO tickets (no, day, encounter_id, category_id, language, need, first, lifted_by, issued_at, issued_by,
         state, point_id, note, called_at, transfers, needless)
     SELECT 'A' || id, day, id, 1, 'zh', 'routine', 0, '', started_at, 1, 'done', 1, '', started_at + id % 20 * 60000, 0, 0
     FROM encounters WHERE id % 5 <> 0",
    "INSERT INTO promises (encounter_id, what, due_at, owner, made_at, result)
     SELECT id, '明早回电', started_at + 3600000, 1, started_at, '' FROM encounters WHERE id % 20 = 0",
];

fn house() -> Bare {
    let bare = Bare::new(Role::Administrator);
    let filled = bare.desk.write(&act(), |w| {
        let hours = Hours {
            weekday: 1,
            opens: Minute(480),
            closes: Minute(1050),
            lunch: None,
        };
        let house = Institution {
            name: "青禾".into(),
            address: String::new(),
            phone: String::new(),
            hours: vec![hours],
            training: true,
            idle_seconds: 300,
        };
        institution::set(w, &house)?;
        for sql in YEARS_WORK {
            w.tx.execute(sql, &[])?;
        }
        Ok::<_, desk::Error>(())
    });
    filled.unwrap();
    bare
}

fn act() -> Act {
    bare::act(Role::Administrator)
}

#[test]
fn ten_thousand_encounters_are_read_in_a_moment_and_add_up() {
    let house = house();
    let desk = &house.desk;
    let to = Day::parse("2026-11-23").unwrap();
    let period = Period::new(to.plus_days(-99), to).unwrap();
    let timed = |wanted| {
        let begun = Instant::now();
        let ledger = desk
            .read(&act(), |r| ledger::read(r, period, wanted))
            .unwrap();
        (ledger, begun.elapsed())
    };
    let (page, page_took) = timed(Extent::Page(3));
    let (all, all_took) = timed(Extent::All);
    println!("a page took {page_took:?}, all {all_took:?}");
    assert_eq!(page.encounters.len(), usize::try_from(PAGE).unwrap());
    assert_eq!(page.totals, all.totals);
    assert_eq!(all.encounters.len(), 10_000);
    assert_eq!(
        (all.totals.encounters, all.totals.tickets.served),
        (10_000, 8_000)
    );
    assert_eq!(all.promises.len(), 500);
    let last = all.encounters.last().unwrap();
    assert_eq!(
        (last.top.zh.as_str(), last.leaf.zh.as_str()),
        ("服务办理", "体检预约")
    );
    assert!(last.answer.starts_with("抽血前空腹"));
    let masked = all.masked();
    assert!(
        masked
            .encounters
            .iter()
            .all(|row| row.name.contains('*') && row.phone.contains("****"))
    );
    // Generous: a debug build beside other builds. A missing index takes minutes.
    assert!(
        all_took < Duration::from_secs(3) && page_took < Duration::from_secs(1),
        "{all_took:?} {page_took:?}"
    );
}
