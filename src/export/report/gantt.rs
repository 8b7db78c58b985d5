//! The services in trouble as a gantt diagram in Mermaid, for pages that draw it.

use std::fmt::Write;

use super::ReportOptions;
use crate::export::markdown::text;
use crate::model::{Known, ServiceId, Status, Time, Zone};
use crate::text::{Msg, Words, cut, width};
use crate::timeline::{Timeline, Window, tell};

/// Seconds.
const DAY: i64 = 86_400;

/// More bars than this nobody can read.
const MOST: usize = 60;

/// Columns of the name of a service; a longer one is cut.
const NAME: usize = 40;

/// Pixels: a column of a name, what is free around it, and Mermaid's own margin.
const COLUMN: usize = 6;
const AROUND: usize = 24;
const LEAST: usize = 75;

/// A stretch of trouble of a service.
struct Bar {
    service: ServiceId,
    status: Status,
    known: Known,
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
    let is_drawn = |bar: &Bar| bar.from < window.to && window.from < bar.to;
    let (all, outside): (Vec<Bar>, Vec<Bar>) = bars(timeline).into_iter().partition(is_drawn);
    let total = all.len();
    let bars = longest(all);
    let (Some(from), Some(to)) =
        (bars.iter().map(|bar| bar.from).min(), bars.iter().map(|bar| bar.to).max())
    else {
        return String::new();
    };
    let zone = steady(options.zone, Window::new(from, to));
    let words = options.words;
    let name = |bar: &Bar| cut(timeline.service(bar.service).name.get(words.lang), NAME);
    let widest = bars.iter().map(|bar| width(&name(bar))).max().unwrap_or_default();
    let mut out = head(&zone.name(), widest, to.since(from));
    let mut section = None;
    for bar in &bars {
        // Writing to a string cannot fail.
        if section.replace(bar.service) != Some(bar.service) {
            let _ = writeln!(out, "    section {}", label(&name(bar)));
        }
        let (status, mark) = (label(&tell::status(bar.status, bar.known, words)), mark(bar.status));
        let [from, to] = [bar.from, bar.to].map(|at| stamp(at, zone));
        let _ = writeln!(out, "    {status} :{mark}{from}, {to}");
    }
    out.push_str("```\n");
    for note in left_out([bars.len(), total, outside.len()], words) {
        let _ = write!(out, "\n{}\n", text(&note));
    }
    out
}

/// What is not drawn: of so many bars, and of those before and after the incident.
fn left_out([drawn, all, outside]: [usize; 3], words: Words) -> impl Iterator<Item = String> {
    let number = |n: usize| words.number(n as u64);
    let short =
        (drawn < all).then(|| words.fill(Msg::GanttLeftOut, &[&number(drawn), &number(all)]));
    let outside =
        (outside > 0).then(|| words.count(outside, Msg::GanttOutsideOne, Msg::GanttOutsideMany));
    short.into_iter().chain(outside)
}

/// What stands before the bars. What room Mermaid leaves by itself for the names is too little: a long
/// one would run under the bars.
fn head(zone: &str, widest: usize, seconds: i64) -> String {
    let margin = (AROUND + COLUMN * widest).max(LEAST);
    let axis = if seconds > 2 * DAY { "%m-%d" } else { "%H:%M" };
    format!(
        "```mermaid\n%%{{init: {{\"gantt\": {{\"leftPadding\": {margin}}}}}}}%%\ngantt\n    title {}\n    \
         dateFormat YYYY-MM-DD HH:mm:ss\n    axisFormat {axis}\n",
        label(zone),
    )
}

/// Every stretch in which a service was not well, as long as it was, by the services' order and by time.
fn bars(timeline: &Timeline) -> Vec<Bar> {
    let mut bars = Vec::new();
    for service in timeline.services() {
        let runs = timeline.runs(service);
        let ends = runs.iter().skip(1).map(|run| run.from).chain([timeline.last()]);
        let stretches = runs.iter().zip(ends).map(|(run, to)| Bar {
            service,
            status: run.status,
            known: run.known,
            from: run.from,
            to: to.max(run.from.plus_seconds(1)),
        });
        bars.extend(stretches.filter(|bar| bar.status > Status::Unknown));
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
    use crate::text::Lang;
    use crate::timeline::open;

    #[test]
    fn nothing_steers_the_diagram() {
        let shown = label("a: b; c # d\n``` %% <b> \"x\", {y}");
        let left = shown.chars().filter(|c| !c.is_alphanumeric() && !" #;".contains(*c));
        assert_eq!(left.count(), 0, "{shown}");
        assert_eq!(shown.matches('#').count(), shown.matches(';').count());
    }

    /// The text that Mermaid shows of a label.
    fn shown(label: &str) -> String {
        let mut parts = label.split('#');
        let mut out = parts.next().unwrap().to_owned();
        for part in parts {
            let (code, rest) = part.split_once(';').unwrap();
            out.push(char::from_u32(code.parse().unwrap()).unwrap());
            out.push_str(rest);
        }
        out
    }

    /// These are what Mermaid 11 was tried with: it drew each as it stands here, with two bars.
    #[test]
    fn a_name_is_a_name_whatever_it_says() {
        for name in [
            "a: b; c",
            "%% comment",
            "%%{init: {}}%%",
            "# hash #35; &lt;",
            "end",
            "section x",
            "``` `tick`",
            "\"double\" 'single'",
            "<br> <b>x</b>",
            "click a call b",
            "done, crit :a, 2020-01-01, 1d",
            "---",
            "accDescr { x }",
            "১২ ক্ষ: খ \u{1F600}",
            "\\ | ~ ^ * ? ! = $$x$$ [y] (z)",
        ] {
            let quoted = name.replace('\'', "''");
            let yaml = format!(
                "title: x\nservices: [{{id: s, name: '{quoted}'}}]\nevents:\n\
                 - {{at: 2026-01-01T10:00:00Z, title: a, status: {{s: major_outage}}}}\n\
                 - {{at: 2026-01-01T10:20:00Z, title: b, status: {{s: recovering}}}}\n\
                 - {{at: 2026-01-01T11:00:00Z, title: c, status: {{s: operational}}}}\n"
            );
            let (timeline, _) = open("x", yaml.as_bytes()).unwrap();
            let options = ReportOptions {
                gantt: true,
                ..ReportOptions::new(Words::new(Lang::En), Zone::UTC)
            };
            let all = gantt(&timeline, &options);
            let lines: Vec<&str> = all.lines().skip(6).collect();
            let [section, down, rising, "```"] = lines[..] else { panic!("{all}") };
            assert_eq!(shown(section.strip_prefix("    section ").unwrap()), name);
            assert!(section.split('#').skip(1).all(|part| part.contains(';')), "{section}");
            assert_eq!(down, "    major outage :crit, 2026-01-01 10:00:00, 2026-01-01 10:20:00");
            assert_eq!(rising, "    recovering :active, 2026-01-01 10:20:00, 2026-01-01 11:00:00");
        }
    }

    #[test]
    fn no_name_runs_under_the_bars() {
        let margin = |widest| {
            let head = head("UTC", widest, 60);
            head.split_once("leftPadding\": ").unwrap().1.split('}').next().unwrap().to_owned()
        };
        assert_eq!([margin(3), margin(30)], ["75", "204"]);
    }
}
