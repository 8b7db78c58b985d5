//! `diff`: what became of an incident between two versions of its file, as text and as JSON.

mod json;

use std::borrow::Cow;
use std::fmt::Write;

use crate::model::{Event, Severity, Time, Zone};
use crate::text::{Msg, SafeText, Words, ascii_signs, width};
use crate::timeline::compare::{Aspect, Change, Fate, Field, Pair, Part, Value, compare};
use crate::timeline::{Timeline, tell};

pub use json::diff_json;

/// How differences are told.
#[derive(Debug, Clone)]
pub struct DiffOptions {
    pub words: Words,
    /// The zone times are told in.
    pub zone: Zone,
    /// Private events too; without it they are counted.
    pub private: bool,
    /// Only ASCII signs.
    pub ascii: bool,
    /// What the two files are called.
    pub names: [SafeText; 2],
}

/// A text longer than this stands on lines of its own.
const SHORT: usize = 40;

/// What may be told of two versions.
struct Told<'a> {
    before: Cow<'a, Timeline>,
    after: Cow<'a, Timeline>,
    /// Of these two.
    changes: Vec<Change>,
    /// How many private events differ that are left out of them.
    left_out: usize,
}

impl<'a> Told<'a> {
    /// What private events set is left out with them: services, milestones, measures.
    fn new(before: &'a Timeline, after: &'a Timeline, options: &DiffOptions) -> Self {
        let all = compare(before, after);
        let has_private =
            |timeline: &Timeline| timeline.incident().events.heads().any(|head| head.private);
        if options.private || ![before, after].into_iter().any(has_private) {
            let [before, after] = [before, after].map(Cow::Borrowed);
            return Self { before, after, changes: all, left_out: 0 };
        }
        let left_out = all.iter().filter(|change| change.private).count();
        let [before, after] = [before, after].map(|timeline| {
            let (incident, _) = timeline.incident().clone().without_private();
            Cow::Owned(Timeline::new(incident))
        });
        let changes = compare(&before, &after);
        Self { before, after, changes, left_out }
    }

    fn differ(&self) -> bool {
        !self.changes.is_empty() || self.left_out > 0
    }
}

/// The differences as text, its last line ended, and whether there are any.
pub fn diff_text(before: &Timeline, after: &Timeline, options: &DiffOptions) -> (String, bool) {
    let told = Told::new(before, after, options);
    let (changes, left_out) = (&told.changes, told.left_out);
    let mut writer =
        Writer { before: &told.before, after: &told.after, options, out: String::new() };
    writer.line(0, &format!("{} → {}", options.names[0], options.names[1]));
    writer.sections(changes);
    writer.out.push('\n');
    let words = options.words;
    if !told.differ() {
        writer.line(0, words.say(Msg::DiffNone));
    }
    if !changes.is_empty() {
        writer.line(0, &words.count(changes.len(), Msg::DiffOne, Msg::DiffMany));
    }
    if left_out > 0 {
        writer.line(0, &words.count(left_out, Msg::DiffPrivateOne, Msg::DiffPrivateMany));
    }
    let out = if options.ascii { ascii_signs(&writer.out).into_owned() } else { writer.out };
    (out, told.differ())
}

struct Writer<'a> {
    before: &'a Timeline,
    after: &'a Timeline,
    options: &'a DiffOptions,
    out: String,
}

