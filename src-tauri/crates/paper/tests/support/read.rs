//! Looks at a finished print with the tools a reader would use: poppler's and zbar's.
//! Without them (`poppler-utils`, `zbar-tools`) the proofs fail, on purpose.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

use super::picture::{FINE, Grey};

/// A file of its own for each look.
struct Scratch(PathBuf);

impl Scratch {
    fn new(bytes: &[u8]) -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!(
            "paper-{}-{}.pdf",
            std::process::id(),
            NEXT.fetch_add(1, Ordering::Relaxed)
        );
        let path = std::env::temp_dir().join(name);
        std::fs::write(&path, bytes).unwrap();
        Self(path)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        std::fs::remove_file(&self.0).ok();
    }
}

fn run(tool: &str, arguments: &[&str], file: &Path, last: &[&str]) -> Vec<u8> {
    let output = Command::new(tool)
        .args(arguments)
        .arg(file)
        .args(last)
        .output();
    let output = output
        .unwrap_or_else(|fault| panic!("{tool} is needed (poppler-utils, zbar-tools): {fault}"));
    assert!(
        output.status.success(),
        "{tool}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    assert!(
        !String::from_utf8_lossy(&output.stderr).contains("Error"),
        "{tool}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    output.stdout
}

/// The text in the order it was written, without any blank: lines are broken where
/// the paper ends, which is no fact about the text.
pub fn text(pdf: &[u8]) -> String {
    let file = Scratch::new(pdf);
    let text = String::from_utf8(run("pdftotext", &["-raw"], &file.0, &["-"])).unwrap();
    bare(&text)
}

/// The text of each page, blanks left out.
pub fn pages(pdf: &[u8]) -> Vec<String> {
    let file = Scratch::new(pdf);
    let text = String::from_utf8(run("pdftotext", &["-raw"], &file.0, &["-"])).unwrap();
    text.trim_end_matches('\u{c}')
        .split('\u{c}')
        .map(bare)
        .collect()
}

pub fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// What a scanner reads off each page.
pub fn codes(pdf: &[u8]) -> Vec<String> {
    let file = Scratch::new(pdf);
    let image = file.0.with_extension("");
    let count = pages(pdf).len();
    let mut found = Vec::new();
    for page in 1..=count {
        let page = page.to_string();
        run(
            "pdftoppm",
            &[
                "-r",
                "150",
                "-gray",
                "-png",
                "-singlefile",
                "-f",
                &page,
                "-l",
                &page,
            ],
            &file.0,
            &[image.to_str().unwrap()],
        );
        let png = image.with_extension("png");
        found.extend(scanned(&png));
        std::fs::remove_file(png).ok();
    }
    found
}

/// What a scanner reads off a picture.
pub fn code(picture: &Grey) -> Vec<String> {
    scanned(&Scratch::new(&picture.file()).0)
}

fn scanned(image: &Path) -> Vec<String> {
    let output = Command::new("zbarimg")
        .args(["--quiet", "--raw", "-Sdisable", "-Sqrcode.enable"])
        .arg(image)
        .output();
    let output = output.unwrap_or_else(|fault| panic!("zbarimg is needed (zbar-tools): {fault}"));
    let read = String::from_utf8(output.stdout).unwrap();
    read.lines().map(str::to_owned).collect()
}

/// Each page as it is printed, with as many dots as a picture is looked at with.
pub fn printed(pdf: &[u8]) -> Vec<Grey> {
    let file = Scratch::new(pdf);
    let dots = (FINE as f32 * 25.4).to_string();
    let said = run("pdftoppm", &["-r", &dots, "-gray"], &file.0, &[]);
    let mut rest = said.as_slice();
    let mut found = Vec::new();
    while !rest.is_empty() {
        // "P5", "width height", "255", then the dots.
        let mut lines = rest.splitn(4, |byte| *byte == b'\n');
        let (kind, size) = (lines.next().unwrap(), lines.next().unwrap());
        assert_eq!((kind, lines.next().unwrap()), (&b"P5"[..], &b"255"[..]));
        let size = std::str::from_utf8(size).unwrap().split_once(' ').unwrap();
        let (width, height) = (size.0.parse().unwrap(), size.1.parse().unwrap());
        let (dots, more) = lines.next().unwrap().split_at(width * height);
        found.push(Grey {
            width,
            height,
            dots: dots.to_vec(),
        });
        rest = more;
    }
    found
}

/// `pdffonts`, `pdfinfo`: what the file says about itself.
pub fn about(tool: &str, pdf: &[u8]) -> String {
    let file = Scratch::new(pdf);
    String::from_utf8(run(tool, &[], &file.0, &[])).unwrap()
}
