//! Charts of tables, as SVG that reads well on light and on dark pages.

use std::fmt::Write;

use crate::figures::Table;

const WIDTH: f64 = 760.0;
const MARGIN: f64 = 16.0;
const LINE: f64 = 18.0;

/// The engines' colours, in the order of the tables. They differ in lightness as well.
const COLOURS: [&str; 5] = ["#2f7d4f", "#3572b0", "#c2772a", "#8a5aa8", "#7d8590"];

/// Bars of every figure of a table, each beside the same of the other rows; a shorter one is better.
pub fn bars(tables: &[&Table]) -> String {
    const NAMES: f64 = 110.0;
    const PANELS: usize = 3;
    let panel = (WIDTH - 2.0 * MARGIN) / count(PANELS);
    let mut content = String::new();
    let mut top = MARGIN;
    for table in tables {
        top += LINE;
        text(&mut content, MARGIN, top, "title", table.title());
        top += LINE / 2.0;
        let rows = table.rows().count();
        let height = LINE * (count(rows) + 2.0);
        for (column, name) in table.columns().enumerate() {
            let left = MARGIN + panel * count(column % PANELS);
            let above = top + height * count(column / PANELS);
            text(&mut content, left, above + LINE, "name", name);
            let values: Vec<f64> = (0..rows).map(|row| table.median(row, column)).collect();
            let most = values.iter().copied().fold(f64::MIN_POSITIVE, f64::max);
            for (row, (engine, value)) in table.rows().zip(values).enumerate() {
                let y = above + LINE * (count(row) + 2.0);
                text(&mut content, left, y, "row", engine);
                if value.is_nan() {
                    text(&mut content, left + NAMES, y, "value", "–");
                    continue;
                }
                let width = (panel - NAMES - 70.0) * value / most;
                let colour = COLOURS[row % COLOURS.len()];
                let _ = write!(
                    content,
                    "<rect x=\"{:.1}\" y=\"{:.1}\" width=\"{width:.1}\" height=\"11\" rx=\"2\" fill=\"{colour}\"/>",
                    left + NAMES,
                    y - 10.0,
                );
                let shown = format!("{value:.*}", usize::from(value < 10.0) * 2);
                text(&mut content, left + NAMES + width + 5.0, y, "value", &shown);
            }
        }
        top += height * count(table.columns().count().div_ceil(PANELS));
    }
    svg(top + MARGIN, &content)
}

/// A curve of each column, over rows that are named by numbers; both scales are logarithmic, so that
/// what grows as its size does is a line of the same slope everywhere.
pub fn curves(table: &Table) -> String {
    const HEIGHT: f64 = 320.0;
    const LEFT: f64 = 70.0;
    const BOTTOM: f64 = HEIGHT - 44.0;
    let sizes: Vec<f64> = table.rows().filter_map(|name| name.parse().ok()).collect();
    let columns = table.columns().count();
    let all = (0..sizes.len()).flat_map(|row| (0..columns).map(move |column| (row, column)));
    let values: Vec<f64> = all
        .map(|(row, column)| table.median(row, column))
        .filter(|value| *value > 0.0)
        .collect();
    let decades = |values: &[f64]| {
        let least = values.iter().copied().fold(f64::INFINITY, f64::min);
        let most = values.iter().copied().fold(f64::MIN_POSITIVE, f64::max);
        let first = least.log10().floor();
        (first, most.log10().ceil().max(first + 1.0))
    };
    let ((x0, x1), (y0, y1)) = (decades(&sizes), decades(&values));
    let x = |value: f64| LEFT + (WIDTH - LEFT - 110.0) * (value.log10() - x0) / (x1 - x0);
    let y = |value: f64| BOTTOM - (BOTTOM - 40.0) * (value.log10() - y0) / (y1 - y0);

    let mut content = String::new();
    text(&mut content, MARGIN, MARGIN + 10.0, "title", table.title());
    let mut power = y0;
    while power <= y1 {
        let at = y(10f64.powf(power));
        let _ = write!(
            content,
            "<path class=\"grid\" d=\"M{LEFT} {at:.1}H{:.1}\"/>",
            WIDTH - 110.0
        );
        text(
            &mut content,
            MARGIN,
            at + 4.0,
            "row",
            &format!("{} ms", 10f64.powf(power)),
        );
        power += 1.0;
    }
    for size in &sizes {
        text(
            &mut content,
            x(*size) - 10.0,
            BOTTOM + LINE,
            "row",
            &size.to_string(),
        );
    }
    for (column, name) in table.columns().enumerate() {
        let points: Vec<(f64, f64)> = sizes
            .iter()
            .enumerate()
            .map(|(row, size)| (*size, table.median(row, column)))
            .filter(|(_, value)| *value > 0.0)
            .map(|(size, value)| (x(size), y(value)))
            .collect();
        let colour = COLOURS[column % COLOURS.len()];
        let line: Vec<String> = points
            .iter()
            .map(|(x, y)| format!("{x:.1},{y:.1}"))
            .collect();
        let _ = write!(
            content,
            "<polyline points=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"/>",
            line.join(" ")
        );
        for (x, y) in &points {
            let _ = write!(
                content,
                "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"3\" fill=\"{colour}\"/>"
            );
        }
        if let Some((x, y)) = points.last() {
            text(&mut content, x + 8.0, y + 4.0, "value", name);
        }
    }
    svg(HEIGHT, &content)
}

fn svg(height: f64, content: &str) -> String {
    const STYLE: &str = "text{font:12px system-ui,sans-serif;fill:#24292f}.title{font-weight:600;font-size:14px}\
        .name{font-weight:600}.grid{stroke:#8c959f;stroke-opacity:.35}\
        @media(prefers-color-scheme:dark){text{fill:#e6edf3}}";
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height:.0}\"><style>{STYLE}</style>{content}</svg>\n"
    )
}

fn text(content: &mut String, x: f64, y: f64, class: &str, text: &str) {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    let _ = write!(
        content,
        "<text class=\"{class}\" x=\"{x:.1}\" y=\"{y:.1}\">{text}</text>"
    );
}

fn count(number: usize) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "there are few")]
    let number = number as f64;
    number
}
