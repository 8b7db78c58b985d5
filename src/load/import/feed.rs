//! Atom and RSS feeds of status pages.
//!
//! An entry is an incident. Where its text holds the updates of a status page, each with a day
//! and a time but no year, each is an event; the year is that of the entry's own date, walking
//! back from it. Otherwise the entry is one event. No feed names services.

use super::{
    Wanted,
    draft::{Draft, line, told},
    prose,
    xml::{self, Element},
};
use crate::{
    load::diagnostic::{Phrase, Span},
    model::{
        Kind, Phase, Precision, Time, Zone,
        time::{parse_rfc2822, parse_stamp},
    },
    text::Msg,
};

pub(super) fn is_one(text: &str) -> bool {
    let head: String = text.chars().take(2_000).collect();
    head.trim_start().starts_with('<')
        && ["<feed", "<rss", "<rdf:RDF"].iter().any(|root| head.contains(root))
}

pub(super) fn read(text: &str, _: &Wanted) -> Vec<Draft> {
    let Some(root) = xml::parse(text) else { return Vec::new() };
    let channel = root.child("channel").unwrap_or(&root);
    let entries =
        channel.children.iter().chain(root.children.iter().filter(|_| channel.name == "channel"));
    entries.filter(|entry| matches!(entry.name.as_str(), "entry" | "item")).map(incident).collect()
}

fn incident(entry: &Element) -> Draft {
    let link = entry.child("link");
    let link = link.and_then(|link| link.attribute("href").or(Some(link.text.trim())));
    let id = entry.said("id").or_else(|| entry.said("guid"));
    let id = link.filter(|link| !link.is_empty()).or(id).map(last_part);
    let title = prose::entities(entry.said("title").unwrap_or_default());
    let mut draft = Draft::new(&title, Msg::FormatFeed, entry.span).id(id);
    draft.link(link);
    let dates = ["published", "updated", "pubDate", "date"];
    let date = dates.iter().find_map(|name| entry.child(name));
    let Some(date) = date else {
        draft.left_out(entry.span, Msg::ImportNoTime);
        return draft;
    };
    let written = date.text.trim();
    let Some(at) =
        parse_rfc2822(written).or_else(|| Some(draft.moment(written, date.span, Zone::UTC)?.0))
    else {
        return draft;
    };
    // An entry that was published with its first update is dated by its last.
    let last = entry.said("updated").and_then(|text| parse_stamp(text, Zone::UTC).ok());
    let at = last.map_or(at, |last| at.max(last.at));
    let texts = ["content", "encoded", "description", "summary"];
    let text = texts.iter().find_map(|name| entry.said(name)).unwrap_or_default();
    let (updates, unread) = updates(text, at);
    for stamp in unread {
        draft.left_out(entry.span, Phrase::from(Msg::ImportNotAStamp).quote(&stamp));
    }
    if updates.is_empty() {
        let event = told(at, Kind::Communication, &prose::from_html(text), &title);
        draft.event(event, date.span);
    }
    for update in updates.into_iter().rev() {
        update.tell(&mut draft, entry.span);
    }
    draft
}

/// The part of an address or a tag that names one incident.
fn last_part(id: &str) -> &str {
    id.trim_end_matches('/').rsplit(['/', ':']).next().unwrap_or(id)
}

/// One update in the text of an entry.
struct Update {
    at: Time,
    word: String,
    text: String,
}

impl Update {
    fn tell(self, draft: &mut Draft, place: Span) {
        let is_first = draft.events.is_empty();
        let kind = if is_first { Kind::Detection } else { Kind::Communication };
        let mut event = told(self.at, kind, &self.text, &self.word);
        event.precision = Precision::Minute;
        event.tags.push(line(&self.word.to_lowercase()));
        if self.word == "Resolved" {
            event.phase = Some(Phase::Resolved);
            event.kind = Kind::Recovery;
        }
        draft.event(event, place);
    }
}

