//! The services in trouble as a gantt diagram in Mermaid, for pages that draw it.

use std::fmt::Write;

use super::ReportOptions;
use crate::export::markdown::text;
use crate::model::{ServiceId, Status, Time, Zone};
use crate::text::Msg;
use crate::timeline::{Timeline, Window};

/// Seconds.
const DAY: i64 = 86_400;

/// More bars than this nobody can read.
const MOST: usize = 60;

/// A stretch of trouble of a service.
struct Bar {
    service: ServiceId,
    status: Status,
    from: Time,
    to: Time,
}

impl Bar {
    fn millis(&self) -> i64 {
        self.to.millis() - self.from.millis()
    }
}

/// The diagram in its fence; nothing where no service was in trouble.
pub(super) fn gantt(timeline: &Timeline, options: &ReportOptions) -> String {
    let story = timeline.story();
    let window = timeline.incident_window(story).unwrap_or(story);
    let all = bars(timeline, window);
    let total = all.len();
    let bars = longest(all);
    let (Some(from), Some(to)) =
        (bars.iter().map(|bar| bar.from).min(), bars.iter().map(|bar| bar.to).max())
    else {
        return String::new();
    };
    let zone = steady(options.zone, Window::new(from, to));
    let words = options.words;
    let mut out = format!(
        "```mermaid\ngantt\n    title {}\n    dateFormat YYYY-MM-DD HH:mm:ss\n    axisFormat {}\n",
        label(&zone.name()),
        if to.since(from) > 2 * DAY { "%m-%d" } else { "%H:%M" },
    );
    let mut section = None;
    for bar in &bars {
        if section.replace(bar.service) != Some(bar.service) {
            let name = timeline.service(bar.service).name.get(words.lang);
            // Writing to a string cannot fail.
            let _ = writeln!(out, "    section {}", label(name));
        }
        let _ = writeln!(
            out,
            "    {} :{}{}, {}",
            label(words.say(bar.status.label())),
            mark(bar.status),
            stamp(bar.from, zone),
            stamp(bar.to, zone),
        );
    }
    out.push_str("```\n");
    if bars.len() < total {
        let number = |n: usize| words.number(n as u64);
        let note = words.fill(Msg::GanttLeftOut, &[&number(bars.len()), &number(total)]);
        let _ = write!(out, "\n{}\n", text(&note));
    }
    out
}

/// Every stretch in which a service was not well, as far as it lies in the window, by the services'
/// order and by time.
fn bars(timeline: &Timeline, window: Window) -> Vec<Bar> {
    let mut bars = Vec::new();
    for service in timeline.services() {
        let runs = timeline.runs(service);
        let ends = runs.iter().skip(1).map(|run| run.from).chain([timeline.last()]);
        let stretches = runs.iter().zip(ends).map(|(run, to)| Bar {
            service,
            status: run.status,
            from: run.from.max(window.from),
            to: to.max(run.from.plus_seconds(1)).min(window.to),
        });
        bars.extend(stretches.filter(|bar| bar.status > Status::Unknown && bar.from < bar.to));
    }
    bars
}

/// The longest of them, in their order.
fn longest(bars: Vec<Bar>) -> Vec<Bar> {
    let mut lengths: Vec<(i64, usize)> =
        bars.iter().enumerate().map(|(index, bar)| (-bar.millis(), index)).collect();
    lengths.sort_unstable();
    lengths.truncate(MOST);
    let mut kept: Vec<usize> = lengths.into_iter().map(|(_, index)| index).collect();
    kept.sort_unstable();
    let mut bars: Vec<Option<Bar>> = bars.into_iter().map(Some).collect();
    kept.into_iter().filter_map(|index| bars[index].take()).collect()
}

/// The diagram knows no zones: where the clocks are changed in the middle of it, it is in UTC.
fn steady(zone: Zone, window: Window) -> Zone {
    let offset = |at| zone.civil(at).offset;
    if offset(window.from) == offset(window.to) { zone } else { Zone::UTC }
}

fn stamp(at: Time, zone: Zone) -> String {
    let civil = zone.civil(at);
    format!("{} {}", civil.date(), civil.clock())
}

fn mark(status: Status) -> &'static str {
    match status {
        Status::MajorOutage | Status::PartialOutage => "crit, ",
        Status::Recovering => "active, ",
        _ => "",
    }
}

/// A text in which nothing is a mark of Mermaid: letters, digits, blanks and a few harmless signs
/// stay, everything else of ASCII becomes an entity in Mermaid's way of writing them.
fn label(raw: &str) -> String {
    let mut out = String::new();
    for c in raw.chars() {
        match c {
            ' ' | '.' | '/' | '-' | '_' | '(' | ')' | '+' => out.push(c),
            c if c.is_ascii_alphanumeric() || !c.is_ascii() => out.push(c),
            c => {
                let _ = write!(out, "#{};", u32::from(c));
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_steers_the_diagram() {
        let shown = label("a: b; c # d\n``` %% <b> \"x\", {y}");
        let left = shown.chars().filter(|c| !c.is_alphanumeric() && !" #;".contains(*c));
        assert_eq!(left.count(), 0, "{shown}");
        assert_eq!(shown.matches('#').count(), shown.matches(';').count());
    }
}
