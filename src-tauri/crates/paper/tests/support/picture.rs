//! Looks at a drawn picture as a screen would: the little of SVG that `paper` writes is
//! filled in black and white on a fine grid. Whatever else stands in it fails the proof.

/// Samples in a millimetre, across and down.
pub const FINE: usize = 12;

/// What is dark on a page: 0 is black, 255 is white; row by row.
pub struct Grey {
    pub width: usize,
    pub height: usize,
    pub dots: Vec<u8>,
}

impl Grey {
    /// How dark every square of `side` dots is, from 0 for white to 1, row by row;
    /// what is left over at the right and lower edge is not looked at.
    pub fn squares(&self, side: usize) -> Vec<Vec<f32>> {
        let dark = |column: usize, row: usize| {
            let line = |y: usize| &self.dots[y * self.width..][column * side..][..side];
            let light: u32 = (row * side..(row + 1) * side)
                .flat_map(line)
                .map(|dot| u32::from(*dot))
                .sum();
            1.0 - light as f32 / (255 * side * side) as f32
        };
        (0..self.height / side)
            .map(|row| {
                (0..self.width / side)
                    .map(|column| dark(column, row))
                    .collect()
            })
            .collect()
    }

    /// The same as a file that a scanner reads.
    pub fn file(&self) -> Vec<u8> {
        let mut file = format!("P5 {} {} 255\n", self.width, self.height).into_bytes();
        file.extend(&self.dots);
        file
    }
}

type Place = (f32, f32);

/// What stands on the page.
pub fn look(svg: &str) -> Grey {
    let body = svg.strip_suffix("</svg>").expect("an SVG that ends");
    let mut page: Option<Grey> = None;
    for tag in body.split('<').skip(1) {
        let tag = tag.strip_suffix('>').expect("nothing between two tags");
        let name = tag.split(' ').next().unwrap();
        match (&mut page, name) {
            (None, "svg") => {
                let (width, height) = (size(tag, "width"), size(tag, "height"));
                let dots = vec![0; width * height];
                page = Some(Grey {
                    width,
                    height,
                    dots,
                });
            }
            (Some(page), "rect" | "path") => draw(page, tag),
            _ => panic!("<{name}> is not drawn here"),
        }
    }
    page.expect("a page")
}

fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    Some(rest.split('"').next().unwrap())
}

fn number(tag: &str, name: &str) -> f32 {
    attribute(tag, name).map_or(0.0, |text| text.parse().unwrap())
}

fn size(tag: &str, name: &str) -> usize {
    let text = attribute(tag, name).unwrap();
    let mm: f32 = text.strip_suffix("mm").unwrap().parse().unwrap();
    (mm * FINE as f32).round() as usize
}

fn grey(tag: &str, name: &str) -> Option<u8> {
    match attribute(tag, name) {
        None => (name == "fill").then_some(0),
        Some("none") => None,
        Some("#fff") => Some(255),
        Some(text) => {
            let percent = text
                .strip_prefix("rgb(")
                .unwrap()
                .split('%')
                .next()
                .unwrap();
            Some((percent.parse::<f32>().unwrap() * 2.55).round() as u8)
        }
    }
}

fn draw(page: &mut Grey, tag: &str) {
    let rings = match attribute(tag, "d") {
        Some(d) => moved(tag, path(d)),
        None => vec![block(tag, 0.0)],
    };
    let Some(ink) = grey(tag, "stroke") else {
        let ink = grey(tag, "fill").expect("something to draw with");
        return fill(page, &rings, ink);
    };
    let half = number(tag, "stroke-width") / 2.0;
    if attribute(tag, "d").is_none() {
        let mut inside = block(tag, -half);
        inside.reverse();
        return fill(page, &[block(tag, half), inside], ink);
    }
    for pair in rings.iter().flat_map(|ring| ring.windows(2)) {
        fill(page, &[thick(pair[0], pair[1], half)], ink);
    }
}

/// A rectangle, so much more on every side.
fn block(tag: &str, more: f32) -> Vec<Place> {
    let (left, top) = (number(tag, "x") - more, number(tag, "y") - more);
    let right = left + number(tag, "width") + 2.0 * more;
    let below = top + number(tag, "height") + 2.0 * more;
    let corners = [(left, top), (right, top), (right, below), (left, below)];
    corners.into_iter().chain([(left, top)]).collect()
}

