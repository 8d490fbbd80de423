//! A person planted into every text column that can hold one.

use super::house::{House, act};
use std::path::Path;
use vault::args;

/// A planted person: `n` tells them apart, `mark` stands in every text of theirs.
pub struct Planted {
    pub n: i64,
    pub mark: String,
}

pub fn planted(n: i64) -> Planted {
    Planted {
        n,
        mark: format!("kanari-{n}-q"),
    }
}

impl House {
    /// What every planted person refers to.
    pub fn furnish(&self) {
        self.run(&[
            "INSERT INTO categories (id, code, name_zh, name_en, prefix, urgency, complexity, point_code, anonymous, words, position, active)
             VALUES (1, 'a', 'A', 'A', 'A', 'routine', 'on_the_spot', '', 1, '', 1, 1)".into(),
            "INSERT INTO points (id, code, name_zh, name_en, place_zh, place_en, audience, position, active)
             VALUES (1, 'p', 'P', 'P', '', '', 'everyone', 1, 1)".into(),
            "INSERT INTO notices (version, text_zh, text_en, valid_from) VALUES ('v1', 'n', 'n', 0)".into(),
            "INSERT INTO special_groups (code, name_zh, name_en, lifts, escort) VALUES ('elderly', 'E', 'E', 'urgent', 1)".into(),
            "INSERT INTO departments (code, name_zh, name_en, place_zh, place_en, one_sitting, position) VALUES ('d', 'D', 'D', '', '', 0, 1)".into(),
        ]);
    }

    /// Plants a person whose records are all of one day and all finished.
    pub fn plant(&self, who: &Planted, day: &str) {
        self.run(&statements(who, day));
    }

    /// What stands planted in a column, all of it.
    pub fn planted_text(&self, column: &str, who: &Planted) -> String {
        let (table, name) = column.split_once('.').unwrap();
        let sql = format!("SELECT MIN({name}) AS value FROM {table} WHERE instr({name}, ?1) > 0");
        let found = self.desk.read(&act(), |r| {
            Ok::<_, desk::Error>(r.tx.value::<String>(&sql, args![who.mark.as_str()])?)
        });
        found.unwrap().unwrap()
    }

    /// Columns that hold a visitor's own text, as the schema says, but no planted one. A new
    /// table must be thought of in erasing and in destroying before this passes.
    pub fn unplanted(&self, who: &Planted) -> Vec<String> {
        let found = self.stands_in(&who.mark);
        let persons = super::tags::tagged().into_iter();
        persons.filter(|name| !found.contains(name)).collect()
    }
}

