//! An incident of as many events as one likes, the same for the same seed: what the example
//! `big_incident` writes and the benches read.
//!
//! The events are what alerts, deploys and chat make of an outage: some four seconds apart, half of
//! them with a change of status, two in five with a text, every tenth in Bengali, some in flow
//! style, some quoted. About 300 bytes of YAML each.

use std::fmt::Write as _;
use std::io;

const SERVICES: usize = 50;
/// Of each month of a year that is no leap year.
const DAYS: [u64; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const KINDS: [&str; 6] = ["alert", "change", "note", "action", "communication", "impact"];
const STATUSES: [&str; 5] =
    ["degraded", "partial_outage", "major_outage", "recovering", "operational"];
const TITLES: [&str; 6] = [
    "Error rate above the threshold in the checkout path",
    "Deploy 4711 of the session store rolled back",
    "Replica lag grows on the eastern shard",
    "Queue depth back to normal",
    "Certificate renewed by hand",
    "Cache hit rate falls below one half",
];
const BENGALI: [&str; 3] =
    ["লগইন পরিষেবায় ত্রুটির হার সীমা ছাড়াল", "পূর্বাঞ্চলের ডেটাবেস পিছিয়ে পড়ছে", "সারি আবার স্বাভাবিক মাপে ফিরেছে"];

/// How an incident is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    Yaml,
    Json,
    /// An event a line, and nothing else.
    Lines,
}

/// Writes so many events.
pub fn write(out: &mut impl io::Write, events: usize, seed: u64, form: Form) -> io::Result<()> {
    let mut random = fastrand::Rng::with_seed(seed);
    let mut text = String::new();
    head(&mut text, form);
    for number in 0..events {
        let event = Event::new(&mut random, number);
        match form {
            Form::Yaml => event.yaml(&mut text),
            Form::Json => event.json(&mut text, if number > 0 { ",\n" } else { "\n" }),
            Form::Lines => event.json(&mut text, if number > 0 { "\n" } else { "" }),
        }
        if text.len() > 1 << 16 {
            out.write_all(text.as_bytes())?;
            text.clear();
        }
    }
    text.push_str(match form {
        Form::Yaml => "",
        Form::Json => "\n]}\n",
        Form::Lines => "\n",
    });
    out.write_all(text.as_bytes())?;
    out.flush()
}

fn head(text: &mut String, form: Form) {
    let id = |n: usize| format!("service-{n:02}");
    if form == Form::Json {
        let services: Vec<String> = (0..SERVICES).map(|n| format!("\"{}\"", id(n))).collect();
        let services = services.join(",");
        let _ = write!(text, "{{\"title\":\"Many alerts\",\"services\":[{services}],\"events\":[");
    } else if form == Form::Yaml {
        text.push_str("title: Many alerts\ntimezone: Asia/Kolkata\nservices:\n");
        for n in 0..SERVICES {
            let _ = writeln!(text, "  - id: {}\n    name: Service {n}", id(n));
        }
        text.push_str("events:\n");
    }
}

/// One event, in no format yet.
struct Event {
    at: String,
    title: &'static str,
    number: usize,
    kind: &'static str,
    services: [usize; 2],
    status: Option<&'static str>,
    body: bool,
    style: u8,
}

impl Event {
    fn new(random: &mut fastrand::Rng, number: usize) -> Self {
        let second = number as u64 * 4 + random.u64(0..4);
        let (mut day, second) = (second / 86_400, second % 86_400);
        let mut month = 0;
        while day >= DAYS[month % 12] {
            day -= DAYS[month % 12];
            month += 1;
        }
        let (year, month, day) = (2031 + month / 12, month % 12 + 1, day + 1);
        let clock = (second / 3_600, second / 60 % 60, second % 60);
        let first = random.usize(0..SERVICES);
        Self {
            at: format!("{year}-{month:02}-{day:02}T{:02}:{:02}:{:02}Z", clock.0, clock.1, clock.2),
            title: if number % 10 == 9 {
                BENGALI[random.usize(0..BENGALI.len())]
            } else {
                TITLES[random.usize(0..TITLES.len())]
            },
            number,
            kind: KINDS[random.usize(0..KINDS.len())],
            services: [first, (first + 1 + random.usize(0..SERVICES - 1)) % SERVICES],
            status: random.bool().then(|| STATUSES[random.usize(0..STATUSES.len())]),
            body: random.u8(0..10) < 4,
            style: random.u8(0..20),
        }
    }

    fn yaml(&self, text: &mut String) {
        let Self { at, title, number, kind, services: [first, second], .. } = self;
        let mark = match self.style {
            0..4 => "\"",
            4..6 => "'",
            _ => "",
        };
        let _ = writeln!(
            text,
            "  - at: {at}\n    title: {mark}{title} ({number}){mark}\n    kind: {kind}"
        );
        match self.status {
            Some(status) if self.style < 12 => {
                let _ = writeln!(text, "    status:\n      service-{first:02}: {status}");
            }
            Some(status) => {
                let _ = writeln!(text, "    status: {{service-{first:02}: {status}}}");
            }
            None => {}
        }
        let _ = writeln!(text, "    services: [service-{first:02}, service-{second:02}]");
        if self.body {
            text.push_str("    body: |\n");
            let _ = writeln!(
                text,
                "      Seen by the checks of group {}: \"slow\", then 'gone'.",
                number % 97
            );
            text.push_str(
                "      The on-call engineer looked at the graphs and at the last deploy;\n",
            );
            text.push_str("      see the **runbook** for what to do next.\n");
        } else {
            let _ = writeln!(
                text,
                "    author: monitor-{}\n    tags: [auto, shard-{}]",
                number % 7,
                number % 31
            );
        }
    }

    fn json(&self, text: &mut String, before: &str) {
        let Self { at, title, number, kind, services: [first, second], .. } = self;
        text.push_str(before);
        let _ =
            write!(text, "{{\"at\":\"{at}\",\"title\":\"{title} ({number})\",\"kind\":\"{kind}\"");
        if let Some(status) = self.status {
            let _ = write!(text, ",\"status\":{{\"service-{first:02}\":\"{status}\"}}");
        }
        let _ = write!(text, ",\"services\":[\"service-{first:02}\",\"service-{second:02}\"]");
        if self.body {
            let _ = write!(
                text,
                ",\"body\":\"Seen by the checks of group {}: \\\"slow\\\", then 'gone'.\\nThe on-call engineer \
                 looked at the graphs and at the last deploy;\\nsee the **runbook** for what to do next.\"",
                number % 97
            );
        } else {
            let _ = write!(
                text,
                ",\"author\":\"monitor-{}\",\"tags\":[\"auto\",\"shard-{}\"]",
                number % 7,
                number % 31
            );
        }
        text.push('}');
    }
}
