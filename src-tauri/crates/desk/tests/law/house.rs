//! A bare desk on a folder of its own, and the search through every table.

use desk::ground::roles::Role;
use desk::house::institution;
use desk::house::institution::acts;
use desk::house::institution::{Hours, Institution};
use desk::house::staff::{self, NewStaff};
use desk::{Act, Actor, Day, Desk, Minute, Moment, StaffId};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use vault::args;

/// Monday 2026-11-23, 09:00 in China.
pub const NINE: Moment = Moment(1_795_395_600_000);

struct Dice(AtomicU64);
impl vault::Entropy for Dice {
    fn fill(&self, bytes: &mut [u8]) {
        for byte in bytes {
            let n = self.0.fetch_add(0x9e37_79b9_7f4a_7c15, Ordering::Relaxed);
            *byte = (n >> 32).to_le_bytes()[0];
        }
    }
}

pub struct House {
    pub desk: Desk,
    root: PathBuf,
}

impl Drop for House {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.root);
    }
}

pub fn act() -> Act {
    Act {
        by: Actor {
            staff: StaffId(1),
            role: Role::Administrator,
        },
        at: NINE,
    }
}

pub fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

impl House {
    pub fn new() -> Self {
        #[cfg(debug_assertions)]
        vault::remember_keys();
        static COUNT: AtomicU64 = AtomicU64::new(0);
        let n = COUNT.fetch_add(1, Ordering::Relaxed);
        let root = std::env::temp_dir().join(format!("shouwen-law-{}-{n}", std::process::id()));
        let _ = std::fs::remove_dir_all(&root);
        std::fs::create_dir_all(&root).unwrap();
        let folder = Arc::new(vault::Folder::own(&root).unwrap());
        let new = vault::NewVault {
            label: "test",
            training: true,
            account: "1001",
            password: "heron-lamp-4471-quay",
            cost: vault::Cost::FLOOR,
        };
        let (desk, _) = Desk::create(&folder, &new, NINE, &Dice(AtomicU64::new(1))).unwrap();
        let house = Self { desk, root };
        house
            .desk
            .write(&act(), |w| {
                staff::add(
                    w,
                    &NewStaff {
                        no: "1001".into(),
                        name: "李敏".into(),
                        role: Role::Administrator,
                        must_change: false,
                    },
                )?;
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
        self.desk
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
        self.desk
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
        self.desk
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
        self.desk
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
