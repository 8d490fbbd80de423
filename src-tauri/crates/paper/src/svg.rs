//! Drawn marks → pictures for the screen, an SVG a page. Texts are drawn as their outlines:
//! they look as they are printed, whatever fonts the screen has.
//! Knows nothing of what the marks mean.

use std::fmt::Write as _;

use skrifa::outline::OutlinePen;

use crate::fonts::Faces;
use crate::layout::MM_PER_POINT;
use crate::pdf::{Leaf, Mark, Run};

/// No grey between modules that touch.
const CRISP: &str = r#"shape-rendering="crispEdges""#;

/// Draws a page; its units are millimetres.
pub(crate) fn picture(leaf: &Leaf, faces: &Faces<'_>) -> String {
    let (width, height) = (leaf.width, leaf.height);
    let mut svg = String::from(r#"<svg xmlns="http://www.w3.org/2000/svg""#);
    // Writing into a string cannot fail.
    let _ = write!(
        svg,
        r##" width="{width}mm" height="{height}mm" viewBox="0 0 {width} {height}">"##
    );
    let _ = write!(
        svg,
        r##"<rect width="{width}" height="{height}" fill="#fff"/>"##
    );
    for mark in &leaf.marks {
        draw(&mut svg, mark, faces);
    }
    svg.push_str("</svg>");
    svg
}

fn draw(svg: &mut String, mark: &Mark, faces: &Faces<'_>) {
    // Writing into a string cannot fail.
    let _ = match mark {
        Mark::Text {
            x,
            y,
            size,
            ink,
            degrees,
            runs,
        } => {
            let path = outlines((*x, *y), *size, *degrees, runs, faces);
            write!(svg, r#"<path fill="{}" d="{path}"/>"#, grey(*ink))
        }
        Mark::Bar { x, y, w, h, ink } => write!(
            svg,
            r#"<rect x="{x}" y="{y}" width="{w}" height="{h}" fill="{}"/>"#,
            grey(*ink)
        ),
        Mark::Frame {
            x,
            y,
            w,
            h,
            thick,
            ink,
        } => write!(
            svg,
            r#"<rect x="{x}" y="{y}" width="{w}" height="{h}" fill="none" {}/>"#,
            stroke(*thick, *ink)
        ),
        Mark::Line {
            from,
            to,
            thick,
            ink,
        } => write!(
            svg,
            r#"<path d="M{} {}L{} {}" {}/>"#,
            from.0,
            from.1,
            to.0,
            to.1,
            stroke(*thick, *ink)
        ),
        Mark::Modules { x, y, module, bars } => {
            let squares: String = bars
                .iter()
                .map(|(column, row, run)| format!("M{column} {row}h{run}v1h-{run}z"))
                .collect();
            write!(
                svg,
                r#"<path {CRISP} transform="translate({x} {y}) scale({module})" d="{squares}"/>"#
            )
        }
    };
}

fn outlines(at: (f32, f32), size: f32, degrees: f32, runs: &[Run], faces: &Faces<'_>) -> String {
    let mut pen = Pen {
        path: String::new(),
        at,
        turn: degrees.to_radians().sin_cos(),
        done: 0.0,
    };
    for run in runs {
        for c in run.text.chars() {
            pen.done += faces.outline(run.slot, c, size * MM_PER_POINT, &mut pen);
        }
    }
    pen.path
}

fn stroke(points: f32, ink: f32) -> String {
    let width = points * MM_PER_POINT;
    format!(r#"stroke="{}" stroke-width="{width}""#, grey(ink))
}

fn grey(ink: f32) -> String {
    format!("rgb({0}%,{0}%,{0}%)", ink * 100.0)
}

/// Sets outlines one behind the other along a line that may rise.
struct Pen {
    path: String,
    /// Where the line begins on the page.
    at: (f32, f32),
    /// Sine and cosine of its rise.
    turn: (f32, f32),
    /// How much of it is set.
    done: f32,
}

impl Pen {
    /// Outlines count upwards, the page downwards.
    fn add(&mut self, letter: &str, points: &[(f32, f32)]) {
        self.path.push_str(letter);
        let (sin, cos) = self.turn;
        for (n, (x, y)) in points.iter().enumerate() {
            let x = x + self.done;
            let _ = write!(
                self.path,
                "{}{:.2} {:.2}",
                if n == 0 { "" } else { " " },
                self.at.0 + x * cos - y * sin,
                self.at.1 - x * sin - y * cos
            );
        }
    }
}

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.add("M", &[(x, y)]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.add("L", &[(x, y)]);
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.add("Q", &[(cx, cy), (x, y)]);
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        self.add("C", &[(ax, ay), (bx, by), (x, y)]);
    }

    fn close(&mut self) {
        self.path.push('z');
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use crate::layout::tests::fonts;
    use crate::layout::{Align, Canvas, Style};

    fn drawn(text: &str, align: Align) -> String {
        let fonts = fonts();
        let mut canvas = Canvas::new(&fonts).unwrap();
        canvas.page(100.0, 50.0);
        canvas.text(50.0, 10.0, text, &Style::regular(10.0), align);
        canvas.pictures().remove(0)
    }

    /// Every place of the path of a text, from the left.
    fn across(svg: &str) -> (f32, f32) {
        let path = svg.split(r#" d=""#).nth(1).unwrap();
        let path = path.split('"').next().unwrap();
        let numbers: Vec<f32> = path
            .split(|c: char| !(c.is_ascii_digit() || c == '.' || c == '-'))
            .filter_map(|number| number.parse().ok())
            .collect();
        let places = || numbers.iter().step_by(2).copied();
        (
            places().fold(f32::MAX, f32::min),
            places().fold(f32::MIN, f32::max),
        )
    }

    #[test]
    fn a_text_is_as_wide_on_the_screen_as_on_the_paper() {
        let (left, right) = across(&drawn("预约预约", Align::Left));
        // Four Han characters of 10 points, within the side bearings of the outer two.
        let wide = 40.0 * MM_PER_POINT;
        assert!((50.0..51.0).contains(&left), "{left}");
        assert!(right <= 50.0 + wide && right > 49.0 + wide, "{right}");
        let (_, right) = across(&drawn("预约", Align::Right));
        assert!(right <= 50.0 && right > 49.0, "{right}");
    }

    #[test]
    fn a_picture_holds_no_text_that_another_font_could_draw() {
        let svg = drawn("王芳", Align::Left);
        assert!(!svg.contains('王') && !svg.contains("<text"));
        assert!(svg.contains(r#"viewBox="0 0 100 50""#));
    }
}