/// `<small>Aug <var>21</var>, <var>00:37</var> UTC</small><br> <strong>Resolved</strong> - text`,
/// the newest first. The newest is the entry's own date, which tells the zone of all of them.
/// What stands where a stamp belongs and is none comes second.
fn updates(html: &str, last: Time) -> (Vec<Update>, Vec<String>) {
    let (mut found, mut unread) = (Vec::new(), Vec::new());
    let mut ahead = None;
    let mut before = last;
    for part in html.split("<small>").skip(1) {
        let (stamp, rest) = part.split_once("</small>").unwrap_or((part, ""));
        let stamp = prose::from_html(stamp);
        let ahead = *ahead.get_or_insert_with(|| seconds_ahead(&stamp, last));
        let Some(at) = stamp_before(&stamp, before.plus_seconds(ahead)) else {
            unread.push(stamp);
            continue;
        };
        let at = at.plus_seconds(-ahead);
        before = at;
        let told = prose::from_html(rest);
        let (word, text) = told.split_once(" - ").unwrap_or(("", &told));
        found.push(Update { at, word: word.to_owned(), text: text.to_owned() });
    }
    (found, unread)
}

/// How far the clock of a page is ahead of UTC, in seconds: from a stamp without a zone that means
/// something, and the moment that it stands for.
fn seconds_ahead(stamp: &str, at: Time) -> i64 {
    const QUARTER: i64 = 900;
    const MOST: i64 = 15 * 3_600;
    if stamp.contains("UTC") || stamp.contains("GMT") {
        return 0;
    }
    let Some(shown) = stamp_before(stamp, at.plus_seconds(MOST)) else { return 0 };
    let ahead = shown.since(at) + QUARTER / 2;
    let ahead = ahead.div_euclid(QUARTER) * QUARTER;
    if ahead.abs() <= MOST { ahead } else { 0 }
}

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// `Aug 21, 00:37 UTC` in the last year in which it is not after `last`.
fn stamp_before(text: &str, last: Time) -> Option<Time> {
    let words: Vec<&str> = text.split([' ', ',', '\n']).filter(|word| !word.is_empty()).collect();
    let [month, day, clock, ..] = words[..] else { return None };
    let month = month.get(..3)?.to_ascii_lowercase();
    let month = MONTHS.iter().position(|name| *name == month)? + 1;
    let day: u32 = day.parse().ok()?;
    let clock = clock.split(" - ").next()?;
    // A minute more: the page's own date has seconds, this has none.
    let latest = last.plus_seconds(60);
    let year = Zone::UTC.civil(latest).year;
    [year, year - 1].into_iter().find_map(|year| {
        let stamp = format!("{year:04}-{month:02}-{day:02} {clock}");
        let at = parse_stamp(&stamp, Zone::UTC).ok()?.at;
        (at <= latest).then_some(at)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_update_after_the_publication_is_of_the_same_year() {
        let feed = "<feed><entry><title>x</title><published>2026-01-05T10:00:00Z</published>\
                    <updated>2026-01-05T12:00:00Z</updated><content>&lt;small&gt;Jan 5, 12:00 UTC&lt;/small&gt;\
                    &lt;strong&gt;Resolved&lt;/strong&gt; - y&lt;small&gt;Jan 5, 10:00 UTC&lt;/small&gt;\
                    &lt;strong&gt;Investigating&lt;/strong&gt; - z</content></entry></feed>";
        let drafts = read(feed, &Wanted::default());
        let times: Vec<_> = drafts[0].events.iter().map(|event| event.at.rfc3339()).collect();
        assert_eq!(times, ["2026-01-05T10:00:00Z", "2026-01-05T12:00:00Z"]);
    }

    #[test]
    fn years_are_walked_back_over_new_year() {
        let last = parse_stamp("2026-01-01T00:20:30Z", Zone::UTC).unwrap().at;
        let at = |text| stamp_before(text, last).map(Time::rfc3339);
        assert_eq!(at("Jan 1, 00:20 UTC").as_deref(), Some("2026-01-01T00:20:00Z"));
        assert_eq!(at("Dec 31, 23:50 UTC").as_deref(), Some("2025-12-31T23:50:00Z"));
        assert_eq!(at("soon"), None);
        assert_eq!(at("Feb 30, 10:00"), None);
    }
}
