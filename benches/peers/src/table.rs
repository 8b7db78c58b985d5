//! Medians, and lines of Markdown.

/// The middle of some values; none of none.
pub fn median(values: &[f64]) -> f64 {
    let mut sorted: Vec<f64> = values.iter().copied().filter(|value| !value.is_nan()).collect();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied().unwrap_or(f64::NAN)
}

pub fn most(values: &[f64]) -> f64 {
    values.iter().copied().fold(f64::NAN, f64::max)
}

/// A number with as many digits as mean something.
pub fn number(value: f64) -> String {
    match value {
        _ if value.is_nan() => "–".to_owned(),
        _ if value >= 100.0 => format!("{value:.0}"),
        _ if value >= 1.0 => format!("{value:.1}"),
        _ => format!("{value:.3}"),
    }
}

pub fn row(cells: &[&str]) {
    println!("| {} |", cells.join(" | "));
}

pub fn head(cells: &[&str]) {
    row(cells);
    row(&vec!["---"; cells.len()]);
}

/// A goal, what was measured, and whether that is within it.
pub fn goal(what: &str, goal: &str, measured: &str, value: f64, most: f64) {
    let reached = if value <= most { "reached" } else { "**missed**" };
    row(&[what, goal, measured, if value.is_nan() { "not measured" } else { reached }]);
}
