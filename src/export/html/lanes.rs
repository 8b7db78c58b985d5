//! The lanes as a picture: where each bar, mark and tick stands.
//!
//! Across, everything is in hundredths of the width, so that the picture is as wide as the page;
//! down, in pixels, so that its letters stay as large as they are. A state is told three times:
//! by colour and pattern, by how high its bar is, and by its word where there is room for it.

use serde::Serialize;

use crate::export::ReportOptions;
use crate::model::{Known, Phase, Precision, ServiceId, Status, Time};
use crate::text::{Msg, Words, width};
use crate::timeline::{Axis, Milestone, Scale, Timeline, Window, tell};

/// Pixels from lane to lane, and from the top of a lane to the foot of its bars.
const LANE: usize = 42;
const FOOT: usize = 36;
/// Pixels for the word of a milestone.
const MARK: usize = 17;
/// Pixels below the lanes.
const AXIS: usize = 40;
/// How wide the picture is at least, on a phone and on a desk.
const PHONE: f64 = 300.0;
const DESK: f64 = 900.0;
/// How many bars a lane has at most.
const SLICES: u16 = 500;
/// From so many milliseconds on a time of day does not say enough.
const DAYS: i64 = 2 * 86_400_000;
/// How wide a cell of text is at most.
const CELL: f64 = 6.5;

/// The picture.
#[derive(Debug, Serialize)]
pub(super) struct Lanes<'a> {
    /// What the picture shows, in a sentence.
    about: String,
    /// How a status is drawn that nobody said, where there is one.
    inferred: Option<&'static str>,
    /// That there are events which it does not show.
    outside: Option<String>,
    height: usize,
    /// Where the lanes begin and end.
    top: usize,
    bottom: usize,
    marks: Vec<Mark>,
    rows: Vec<Lane<'a>>,
    /// For a desk and for a phone.
    ticks: [Vec<Tick>; 2],
    legend: Vec<Legend>,
}

/// The line of a milestone.
#[derive(Debug, Serialize)]
struct Mark {
    x: String,
    y: usize,
    label: String,
    anchor: &'static str,
}

#[derive(Debug, Serialize)]
struct Lane<'a> {
    name: &'a str,
    /// Where the name stands.
    y: usize,
    bars: Vec<Bar>,
}

#[derive(Debug, Serialize)]
struct Bar {
    x: String,
    width: String,
    y: usize,
    height: usize,
    status: &'static str,
    label: &'static str,
    inferred: bool,
    /// Where the word has room: `both`, `desk` or nowhere.
    room: &'static str,
    title: String,
}

#[derive(Debug, Serialize)]
struct Tick {
    x: String,
    label: String,
    /// The date, where it is another than that of the tick before.
    date: String,
    anchor: &'static str,
}

#[derive(Debug, Serialize)]
struct Legend {
    status: &'static str,
    label: &'static str,
    height: usize,
}

pub(super) fn lanes<'a>(timeline: &'a Timeline, options: &ReportOptions) -> Lanes<'a> {
    let story = timeline.story();
    let window = timeline.incident_window(story).unwrap_or(story);
    let drawer = Drawer { timeline, options, window };
    let marks = drawer.marks();
    let top = marks.len() * MARK + 8;
    let rows: Vec<Lane> = timeline.services().map(|id| drawer.lane(id, top)).collect();
    let bottom = top + rows.len() * LANE;
    let legend = Status::ALL.into_iter().rev().filter(|status| {
        rows.iter().any(|lane| lane.bars.iter().any(|bar| bar.status == status.word()))
    });
    let is_inferred = rows.iter().any(|lane| lane.bars.iter().any(|bar| bar.inferred));
    let zone = options.zone;
    let ends = [window.from, window.to].map(|at| tell::listed(at, Precision::Exact, zone));
    Lanes {
        about: options.words.fill(Msg::HtmlLanesAbout, &[&ends[0], &ends[1]]),
        inferred: is_inferred.then(|| options.words.say(Msg::HtmlInferred)),
        outside: drawer.outside(),
        height: bottom + AXIS,
        top,
        bottom,
        ticks: [drawer.ticks(9), drawer.ticks(24)],
        legend: legend.map(|status| drawer.legend(status)).collect(),
        marks,
        rows,
    }
}

/// Pixels of a bar; the worse, the higher, and what is well is a thin line.
fn height(status: Status) -> usize {
    match status {
        Status::Operational | Status::Unknown => 3,
        // A word of Bengali takes fifteen.
        Status::Maintenance | Status::Recovering => 16,
        Status::Degraded => 17,
        Status::PartialOutage => 18,
        Status::MajorOutage => 20,
    }
}

fn anchor(share: f64) -> &'static str {
    match share {
        s if s < 0.12 => "start",
        s if s > 0.88 => "end",
        _ => "middle",
    }
}

fn percent(share: f64) -> String {
    format!("{:.3}%", share * 100.0)
}

/// A part of a lane.
#[derive(Debug, Clone, Copy)]
struct Stretch {
    from: Time,
    to: Time,
    status: Status,
    inferred: bool,
    /// How exactly its beginning and its end are known.
    known: [Precision; 2],
}

struct Drawer<'a, 'o> {
    timeline: &'a Timeline,
    options: &'o ReportOptions,
    window: Window,
}