fn statements(who: &Planted, day: &str) -> Vec<String> {
    let Planted { n, mark } = who;
    let at = super::house::day(day).start().0 + 3_600_000;
    let texts = [
        format!("INSERT INTO visitors (id, name, phone, phone_2, id_kind, id_number, sex, born_on, address, note, name_key, pinyin_key,
             initial_key, digit_key, registered_at, registered_by, changed_at, seen_at, id_key, no_phone)
             VALUES ({n}, '{mark}', '1397777{n:04} {mark}', '{mark}', 'passport', '{mark}', 'female', '1980-01-01', '{mark}', '{mark}', '{mark}', '{mark}',
             '{mark}', '{mark}', {at}, 1, {at}, {at}, '{mark}', 'declined')"),
        format!("INSERT INTO visitor_groups VALUES ({n}, 'elderly')"),
        format!("INSERT INTO visitor_health VALUES ({n}, 'condition', '{mark}')"),
        format!("INSERT INTO consents (visitor_id, scope, version, manner, given_at, witnessed_by, guardian_relation, guardian_phone) VALUES ({n}, 'personal', 'v1', 'guardian', {at}, 1, '{mark}', '{mark}')"),
        format!("INSERT INTO encounters (id, no, day, channel, visitor_id, on_behalf, matter, category_id, urgency, complexity, handoff,
             first_asked, started_at, outcome, outcome_note, ended_at, ended_by)
             VALUES ({n}, 'E{n}', '{day}', 'walk_in', {n}, '{mark}', '{mark}', 1, 'routine', 'on_the_spot', '{mark}', 1, {at}, 'answered', '{mark}', {at}, 1)"),
        format!("INSERT INTO consultations (encounter_id, question, nature, analysis, answer, answered_by, answered_at)
             VALUES ({n}, '{mark}', 'other', '{mark}', '{mark}', 1, {at})"),
        format!("INSERT INTO promises (encounter_id, what, due_at, owner, made_at, kept_at, kept_by, result) VALUES ({n}, '{mark}', {at}, 1, {at}, {at}, 1, '{mark}')"),
        format!("INSERT INTO tickets (id, no, day, encounter_id, category_id, language, need, first, lifted_by, issued_at, issued_by, state, point_id, note, transfers, needless)
             VALUES ({n}, 'A{n}', '{day}', {n}, 1, 'zh', 'routine', 0, '', {at}, 1, 'done', 1, '{mark}', 0, 0)"),
        format!("INSERT INTO ticket_steps (ticket_id, kind, at, by, reason, state, point_id, note, transfers, needless)
             VALUES ({n}, 'moved', {at}, 1, '{mark}', 'done', 1, '{mark}', 0, 0)"),
        format!("INSERT INTO assessments (id, encounter_id, version, relation, goal, days, made_at, made_by) VALUES ({n}, {n}, 1, '{mark}', '{mark}', '{mark}', {at}, 1)"),
        format!("INSERT INTO assessment_codes VALUES ({n}, 'condition', 1, '{mark}')"),
        format!("INSERT INTO proposals (id, encounter_id, assessment_id, batch, position, price, minutes, fasting, made_at) VALUES ({n}, {n}, {n}, 1, 1, 100, 10, 0, {at})"),
        format!("INSERT INTO proposal_points (proposal_id, position, side, code, about, amount) VALUES ({n}, 1, 'reason', 'c', '{mark}', 0)"),
        format!("INSERT INTO proposal_choices (proposal_id, choice, reason, chosen_at, chosen_by) VALUES ({n}, 'declined', '{mark}', {at}, 1)"),
        format!("INSERT INTO bookings (id, visitor_id, encounter_id, day, starts, ends, arrive_by, title_zh, title_en, price, needs, note, state, reason,
             read_back_at, booked_at, booked_by, state_at, state_by, despite)
             VALUES ({n}, {n}, {n}, '{day}', 480, 500, 470, 'T', 'T', 100, '{mark}', '{mark}', 'completed', '{mark}', {at}, {at}, 1, {at}, 1, '{mark}')"),
        format!("INSERT INTO vouchers (id, booking_id, no, name, phone, issued_at, issued_by) VALUES ({n}, {n}, 'V{n}', '{mark}', '{mark}', {at}, 1)"),
        format!("INSERT INTO voucher_lines VALUES ({n}, 'bring', 1, '{mark}', '{mark}')"),
        format!("INSERT INTO voucher_prints (voucher_id, n, paper, way, state, job, asked_at, asked_by) VALUES ({n}, 1, 'a4', 'file', 'done', '{mark}', {at}, 1)"),
        format!("INSERT INTO feedback (id, no, day, kind, encounter_id, visitor_id, name, phone, about, what, due_at, received_at, received_by)
             VALUES ({n}, 'F{n}', '{day}', 'complaint', {n}, {n}, '{mark}', '{mark}', '{mark}', '{mark}', {at}, {at}, 1)"),
        format!("INSERT INTO feedback_points VALUES ({n}, 1, '{mark}')"),
        format!("INSERT INTO feedback_steps (id, feedback_id, step, state, at, by, note, reply, why, apology, measure, result)
             VALUES ({n}, {n}, 'close', 'closed', {at}, 1, '{mark}', '{mark}', '{mark}', '{mark}', '{mark}', '{mark}')"),
        format!("INSERT INTO feedback_handled VALUES ({n}, 1, '{mark}')"),
        format!("INSERT INTO restrictions (visitor_id, hold, reason, set_at, set_by, lifted_at, lifted_by, lift_reason)
             VALUES ({n}, 'storage', '{mark}', {at}, 1, {at}, 1, '{mark}')"),
        format!("INSERT INTO requests (id, no, visitor_id, wish, words, verified, verified_note, received_at, received_by, due_on, outcome, answer, closed_at, closed_by)
             VALUES ({n}, 'Q{n}', {n}, 'see', '{mark}', 'document', '{mark}', {at}, 1, '{day}', 'done', '{mark}', {at}, 1)"),
        format!("INSERT INTO request_steps (request_id, step, at, by, detail) VALUES ({n}, 'recorded', {at}, 1, 'see')"),
        format!("INSERT INTO operations (op_id, command, answer, actor, at, input) VALUES ('op-{n}', 'visitors.register', '{{\"name\":\"{mark}\"}}', 1, {at}, '{n}')"),
        format!("INSERT INTO drafts (staff_id, key, body, saved_at) VALUES (1, 'answer/{n}', '{{\"answer\":\"{mark}\"}}', {at})"),
        format!("INSERT INTO drafts (staff_id, key, body, saved_at) VALUES
             (1, 'visitor/new-{n}', '{{\"name\":\"' || (SELECT name FROM visitors WHERE id = {n}) || '\"}}', {at})"),
    ];
    let more = files().into_iter().flat_map(|text| {
        let text = text.replace("{n}", &n.to_string()).replace("{mark}", mark);
        let text = text.replace("{day}", day).replace("{at}", &at.to_string());
        let each = text.split(";\n").filter(|one| !one.trim().is_empty());
        each.map(str::to_owned).collect::<Vec<_>>()
    });
    let mut n = 0;
    texts
        .into_iter()
        .chain(more)
        .map(|sql| numbered(&sql, mark, &mut n))
        .collect()
}

/// Every place of the mark tells which it is.
fn numbered(sql: &str, mark: &str, n: &mut u32) -> String {
    let mut parts = sql.split(mark);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        *n += 1;
        out.push_str(&format!("{mark}{n:03}{part}"));
    }
    out
}

/// What subjects plant themselves, a file each: `{n}`, `{mark}`, `{day}` and `{at}` are put in.
fn files() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/law/planted");
    let entries = std::fs::read_dir(folder).unwrap();
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let texts = paths.iter().map(std::fs::read_to_string);
    texts.map(Result::unwrap).collect()
}