impl Writer<'_> {
    fn line(&mut self, indent: usize, text: &str) {
        // Writing to a string cannot fail.
        let _ = writeln!(self.out, "{:indent$}{}", "", text.trim_end());
    }

    /// Each heading once, above what belongs to it.
    fn sections(&mut self, changes: &[Change]) {
        let mut last = None;
        for change in changes {
            let title = match change.part {
                Part::Whole => Msg::DiffWhole,
                Part::Milestone(_) => Msg::TimesTitle,
                Part::Measure(_) => Msg::MeasuresTitle,
                Part::Service(_) => Msg::PanelServices,
                Part::Event(_) => Msg::PanelTimeline,
                Part::Action(_) => Msg::ActionsTitle,
            };
            if last != Some(title) {
                self.out.push('\n');
                self.line(0, self.options.words.say(title));
                last = Some(title);
            }
            self.change(change);
        }
    }

    fn change(&mut self, change: &Change) {
        let words = self.options.words;
        let sign = change.fate().sign();
        let name = match change.part {
            Part::Whole => None,
            Part::Milestone(phase) => Some(words.say(phase.label()).to_owned()),
            Part::Measure(kind) => Some(words.say(tell::measure_name(kind)).to_owned()),
            Part::Service(pair) => {
                let service = self.found(pair).map(|(timeline, id)| timeline.service(id));
                service.map(|service| format!("{} ({})", service.name.get(words.lang), service.id))
            }
            Part::Event(pair) => self.event(pair).map(|event| {
                let when = tell::full(event.at, self.options.zone);
                let mark = if event.private { words.say(Msg::FieldPrivate) } else { "" };
                format!("{when}  {}  {mark}", event.title.get(words.lang))
            }),
            Part::Action(pair) => self.found(pair).and_then(|(timeline, index)| {
                let action = timeline.incident().actions.get(index)?;
                Some(action.task.get(words.lang).to_owned())
            }),
        };
        match (change.part, &change.fields[..], name) {
            // One figure fits beside its name.
            (Part::Milestone(_) | Part::Measure(_), fields, Some(name)) => {
                let told: Vec<String> = fields.iter().map(|field| self.figure(field)).collect();
                self.line(2, &format!("{sign} {name}: {}", told.join(", ")));
            }
            (_, fields, name) => {
                let indent = if name.is_some() { 6 } else { 2 };
                if let Some(name) = name {
                    self.line(2, &format!("{sign} {name}"));
                }
                for field in fields {
                    self.field(indent, field);
                }
            }
        }
    }

    /// The newer version of a thing, else the older one.
    fn found<T: Copy>(&self, pair: Pair<T>) -> Option<(&Timeline, T)> {
        let old = pair.before.map(|thing| (self.before, thing));
        pair.after.map(|thing| (self.after, thing)).or(old)
    }

    fn event(&self, pair: Pair<usize>) -> Option<Cow<'_, Event>> {
        let (timeline, row) = self.found(pair)?;
        timeline.event(row)
    }

    fn field(&mut self, indent: usize, field: &Field) {
        let words = self.options.words;
        let label = words.say(field.aspect.label()).to_lowercase();
        let label = match &field.of {
            Some(of) => words.fill(Msg::FieldOf, &[&label, of]),
            None => label,
        };
        let is_long = |value: &Value| match value {
            Value::Text(text) => text.contains('\n') || width(text) > SHORT,
            Value::Texts(_) => true,
            _ => false,
        };
        if !is_long(&field.before) && !is_long(&field.after) {
            return self.line(indent, &format!("{label}: {}", self.figure(field)));
        }
        self.line(indent, &format!("{label}:"));
        let (gone, new) = differing(&lines(&field.before), &lines(&field.after));
        for (sign, side) in [(Fate::Removed.sign(), gone), (Fate::Added.sign(), new)] {
            for line in side {
                self.line(indent + 2, &format!("{sign} {line}"));
            }
        }
    }

    /// `10:01 → 10:03 (+2 min)`.
    fn figure(&self, field: &Field) -> String {
        let both = format!("{} → {}", self.value(&field.before), self.value(&field.after));
        let moved = match (&field.before, &field.after) {
            (Value::At(before), Value::At(after)) => after.since(*before),
            (Value::Seconds(before), Value::Seconds(after)) => after - before,
            _ => return both,
        };
        let sign = if moved < 0 { '-' } else { '+' };
        format!("{both} ({sign}{})", self.options.words.duration(moved))
    }

    fn value(&self, value: &Value) -> String {
        let words = self.options.words;
        match value {
            Value::Nothing => "–".to_owned(),
            Value::At(at) => time(*at, self.options.zone),
            Value::Seconds(seconds) => words.signed_duration(*seconds),
            Value::Number(number) => words.digits(&number.to_string()),
            Value::Text(text) => format!("“{text}”"),
            Value::Word(_, label) => words.say(*label).to_owned(),
            Value::Severity(severity) => Severity::word(*severity).to_owned(),
            Value::Status(status, known) => tell::status(*status, *known, words).into_owned(),
            Value::Percent(percent, basis) => {
                let percent = words.digits(&percent.to_string());
                format!("{percent}% {}", words.say(basis.label()))
            }
            Value::Switch(on) => words.say(if *on { Msg::SwitchYes } else { Msg::SwitchNo }).into(),
            Value::Texts(texts) => texts.join(", "),
        }
    }
}

/// A time in full; milliseconds only where there are any.
fn time(at: Time, zone: Zone) -> String {
    let millis = at.millis().rem_euclid(1_000);
    let full = tell::full(at, zone);
    if millis == 0 { full } else { format!("{full} +{millis} ms") }
}

/// The lines of a text, or the texts of a list.
fn lines(value: &Value) -> Vec<&str> {
    match value {
        Value::Text(text) => text.lines().collect(),
        Value::Texts(texts) => texts.iter().map(String::as_str).collect(),
        _ => Vec::new(),
    }
}

/// The lines between the beginning and the end that both have.
fn differing<'a>(before: &[&'a str], after: &[&'a str]) -> (Vec<&'a str>, Vec<&'a str>) {
    let same = |pair: &(&&str, &&str)| pair.0 == pair.1;
    let head = before.iter().zip(after).take_while(same).count();
    let (old, new) = (&before[head..], &after[head..]);
    let tail = old.iter().rev().zip(new.iter().rev()).take_while(same).count();
    (old[..old.len() - tail].to_vec(), new[..new.len() - tail].to_vec())
}

/// Whether a property tells when something was, so that it may have moved.
fn moved(field: &Field) -> Option<i64> {
    match (field.aspect, &field.before, &field.after) {
        (Aspect::At | Aspect::Until, Value::At(before), Value::At(after)) => {
            Some(after.since(*before))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_lines_that_differ_are_told() {
        let (gone, new) = differing(&["a", "b", "c", "d"], &["a", "x", "c2", "d"]);
        assert_eq!((gone, new), (vec!["b", "c"], vec!["x", "c2"]));
        let (gone, new) = differing(&["a", "a"], &["a", "a", "a"]);
        assert_eq!((gone, new), (vec![], vec!["a"]));
    }
}
