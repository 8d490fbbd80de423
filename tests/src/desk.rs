//! A whole desk behind its table of commands, on a folder of its own: the clock is
//! set by the test, the dice are seeded, the printer is a list in memory.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "what tests are built of"
)]

mod digest;
mod machine;
mod template;

use api::{Answer, Call, Fonts, Gateway, Problem};
pub use digest::digest;
pub use machine::{FixedMachine, Paper};
use serde_json::{Map, Value, json};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
pub use template::{PASSWORD, STAFF, handed, typed_back, wizard};

/// Monday 2026-11-23, 09:00 in China: where every test's clock starts.
pub const MONDAY_NINE: i64 = 1_795_395_600_000;

/// A desk, its machine and its folder; the folder goes when the desk is dropped.
pub struct TestDesk {
    gateway: Gateway,
    machine: Arc<FixedMachine>,
    root: Arc<Root>,
}

/// The folder that goes with the last desk on it.
struct Root(PathBuf);

impl Drop for Root {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

impl TestDesk {
    /// A training desk with the starter content and the staff of [`STAFF`]; the
    /// administrator `1001` is signed in.
    pub fn training() -> Self {
        Self::copy_of(template::training())
    }

    /// A desk for real data without starter content; `1001` is signed in.
    pub fn empty() -> Self {
        Self::copy_of(template::empty())
    }

    /// A folder in which nothing is set up.
    pub fn bare() -> Self {
        #[cfg(debug_assertions)]
        {
            crate::statements::keep();
            api::remember_keys();
        }
        let root = new_folder();
        let machine = Arc::new(FixedMachine::new(root.join("exports"), MONDAY_NINE, 7));
        let gateway = Gateway::new(root.join("data"), fonts(), machine.clone());
        Self {
            gateway,
            machine,
            root: Arc::new(Root(root)),
        }
    }

    /// A second program on the same folder and the same machine; nobody is signed in there.
    pub fn beside(&self) -> Self {
        Self {
            gateway: Gateway::new(self.data(), fonts(), self.machine.clone()),
            machine: Arc::clone(&self.machine),
            root: Arc::clone(&self.root),
        }
    }

    /// A desk on a copy of a data folder; nobody is signed in.
    pub fn on_copy_of(folder: &Path) -> Self {
        Self::laid_out(&template::Template::of(folder))
    }

    /// Closes the desk and lays its files, backups among them, into a folder.
    pub fn hand_to(&self, folder: &Path) {
        self.gateway().close();
        template::Template::of(&self.data()).lay_out(folder);
    }

    fn copy_of(template: &template::Template) -> Self {
        let desk = Self::laid_out(template);
        desk.as_staff("1001");
        desk
    }

    fn laid_out(template: &template::Template) -> Self {
        let desk = Self::bare();
        template.lay_out(&desk.data());
        desk
    }

    /// The gateway, for several threads at once.
    pub fn gateway(&self) -> &Gateway {
        &self.gateway
    }

    /// Clock, printer, exports.
    pub fn machine(&self) -> &FixedMachine {
        &self.machine
    }

    /// The data folder.
    pub fn data(&self) -> PathBuf {
        self.root.0.join("data")
    }

    /// The folder that holds data and exports.
    pub fn root(&self) -> &Path {
        &self.root.0
    }

    /// Sets the clock to a local time of the form `2026-11-23 09:00`.
    pub fn set_clock(&self, local: &str) -> &Self {
        self.machine.set(moment(local));
        self
    }

    /// Lets minutes pass.
    pub fn pass_minutes(&self, minutes: i64) -> &Self {
        self.machine.set(self.machine.at() + minutes * 60_000);
        self
    }

    /// Signs a member of [`STAFF`] in; who was signed in before is signed out.
    pub fn as_staff(&self, no: &str) -> &Self {
        self.sign_in(no, PASSWORD)
            .unwrap_or_else(|problem| panic!("sign-in of {no}: {problem:?}"));
        self
    }

    /// Signs in with any password.
    pub fn sign_in(&self, no: &str, password: &str) -> Result<Answer, Problem> {
        self.answer("session.sign_in", json!({ "no": no, "password": password }))
    }

