//! A desk with nobody in it but the first person, on a folder of its own that goes with it.

use desk::ground::roles::Role;
use desk::house::staff::{self, NewStaff};
use desk::{Act, Actor, Desk, Moment, Result, StaffId, Writing};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// Monday 2026-11-23, 09:00 in China.
pub const NINE: Moment = Moment(1_795_395_600_000);

/// Who was taken on first.
pub const FIRST: StaffId = StaffId(1);

struct Dice(AtomicU64);
impl vault::Entropy for Dice {
    fn fill(&self, bytes: &mut [u8]) {
        for byte in bytes {
            let n = self.0.fetch_add(0x9e37_79b9_7f4a_7c15, Ordering::Relaxed);
            *byte = (n >> 32).to_le_bytes()[0];
        }
    }
}

pub struct Bare {
    pub desk: Desk,
    root: PathBuf,
}

impl Drop for Bare {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.root);
    }
}

impl Bare {
    /// Staff number 1001 works in `role` and is all there is.
    pub fn new(role: Role) -> Self {
        #[cfg(debug_assertions)]
        vault::remember_keys();
        static COUNT: AtomicU64 = AtomicU64::new(0);
        let n = COUNT.fetch_add(1, Ordering::Relaxed);
        let root = std::env::temp_dir().join(format!("shouwen-desk-{}-{n}", std::process::id()));
        let _ = std::fs::remove_dir_all(&root);
        std::fs::create_dir_all(&root).unwrap();
        let folder = Arc::new(vault::Folder::own(&root).unwrap());
        let new = vault::NewVault {
            label: "试验",
            training: true,
            account: "1001",
            password: "heron-lamp-4471-quay",
            cost: vault::Cost::FLOOR,
        };
        let (desk, _) = Desk::create(&folder, &new, NINE, &Dice(AtomicU64::new(1))).unwrap();
        let first = desk.write(&act(role), |w| hire(w, "1001", role));
        assert_eq!(first.unwrap(), FIRST);
        Self { desk, root }
    }
}

/// The first person, at nine.
pub const fn act(role: Role) -> Act {
    let by = Actor { staff: FIRST, role };
    Act { by, at: NINE }
}

/// Takes somebody on.
pub fn hire(w: &Writing<'_>, no: &str, role: Role) -> Result<StaffId> {
    let new = NewStaff {
        no: no.into(),
        name: "李敏".into(),
        role,
        must_change: false,
    };
    staff::add(w, &new).map(|s| s.id)
}