impl<'a> Drawer<'a, '_> {
    fn words(&self) -> Words {
        self.options.words
    }

    /// Where a moment stands, from 0 to 1.
    fn share(&self, at: Time) -> f64 {
        let at = at.clamp(self.window.from, self.window.to);
        (at.millis() - self.window.from.millis()) as f64 / self.window.millis() as f64
    }

    fn marks(&self) -> Vec<Mark> {
        let inside = Phase::MILESTONES.into_iter().filter_map(|phase| {
            let milestone = self.timeline.milestone(phase)?;
            self.window.contains(milestone.at).then_some((phase, milestone))
        });
        inside
            .enumerate()
            .map(|(row, (phase, milestone))| {
                let share = self.share(milestone.at);
                let clock = self.clock(milestone);
                let star = if milestone.derived { "*" } else { "" };
                Mark {
                    x: percent(share),
                    y: row * MARK + 12,
                    label: format!("{} {clock}{star}", self.words().say(phase.label())),
                    anchor: if share > 0.6 { "end" } else { "start" },
                }
            })
            .collect()
    }

    /// When it was; of several days, on which.
    fn clock(&self, milestone: Milestone) -> String {
        let (at, precision, zone) = (milestone.at, milestone.precision, self.options.zone);
        let short = tell::short(at, precision, zone);
        if precision == Precision::Day || self.window.millis() < DAYS {
            return short;
        }
        format!("{} {short}", zone.civil(at).month_and_day())
    }

    fn lane(&self, id: ServiceId, top: usize) -> Lane<'a> {
        let y = top + id.0 * LANE;
        let stretches = self.stretches(id);
        Lane {
            name: self.timeline.service(id).name.get(self.words().lang),
            y: y + FOOT - 23,
            bars: stretches.into_iter().map(|stretch| self.bar(stretch, y + FOOT)).collect(),
        }
    }

    /// The runs of a service as far as they lie in the window. More of them than an eye can tell
    /// apart are drawn as slices of the window, each with the worst that was in it.
    fn stretches(&self, id: ServiceId) -> Vec<Stretch> {
        let runs = self.timeline.runs(id);
        let ends = runs.iter().skip(1).map(|run| (run.from, run.precision));
        let edge = (self.window.to, Precision::Exact);
        let stretches: Vec<Stretch> = runs
            .iter()
            .zip(ends.chain([edge]))
            .map(|(run, (to, known))| Stretch {
                from: run.from.max(self.window.from),
                to: to.min(self.window.to),
                known: [run.precision, known],
                status: run.status,
                inferred: run.known == Known::Inferred,
            })
            .filter(|stretch| stretch.from < stretch.to)
            .collect();
        if stretches.len() <= usize::from(SLICES) {
            return stretches;
        }
        let scale = Scale::new(self.window, SLICES);
        let mut slices: Vec<Stretch> = Vec::new();
        let first = stretches[0].from;
        for (from, to) in (0..SLICES).map(|slice| scale.slice(slice)) {
            if to <= first {
                continue;
            }
            let worst = self.timeline.worst_between(id, from, to);
            let (status, inferred) = (worst.status(), worst.is_inferred());
            match slices
                .last_mut()
                .filter(|last| (last.status, last.inferred) == (status, inferred))
            {
                Some(last) => last.to = to,
                // It begins and ends where a slice does, not where anybody said.
                None => slices.push(Stretch {
                    from,
                    to,
                    status,
                    inferred,
                    known: [Precision::Minute; 2],
                }),
            }
        }
        slices
    }

    fn bar(&self, stretch: Stretch, foot: usize) -> Bar {
        let Stretch { from, to, status, inferred, known: ends } = stretch;
        let label = self.words().say(status.label());
        let share = self.share(to) - self.share(from);
        let needs = width(label) as f64 * CELL + 12.0;
        let room = match status {
            Status::Operational => "",
            _ if needs <= share * PHONE => "both",
            _ if needs <= share * DESK => "desk",
            _ => "",
        };
        let told = |at, known| tell::known(at, known, self.options.zone);
        let [begun, ended] = ends;
        let length = tell::length(to.since(from), begun.max(ended), self.words());
        let known = if inferred { Known::Inferred } else { Known::Reported };
        let said = tell::status(status, known, self.words());
        Bar {
            x: percent(self.share(from)),
            width: percent(share),
            y: foot - height(status),
            height: height(status),
            status: status.word(),
            label,
            inferred,
            room,
            title: format!("{said}: {} – {} ({length})", told(from, begun), told(to, ended)),
        }
    }

    /// Round moments, at least so many hundredths of the width apart.
    fn ticks(&self, apart: u16) -> Vec<Tick> {
        let mut before = String::new();
        Scale::new(self.window, 100)
            .ticks(Axis::Clock(self.options.zone), apart)
            .into_iter()
            .map(|tick| {
                let civil = self.options.zone.civil(tick.at);
                let share = self.share(tick.at);
                let day = civil.date();
                let date = if day == before { String::new() } else { day.clone() };
                before = day;
                let (label, date) = match tick.step {
                    ..60 => (civil.clock(), date),
                    60..86_400 => (civil.short_clock(), date),
                    _ => (civil.month_and_day(), String::new()),
                };
                Tick { x: percent(share), label, date, anchor: anchor(share) }
            })
            .collect()
    }

    fn legend(&self, status: Status) -> Legend {
        let label = self.words().say(status.label());
        Legend { status: status.word(), label, height: height(status) }
    }

    /// How many events lie before and after the window.
    fn outside(&self) -> Option<String> {
        let before = self.timeline.heads().filter(|head| head.at < self.window.from).count();
        let after = self.timeline.heads().filter(|head| head.at > self.window.to).count();
        let number = |n: usize| self.words().number(n as u64);
        (before + after > 0)
            .then(|| self.words().fill(Msg::HtmlOutside, &[&number(before), &number(after)]))
    }
}