    /// Runs a command that must succeed; answers its value.
    #[track_caller]
    pub fn call(&self, command: &str, input: Value) -> Value {
        match self.answer(command, input) {
            Ok(answer) => answer.value,
            Err(problem) => panic!("{command} was refused: {problem:?}"),
        }
    }

    /// Runs a command that must be refused; answers why.
    #[track_caller]
    pub fn refused(&self, command: &str, input: Value) -> Problem {
        match self.answer(command, input) {
            Ok(answer) => panic!("{command} was not refused but answered {}", answer.value),
            Err(problem) => problem,
        }
    }

    /// Runs a command that must be refused with this code at this field, and must leave
    /// every file of the desk as it was; answers the facts.
    #[track_caller]
    pub fn refuses(
        &self,
        command: &str,
        input: Value,
        code: &str,
        field: Option<&str>,
    ) -> Map<String, Value> {
        // What falls due with the time that has passed is written before the call.
        let _ = self.answer("session.state", json!({}));
        let before = digest(&self.data());
        let Problem {
            code: said,
            field: at,
            params,
            also: _,
        } = self.refused(command, input);
        assert_eq!((said.as_str(), at.as_deref()), (code, field), "{command}");
        assert!(
            digest(&self.data()) == before,
            "{command}: refused ({code}), and something was written"
        );
        params
    }

    /// Runs a command under an operation id of its own.
    pub fn answer(&self, command: &str, input: Value) -> Result<Answer, Problem> {
        self.repeat(&new_op_id(), command, input)
    }

    /// Runs a command under a given operation id.
    pub fn repeat(&self, op_id: &str, command: &str, input: Value) -> Result<Answer, Problem> {
        self.ask(command, input, op_id, None)
    }

    /// Runs a command at another moment than now.
    pub fn at(&self, moment: i64, command: &str, input: Value) -> Result<Answer, Problem> {
        self.ask(command, input, &new_op_id(), Some(moment))
    }

    fn ask(
        &self,
        command: &str,
        input: Value,
        op_id: &str,
        at: Option<i64>,
    ) -> Result<Answer, Problem> {
        let answer = self.gateway.call(Call {
            command: command.to_owned(),
            input,
            op_id: Some(op_id.to_owned()),
            at,
        });
        let code = answer.as_ref().err().map(|problem| problem.code.as_str());
        crate::answers::note(command, code);
        answer
    }

    /// Closes the desk and opens its folder again, as after a restart; nobody is signed in.
    pub fn reopen(&mut self) -> &Self {
        self.reopen_with(fonts())
    }

    /// The same with other faces to draw papers with.
    pub fn reopen_with(&mut self, fonts: Fonts) -> &Self {
        self.gateway.close();
        self.gateway = Gateway::new(self.data(), fonts, self.machine.clone());
        self
    }
}

impl Drop for TestDesk {
    fn drop(&mut self) {
        self.gateway.close();
    }
}

/// A local time `2026-11-23 09:00` as UTC milliseconds.
pub fn moment(local: &str) -> i64 {
    let time =
        chrono::NaiveDateTime::parse_from_str(local, "%Y-%m-%d %H:%M").expect("a local time");
    time.and_utc().timestamp_millis() - 8 * 3_600_000
}

/// A new operation id.
pub fn new_op_id() -> String {
    uuid::Uuid::now_v7().to_string()
}

/// The small faces of the paper crate's own tests.
pub fn fonts() -> Fonts {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../src-tauri/crates/paper/fixtures");
    let face =
        |name: &str| Arc::from(std::fs::read(folder.join(name)).expect("a font of the fixtures"));
    Fonts::new(face("Sheet-Regular.ttf"), face("Sheet-Bold.ttf"), None).expect("readable fonts")
}

/// A folder nobody has; inside it `data` and `exports` will lie.
fn new_folder() -> PathBuf {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let n = COUNT.fetch_add(1, Ordering::Relaxed);
    let root = std::env::temp_dir().join(format!("shouwen-desk-{}-{n}", std::process::id()));
    let _ = std::fs::remove_dir_all(&root);
    std::fs::create_dir_all(root.join("data")).expect("a temporary folder");
    root
}