/// A line with its width.
fn thick((ax, ay): Place, (bx, by): Place, half: f32) -> Vec<Place> {
    let long = (bx - ax).hypot(by - ay);
    let (x, y) = ((ay - by) / long * half, (bx - ax) / long * half);
    let end = (ax + x, ay + y);
    vec![
        end,
        (bx + x, by + y),
        (bx - x, by - y),
        (ax - x, ay - y),
        end,
    ]
}

fn moved(tag: &str, mut rings: Vec<Vec<Place>>) -> Vec<Vec<Place>> {
    if let Some(text) = attribute(tag, "transform") {
        let numbers: Vec<f32> = numbers(text);
        let [x, y, scale] = numbers[..] else {
            panic!("{text}")
        };
        for place in rings.iter_mut().flatten() {
            *place = (x + place.0 * scale, y + place.1 * scale);
        }
    }
    rings
}

fn numbers(text: &str) -> Vec<f32> {
    text.split(|c: char| !c.is_ascii_digit() && c != '.' && c != '-')
        .filter(|part| !part.is_empty())
        .map(|part| part.parse().unwrap())
        .collect()
}

/// The closed lines of a path, bows as eight pieces.
fn path(d: &str) -> Vec<Vec<Place>> {
    let mut rings: Vec<Vec<Place>> = Vec::new();
    let mut rest = d;
    while let Some(letter) = rest.chars().next() {
        rest = &rest[1..];
        let end = rest
            .find(|c: char| c.is_ascii_alphabetic())
            .unwrap_or(rest.len());
        let n = numbers(&rest[..end]);
        rest = &rest[end..];
        if letter == 'M' {
            rings.push(vec![(n[0], n[1])]);
            continue;
        }
        let ring = rings.last_mut().expect("a place to begin at");
        let (x, y) = *ring.last().unwrap();
        let bow = |at: &dyn Fn(f32) -> Place| (1..=8).map(|i| at(i as f32 / 8.0)).collect();
        let places: Vec<Place> = match (letter, &n[..]) {
            ('L', [x, y]) => vec![(*x, *y)],
            ('h', [by]) => vec![(x + by, y)],
            ('v', [by]) => vec![(x, y + by)],
            ('Q', [cx, cy, ex, ey]) => bow(&|t| {
                let at = |a: f32, b: f32, c: f32| {
                    a * (1.0 - t).powi(2) + b * 2.0 * t * (1.0 - t) + c * t * t
                };
                (at(x, *cx, *ex), at(y, *cy, *ey))
            }),
            ('C', [ax, ay, bx, by, ex, ey]) => bow(&|t| {
                let at = |a: f32, b: f32, c: f32, d: f32| {
                    let s = 1.0 - t;
                    a * s.powi(3) + b * 3.0 * t * s * s + c * 3.0 * t * t * s + d * t.powi(3)
                };
                (at(x, *ax, *bx, *ex), at(y, *ay, *by, *ey))
            }),
            ('z', []) => vec![ring[0]],
            _ => panic!("{letter}{n:?} is not drawn here"),
        };
        ring.extend(places);
    }
    rings
}

/// Fills what the rings wind around.
fn fill(page: &mut Grey, rings: &[Vec<Place>], ink: u8) {
    let fine = FINE as f32;
    let mut crossings: std::collections::BTreeMap<usize, Vec<(f32, i32)>> = Default::default();
    for pair in rings.iter().flat_map(|ring| ring.windows(2)) {
        let ((ax, ay), (bx, by)) = (pair[0], pair[1]);
        let (top, below) = (ay.min(by) * fine, ay.max(by) * fine);
        let rows = (top - 0.5).ceil().max(0.0) as usize..(below - 0.5).ceil().max(0.0) as usize;
        for row in rows.start..rows.end.min(page.height) {
            let y = (row as f32 + 0.5) / fine;
            let x = ax + (y - ay) / (by - ay) * (bx - ax);
            let way = if by > ay { 1 } else { -1 };
            crossings.entry(row).or_default().push((x * fine, way));
        }
    }
    for (row, mut line) in crossings {
        line.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut winds = 0;
        for pair in line.windows(2) {
            winds += pair[0].1;
            if winds != 0 {
                let edge = |x: f32| ((x - 0.5).ceil().max(0.0) as usize).min(page.width);
                let (from, to) = (edge(pair[0].0), edge(pair[1].0));
                if from < to {
                    page.dots[row * page.width..][from..to].fill(ink);
                }
            }
        }
    }
}
