//! A bare desk on a folder of its own, and the search through every table.

use crate::bare::{self, Bare};
use desk::ground::roles::Role;
use desk::house::institution;
use desk::house::institution::acts;
use desk::house::institution::{Hours, Institution};
use desk::{Act, Day, Minute};
use vault::args;

pub use crate::bare::NINE;

pub struct House {
    bare: Bare,
}

impl std::ops::Deref for House {
    type Target = Bare;

    fn deref(&self) -> &Bare {
        &self.bare
    }
}

pub fn act() -> Act {
    bare::act(Role::Administrator)
}

pub fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

impl House {
    pub fn new() -> Self {
        let house = Self {
            bare: Bare::new(Role::Administrator),
        };
        house
            .desk
            .write(&act(), |w| {
                let hours = (1..=5).map(|weekday| Hours {
                    weekday,
                    opens: Minute(480),
                    closes: Minute(1050),
                    lunch: None,
                });
                institution::set(
                    w,
                    &Institution {
                        name: "青禾体检中心".into(),
                        address: String::new(),
                        phone: String::new(),
                        hours: hours.collect(),
                        training: true,
                        idle_seconds: 300,
                    },
                )
            })
            .unwrap();
        house
    }

    /// Runs statements as the vault would, inside one noted transaction.
    pub fn run(&self, statements: &[String]) {
        self.bare
            .desk
            .write(&act(), |w| {
                for sql in statements {
                    w.tx.execute(sql, args![])
                        .unwrap_or_else(|error| panic!("{error}: {sql}"));
                }
                w.note(acts::SET, (acts::INSTITUTION, 1), "")
            })
            .unwrap();
    }

    pub fn count(&self, table: &str) -> i64 {
        let sql = format!("SELECT COUNT(*) AS value FROM {table}");
        self.bare
            .desk
            .read(&act(), |r| {
                Ok::<_, desk::Error>(r.tx.value::<i64>(&sql, args![])?)
            })
            .unwrap()
            .unwrap_or(0)
    }

    /// Every text column of every table of ours.
    pub fn text_columns(&self) -> Vec<(String, String)> {
        let sql = "SELECT m.name AS t, c.name AS c FROM sqlite_master m JOIN pragma_table_info(m.name) c
                   WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND c.type = 'TEXT' ORDER BY 1, 2";
        self.bare
            .desk
            .read(&act(), |r| {
                Ok::<_, desk::Error>(
                    r.tx.all(sql, args![], |row| Ok((row.get("t")?, row.get("c")?)))?,
                )
            })
            .unwrap()
    }

    /// Where a text stands, as `table.column`.
    pub fn stands_in(&self, text: &str) -> Vec<String> {
        let mut found = Vec::new();
        for (table, column) in self.text_columns() {
            let sql = format!(
                "SELECT COUNT(*) AS value FROM {table} WHERE {column} IS NOT NULL AND instr({column}, ?1) > 0"
            );
            let n: Option<i64> = self
                .desk
                .read(&act(), |r| {
                    Ok::<_, desk::Error>(r.tx.value(&sql, args![text])?)
                })
                .unwrap();
            if n.unwrap_or(0) > 0 {
                found.push(format!("{table}.{column}"));
            }
        }
        found
    }

    /// Rows that refer to rows that are not there.
    pub fn orphans(&self) -> i64 {
        let sql = "SELECT COUNT(*) AS value FROM pragma_foreign_key_check";
        self.bare
            .desk
            .read(&act(), |r| {
                Ok::<_, desk::Error>(r.tx.value::<i64>(sql, args![])?)
            })
            .unwrap()
            .unwrap_or(-1)
    }

    /// The chain of the journal is whole.
    pub fn journal_is_whole(&self) -> bool {
        let verdict = self
            .desk
            .read(&act(), |r| Ok::<_, desk::Error>(r.tx.verify_journal()?))
            .unwrap();
        matches!(verdict, vault::Verdict::Whole { .. })
    }
}
