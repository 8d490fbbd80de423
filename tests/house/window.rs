//! What the window may load, keep and run: read from its settings, its sources and the
//! page as it is built.

use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn read(path: &str) -> String {
    let path = root().join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn parsed(path: &str) -> Value {
    serde_json::from_str(&read(path)).unwrap()
}

/// Files below a folder of the checkout with one of these endings.
fn files(below: &str, ends: &[&str]) -> Vec<(String, String)> {
    let all = proofs::canaries::files(&root().join(below));
    let wanted = all
        .into_iter()
        .filter(|path| ends.iter().any(|end| path.to_string_lossy().ends_with(end)));
    wanted
        .map(|path| {
            (
                path.display().to_string(),
                std::fs::read_to_string(path).unwrap(),
            )
        })
        .collect()
}

#[test]
fn the_policy_is_the_strict_one_to_the_letter() {
    let settings = parsed("src-tauri/tauri.conf.json");
    let app = &settings["app"];
    let policy = json!({
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self' data:",
        "font-src": "'self'",
        "connect-src": "ipc: http://ipc.localhost",
        "object-src": "'none'",
        "frame-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'none'",
    });
    assert_eq!(app["security"]["csp"], policy);
    assert_eq!(app["security"]["freezePrototype"], true);
    assert_eq!(
        app["security"]["dangerousDisableAssetCspModification"],
        false
    );
    assert_eq!(app["security"]["assetProtocol"]["enable"], false);
    assert_eq!(app["security"]["capabilities"], json!(["main"]));
    assert_eq!(app["withGlobalTauri"], false);
    assert_eq!(
        app["windows"],
        json!([]),
        "the one window is made in window.rs"
    );
    assert!(app["security"].get("devCsp").is_none() && settings["build"].get("devUrl").is_none());
}

#[test]
fn the_page_may_call_the_gate_and_hear_and_nothing_else() {
    let folder = root().join("src-tauri/capabilities");
    let names: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert_eq!(names, ["main.json"]);
    let may = parsed("src-tauri/capabilities/main.json");
    assert_eq!(
        may["permissions"],
        json!([
            "allow-call",
            "core:event:allow-listen",
            "core:event:allow-unlisten"
        ])
    );
    assert_eq!(may["windows"], json!(["main"]));
    assert!(may.get("remote").is_none() && may["local"] == true);
}

#[test]
fn a_release_has_no_tools_for_developers() {
    let settings = read("src-tauri/src/window.rs");
    assert_eq!(settings.matches(".devtools(").count(), 1);
    assert!(settings.contains(".devtools(cfg!(debug_assertions))"));
    assert!(
        settings.contains(".incognito(!driven())")
            && settings.contains(
                "cfg!(debug_assertions) && std::env::var_os(\"TAURI_WEBVIEW_AUTOMATION\")"
            )
    );
    let vault = read("src-tauri/crates/vault/src/lib.rs");
    for ear in ["overhear", "remember"] {
        let hidden = format!("#[cfg(debug_assertions)]\nmod {ear};");
        assert!(vault.contains(&hidden), "{ear} is in a release");
    }
    // As cargo resolves them for every package of the program, not as somebody wrote them.
    let said = Command::new("rustc").arg("-vV").output().unwrap();
    let said = String::from_utf8(said.stdout).unwrap();
    let host = said
        .lines()
        .find_map(|line| line.strip_prefix("host: "))
        .unwrap();
    let asked = [
        "metadata",
        "--format-version",
        "1",
        "--offline",
        "--locked",
        "--filter-platform",
        host,
    ];
    let out = Command::new(env!("CARGO"))
        .args(asked)
        .current_dir(root())
        .output()
        .unwrap();
    assert!(
        out.status.success(),
        "{}",
        String::from_utf8_lossy(&out.stderr)
    );
    let metadata: Value = serde_json::from_slice(&out.stdout).unwrap();
    let mut seen = 0;
    for node in metadata["resolve"]["nodes"].as_array().unwrap() {
        let id = node["id"].as_str().unwrap();
        let name = id.rsplit('#').next().unwrap().split('@').next().unwrap();
        if !matches!(
            name,
            "tauri" | "tauri-runtime" | "tauri-runtime-wry" | "wry"
        ) {
            continue;
        }
        seen += 1;
        for feature in node["features"].as_array().unwrap() {
            let wrong = [
                "devtools",
                "macos-private-api",
                "unstable",
                "isolation",
                "tracing",
            ];
            assert!(
                !wrong.contains(&feature.as_str().unwrap()),
                "{name} is built with {feature}"
            );
        }
    }
    assert!(seen >= 4, "{seen} packages of the window were looked at");
    let plugins: Vec<String> = metadata["packages"]
        .as_array()
        .unwrap()
        .iter()
        .map(|p| p["name"].as_str().unwrap().to_owned())
        .filter(|name| name.starts_with("tauri-plugin-"))
        .collect();
    let without_reason: Vec<&String> = plugins
        .iter()
        .filter(|name| !["tauri-plugin-dialog", "tauri-plugin-fs"].contains(&name.as_str()))
        .collect();
    assert!(without_reason.is_empty(), "{without_reason:?}");
}

#[test]
fn the_page_keeps_nothing_in_the_browser_and_asks_no_other_place() {
    let wrong = [
        "localStorage",
        "sessionStorage",
        "indexedDB",
        "document.cookie",
        "cookieStore",
        "navigator.storage",
        "caches.",
        "serviceWorker",
        "BroadcastChannel",
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "v-html",
        "document.write",
        "eval(",
        "new Function(",
        " fetch(",
        "XMLHttpRequest",
        "WebSocket",
        "EventSource",
        "sendBeacon",
        "http://",
        "https://",
        "window.open",
        "postMessage",
    ];
    let sources = files("ui/src", &[".ts", ".vue", ".css"]);
    assert!(sources.len() > 100, "{} sources", sources.len());
    for (name, text) in sources {
        for (n, line) in text.lines().enumerate() {
            let found = wrong.iter().find(|w| line.contains(**w));
            assert!(found.is_none(), "{name}:{}: {found:?}", n + 1);
        }
    }
}

#[test]
fn the_built_page_loads_nothing_from_elsewhere() {
    // `cargo xtask test` builds the page first; the shell does not build without it.
    if !root().join("ui/dist/index.html").is_file() {
        assert!(
            std::env::var_os("CI").is_none(),
            "ui/dist is missing: npm run build"
        );
        println!("the page is not built: left out");
        return;
    }
    let index = read("ui/dist/index.html");
    let elsewhere: Vec<&str> = index
        .split(['"', '\'', ' '])
        .filter(|part| part.contains("//"))
        .collect();
    assert!(elsewhere.is_empty(), "index.html names {elsewhere:?}");
    assert!(
        !index.contains("<script>") && !index.contains("style="),
        "something stands in the page itself"
    );
    // Names of formats, and the home of a library in its messages: nothing is loaded from them.
    let names = ["http://www.w3.org", "https://vuejs.org"];
    let mut licences = 0;
    for (name, text) in files("ui/dist", &[".js", ".css", ".html"]) {
        // The licences name homes of libraries. They are shown as text, and are nothing else.
        if name.contains("third-party-texts") {
            licences += 1;
            assert!(only_a_list(&text), "{name} is more than a list of texts");
            continue;
        }
        for (at, _) in text.match_indices("://") {
            let start = text[..at]
                .rfind(|c: char| !c.is_ascii_alphabetic())
                .map_or(0, |n| n + 1);
            let place: String = text[start..].chars().take(60).collect();
            let scheme = &text[start..at];
            let known = names.iter().any(|name| place.starts_with(name));
            assert!(
                known || !["http", "https", "ws", "wss", "ftp"].contains(&scheme),
                "{name} names {place}"
            );
        }
        for part in [
            "@import",
            "url(//",
            "url(http",
            "localStorage",
            "sessionStorage",
            "indexedDB",
            "document.cookie",
            "new Function(",
            "new WebSocket",
        ] {
            assert!(!text.contains(part), "{name} holds {part}");
        }
    }
    // `cargo xtask` writes them before it builds the page; a page built by hand has none.
    assert!(
        licences == 1 || std::env::var_os("CI").is_none(),
        "the page has {licences} lists of the licences of what is in it"
    );
}

/// Whether a part of the page is one literal, read as JSON and handed on.
fn only_a_list(text: &str) -> bool {
    let inner = text
        .trim_end()
        .strip_prefix("var e=JSON.parse(`")
        .and_then(|text| text.strip_suffix("`);export{e as default};"));
    inner.is_some_and(|inner| {
        let plain = inner.replace("\\\\", "").replace("\\`", "");
        inner.starts_with('[') && !plain.contains('`') && !plain.replace("\\$", "").contains("${")
    })
}

#[test]
fn a_list_of_licences_with_anything_else_in_it_is_found() {
    let list = |inner: &str| format!("var e=JSON.parse(`{inner}`);export{{e as default}};");
    assert!(only_a_list(&list(
        r#"["a \`b\` \${c}", "https://a.example"]"#
    )));
    assert!(!only_a_list(&list("[\"a\"]`);fetch(`https://a.example")));
    assert!(!only_a_list(&list("[\"${fetch('https://a.example')}\"]")));
    assert!(!only_a_list("fetch(`https://a.example`)"));
}
