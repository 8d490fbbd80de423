//! Lists the one command the page may call; any other is refused before it reaches Rust.

use tauri_build::{AppManifest, Attributes, try_build};

fn main() {
    // The page is baked into the program, so a new page means a new program.
    println!("cargo:rerun-if-changed=../ui/dist");
    let attributes = Attributes::new().app_manifest(AppManifest::new().commands(&["call"]));
    if let Err(error) = try_build(attributes) {
        println!("cargo:warning={error:#}");
        std::process::exit(1);
    }
}
