//! WebKit's own WebDriver and one session with the application.
//! Turns fantoccini's futures into plain calls, so that a journey reads from top to bottom.

use super::stage::{Kept, Stage, binary};
use super::{Failure, PATIENCE, Step};
use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use std::cell::RefCell;
use std::future::Future;
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use tokio::runtime::{Builder, Runtime};

pub(super) struct Driver {
    runtime: Runtime,
    client: RefCell<Client>,
    port: u16,
    // The driver goes before what it drives.
    _process: Kept,
    _application: Kept,
}

impl Driver {
    /// Starts the application and drives it. `printers` is the spooler it shall use.
    pub(super) fn start(stage: &Stage, args: &[String], printers: Option<&Path>) -> Step<Self> {
        let (port, own) = (free_port()?, free_port()?);
        let mut command = Command::new(binary()?);
        command
            .args(args)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .env("TAURI_AUTOMATION", "true")
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            // Where the driver finds it, again after every lock.
            .env("WEBKIT_INSPECTOR_SERVER", format!("127.0.0.1:{own}"))
            // Without a queue of our own the machine's printers must not be reached either.
            .env(
                "CUPS_SERVER",
                printers.unwrap_or_else(|| Path::new("/nonexistent")),
            );
        stage.dress(&mut command);
        let application = Kept(command.spawn()?);
        wait_for(own, "the application")?;

        let mut command = Command::new("WebKitWebDriver");
        command
            .arg(format!("--port={port}"))
            .arg(format!("--target=127.0.0.1:{own}"))
            .arg("--replace-on-new-session")
            .stdin(Stdio::null())
            .stdout(Stdio::null());
        stage.dress(&mut command);
        let process = command.spawn().map_err(|error| {
            Failure::new(format!(
                "WebKitWebDriver does not start ({error}); apt: webkit2gtk-driver"
            ))
        })?;
        let process = Kept(process);
        wait_for(port, "WebKitWebDriver")?;
        let runtime = Builder::new_current_thread().enable_all().build()?;
        let client = connect(&runtime, port)?;
        Ok(Self {
            runtime,
            client: RefCell::new(client),
            port,
            _process: process,
            _application: application,
        })
    }

    pub(super) fn client(&self) -> Client {
        self.client.borrow().clone()
    }

    /// Runs one command of the driver. At a lock the process of the page ends and the
    /// driver's session with it: then there is a new one, and the failure says so.
    pub(super) fn run<T, E: Into<Failure>>(
        &self,
        work: impl Future<Output = Result<T, E>>,
    ) -> Step<T> {
        let answer = self
            .runtime
            .block_on(async { tokio::time::timeout(Duration::from_secs(60), work).await })
            .map_err(|_| Failure::new("the window did not answer within a minute"))?
            .map_err(Into::into);
        match answer {
            Err(failure) if failure.may_be_lost() && !self.answers() => {
                *self.client.borrow_mut() = connect(&self.runtime, self.port)?;
                Err(failure.of_a_lost_page())
            }
            answer => answer,
        }
    }

    /// Whether the session still has a page.
    fn answers(&self) -> bool {
        let client = self.client();
        let asked = async { tokio::time::timeout(PATIENCE, client.title()).await };
        matches!(self.runtime.block_on(asked), Ok(Ok(_)))
    }

    /// Runs a script in the page and answers what it returns.
    pub(super) fn script(
        &self,
        script: &str,
        args: Vec<serde_json::Value>,
    ) -> Step<serde_json::Value> {
        let once_more = args.clone();
        match self.run(self.client().execute(script, args)) {
            Err(failure) if failure.is_lost() => {
                let again = || self.run(self.client().execute(script, once_more.clone()));
                let answer = self.until(|_| again().map(Some))?;
                answer.ok_or(failure)
            }
            answer => answer,
        }
    }

    /// Asks again until there is an answer or patience ends. Between two pages the driver
    /// refuses whatever it is asked; that counts only when patience ends.
    pub(super) fn until<T>(
        &self,
        mut ask: impl FnMut(&Self) -> Step<Option<T>>,
    ) -> Step<Option<T>> {
        let started = Instant::now();
        loop {
            let answer = ask(self);
            let late = started.elapsed() > PATIENCE;
            match answer {
                Ok(None) | Err(_) if !late => std::thread::sleep(Duration::from_millis(60)),
                answer => return answer,
            }
        }
    }
}

fn free_port() -> Step<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}

/// A session with the page that is there; one that is just made is waited for.
fn connect(runtime: &Runtime, port: u16) -> Step<Client> {
    let address = format!("http://127.0.0.1:{port}");
    let started = Instant::now();
    loop {
        let answered = runtime.block_on(async {
            let mut builder = ClientBuilder::new(HttpConnector::new());
            builder.capabilities(Capabilities::new());
            tokio::time::timeout(PATIENCE, builder.connect(&address)).await
        });
        match answered {
            Ok(Ok(client)) => return Ok(client),
            _ if started.elapsed() < PATIENCE => std::thread::sleep(Duration::from_millis(100)),
            Ok(Err(error)) => {
                return Err(Failure::new(format!(
                    "no session with the application: {error}"
                )));
            }
            Err(_) => return Err(Failure::new("the application does not open its window")),
        }
    }
}

fn wait_for(port: u16, who: &str) -> Step {
    let started = Instant::now();
    // Several windows may start at once on a small machine.
    while started.elapsed() < 4 * PATIENCE {
        if TcpStream::connect(("127.0.0.1", port)).is_ok() {
            return Ok(());
        }
        std::thread::sleep(Duration::from_millis(30));
    }
    Err(Failure::new(format!("{who} does not listen")))
}
