//! Documents out of hostile pieces.

use crate::codes;
use crate::fields::quoted;

/// What has made terminals, browsers and readers stumble.
const PIECES: &[&str] = &[
    "\x1b]52;c;eA==\x07",
    "\x1b]0;title\x1b\\",
    "\x1b[2J\x1b[1;1H",
    "\x1b[6n",
    "\x1bP$q\"p\x1b\\",
    "\u{9b}31m",
    "\u{9d}8;;http://x\u{9c}",
    "\r\n",
    "\n\n",
    "\t",
    "\0",
    "\u{202e}gnp.exe",
    "\u{2067}x\u{2069}",
    "🏴\u{e0067}\u{e0062}\u{e007f}",
    "👩\u{200d}💻",
    "👨\u{200d}👩\u{200d}👧\u{200d}👦",
    "🇧🇩🇮",
    "1\u{fe0f}\u{20e3}",
    "❤\u{fe0f}",
    "👍🏽",
    "\u{200d}\u{200d}",
    "\u{feff}",
    "হোয়াটসঅ্যাপ",
    "র\u{200d}্যাব",
    "ক্ষ্ম্য",
    "ং\u{9cd}",
    "दुनिया",
    "தமிழ்",
    "ഴ്ന്ന",
    "ทำได้",
    "العربية",
    "ﷺ",
    "שָׁלוֹם",
    "日本語",
    "한국어",
    "\u{1112}\u{1161}\u{11ab}",
    "z\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}\u{308}\u{309}\u{30a}\u{30b}\u{30c}\u{30d}",
    "*a* **b** `c` ~~d~~ _e_",
    "&#27;[31m &#x202e; &ZeroWidthSpace; &amp;lt;",
    "<b onclick=x>&lt;/b>",
    "[a](http://x \"y\")",
    "![a](b)",
    "\n# h\n\n> q\n\n- l\n  1. m\n",
    "\n```\ncode\u{1b}\n```\n",
    "| a | b |\n|---|---|\n",
    "a  \nb\\\nc",
    "{0} {1}",
    "…→■",
    "",
    " ",
];

/// A generator that a number makes.
pub struct Random(fastrand::Rng);

impl Random {
    pub fn new(number: u32) -> Self {
        Self(fastrand::Rng::with_seed(number.into()))
    }

    pub fn below(&mut self, end: usize) -> usize {
        self.0.usize(..end)
    }

    /// Once in so many times.
    pub fn often(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    pub fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }

    /// Some pieces, codes, words and characters.
    pub fn text(&mut self) -> String {
        let codes: Vec<char> = codes::all().collect();
        let mut text = String::new();
        for _ in 0..=self.below(5) {
            match self.below(8) {
                0..=2 => text.push_str(self.one(PIECES)),
                3 | 4 => text.push(self.one(&codes)),
                5 => text.push(self.0.char(..)),
                6 => text.push_str(&"long".repeat(self.below(30))),
                _ => text.push_str(" word"),
            }
        }
        text
    }

    fn quoted(&mut self, before: &str) -> String {
        quoted(&format!("{before}{}", self.text()), false)
    }

    /// A text that says something, or one for each of some languages.
    fn localized(&mut self) -> String {
        if self.often(2) {
            return self.quoted("t");
        }
        let (en, bn) = (self.quoted("e"), self.quoted("ব"));
        format!("{{en: {en}, bn: {bn}, ar: {}}}", self.quoted("ع"))
    }

    fn time(&mut self) -> String {
        if self.often(20) {
            return self.one(&["0001-01-02", "9999-12-30", "1970-01-01"]).to_owned();
        }
        let (day, hour) = (1 + self.below(3), self.below(24));
        format!("2031-05-{day:02}T{hour:02}:{:02}:{:02}Z", self.below(60), self.below(60))
    }

    /// `name: value, ` or nothing.
    fn field(&mut self, name: &str, value: impl FnOnce(&mut Self) -> String) -> String {
        if self.often(3) { String::new() } else { format!("{name}: {}, ", value(self)) }
    }

    /// At least so many items, and fewer than so many more.
    fn list(&mut self, least: usize, more: usize, item: impl Fn(&mut Self) -> String) -> String {
        let items: Vec<String> = (0..least + self.below(more)).map(|_| item(self)).collect();
        format!("[{}]", items.join(", "))
    }

    fn word(&mut self, of: &[&str]) -> String {
        self.one(of).to_owned()
    }

    /// An incident whose every text is one of ours; nearly always a good one.
    pub fn document(&mut self) -> String {
        // An id is a key of one line, and YAML wants those short.
        let ids: Vec<String> = (0..=self.below(8))
            .map(|index| format!("s{index}{}", self.text().chars().take(20).collect::<String>()))
            .map(|id| quoted(&id, false))
            .collect();
        let head = [
            self.field("id", |r| r.quoted("")),
            self.field("severity", |r| r.word(&["SEV1", "P3", "info"])),
            self.field("timezone", |r| r.word(&["Asia/Kolkata", "UTC", "\"+05:45\""])),
            self.field("summary", Self::localized),
            self.field("cause", Self::localized),
            self.field("links", |r| {
                r.list(0, 3, |r| format!("{{title: {}, url: \"http://x\"}}", r.quoted("")))
            }),
            self.field("milestones", |r| format!("{{started: {}}}", r.time())),
            self.field("actions", |r| {
                r.list(0, 3, |r| format!("{{task: {}, owner: {}}}", r.localized(), r.quoted("")))
            }),
        ]
        .concat();
        let services: Vec<String> = ids.iter().map(|id| self.service(id)).collect();
        let events = self.list(1, 8, |r| r.event(&ids));
        let title = self.localized();
        let services = services.join(", ");
        format!("{{title: {title}, {head}services: [{services}], events: {events}}}")
    }

    fn service(&mut self, id: &str) -> String {
        let name = self.field("name", Self::localized);
        let counts = self.field("counts", |r| r.word(&["true", "false"]));
        format!("{{{name}{counts}id: {id}}}")
    }

    fn event(&mut self, ids: &[String]) -> String {
        let fields = [
            self.field("precision", |r| r.word(&["exact", "minute", "hour", "day"])),
            self.field("kind", |r| r.word(&["cause", "impact", "alert", "communication", "note"])),
            self.field("body", Self::localized),
            self.field("status", |r| r.statuses(ids)),
            self.field("services", |r| format!("[{}]", ids[r.below(ids.len())])),
            self.field("recovery", |r| r.below(101).to_string()),
            self.field("confidence", |r| r.word(&["high", "medium", "low"])),
            self.field("sources", |r| r.list(0, 3, |r| r.quoted("s"))),
            self.field("author", |r| r.quoted("")),
            self.field("tags", |r| r.list(0, 4, |r| r.quoted(""))),
            self.field("pinned", |r| r.word(&["true", "false"])),
            self.field("private", |r| r.word(&["true", "false"])),
        ];
        let (at, title) = (self.time(), self.localized());
        format!("{{{}at: {at}, title: {title}}}", fields.concat())
    }

    fn statuses(&mut self, ids: &[String]) -> String {
        let words = ["up", "down", "degraded", "partial", "recovering", "unknown", "maintenance"];
        let chosen: Vec<&String> = ids.iter().filter(|_| !self.often(3)).collect();
        let statuses: Vec<String> =
            chosen.iter().map(|id| format!("{id}: {}", self.one(&words))).collect();
        format!("{{{}}}", statuses.join(", "))
    }
}
