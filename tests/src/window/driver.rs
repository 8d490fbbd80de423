//! WebKit's own WebDriver and one session with the application.
//! Turns fantoccini's futures into plain calls, so that a journey reads from top to bottom.

use super::stage::{Kept, Stage, binary};
use super::{Failure, PATIENCE, Step};
use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use std::future::Future;
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use tokio::runtime::{Builder, Runtime};

pub(super) struct Driver {
    runtime: Runtime,
    client: Client,
    _process: Kept,
}

impl Driver {
    /// Starts the application through the driver. `printers` is the spooler it shall use.
    /// Nothing after a minute without an answer.
    pub(super) fn start(
        stage: &Stage,
        args: &[String],
        printers: Option<&Path>,
    ) -> Step<Option<Self>> {
        let binary = binary()?;
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let mut command = Command::new("WebKitWebDriver");
        command
            .arg(format!("--port={port}"))
            .stdin(Stdio::null())
            .stdout(Stdio::null());
        stage.dress(&mut command);
        command
            .env("TAURI_AUTOMATION", "true")
            .env("TAURI_WEBVIEW_AUTOMATION", "true");
        // Without a queue of our own the machine's printers must not be reached either.
        command.env(
            "CUPS_SERVER",
            printers.unwrap_or_else(|| Path::new("/nonexistent")),
        );
        let process = command.spawn().map_err(|error| {
            Failure::new(format!(
                "WebKitWebDriver does not start ({error}); apt: webkit2gtk-driver"
            ))
        })?;
        let process = Kept(process);
        wait_for(port)?;

        let mut capabilities = Capabilities::new();
        capabilities.insert(
            "webkitgtk:browserOptions".to_owned(),
            serde_json::json!({ "binary": binary, "args": args }),
        );
        let runtime = Builder::new_current_thread().enable_all().build()?;
        let answered = runtime.block_on(async {
            let mut builder = ClientBuilder::new(HttpConnector::new());
            builder.capabilities(capabilities);
            tokio::time::timeout(
                Duration::from_secs(60),
                builder.connect(&format!("http://127.0.0.1:{port}")),
            )
            .await
        });
        let Ok(connected) = answered else {
            return Ok(None);
        };
        let client = connected
            .map_err(|error| Failure::new(format!("no session with the application: {error}")))?;
        Ok(Some(Self {
            runtime,
            client,
            _process: process,
        }))
    }

    pub(super) const fn client(&self) -> &Client {
        &self.client
    }

    pub(super) fn run<T, E: Into<Failure>>(
        &self,
        work: impl Future<Output = Result<T, E>>,
    ) -> Step<T> {
        self.runtime
            .block_on(async { tokio::time::timeout(Duration::from_secs(60), work).await })
            .map_err(|_| Failure::new("the window did not answer within a minute"))?
            .map_err(Into::into)
    }

    /// Runs a script in the page and answers what it returns.
    pub(super) fn script(
        &self,
        script: &str,
        args: Vec<serde_json::Value>,
    ) -> Step<serde_json::Value> {
        self.run(self.client.execute(script, args))
    }

    /// Asks again until there is an answer or patience ends.
    pub(super) fn until<T>(
        &self,
        mut ask: impl FnMut(&Self) -> Step<Option<T>>,
    ) -> Step<Option<T>> {
        let started = Instant::now();
        loop {
            if let Some(answer) = ask(self)? {
                return Ok(Some(answer));
            }
            if started.elapsed() > PATIENCE {
                return Ok(None);
            }
            std::thread::sleep(Duration::from_millis(60));
        }
    }
}

fn wait_for(port: u16) -> Step {
    let started = Instant::now();
    while started.elapsed() < PATIENCE {
        if TcpStream::connect(("127.0.0.1", port)).is_ok() {
            return Ok(());
        }
        std::thread::sleep(Duration::from_millis(30));
    }
    Err(Failure::new("WebKitWebDriver does not listen"))
}
