//! The October outage says what the sources and the newspaper article say.
#![expect(clippy::panic, reason = "a test that cannot go on has failed")]

mod common;

use std::borrow::Cow;

use outage_tui::model::{Basis, Event, Localized, ServiceId, Status, Time};
use outage_tui::text::{Lang, SafeText};
use outage_tui::timeline::{self, Timeline};

use common::{at, is_bengali, read};

const OCTOBER: &str = include_str!("../incidents/oct-outage.yaml");

fn october() -> Timeline {
    read(OCTOBER)
}

fn service(timeline: &Timeline, id: &str) -> ServiceId {
    let found = timeline.services().find(|&service| &*timeline.service(service).id == id);
    found.unwrap_or_else(|| panic!("no service {id}"))
}

/// Whether a text has the words as files keep them, wherever its lines break.
fn says(text: &str, words: &str) -> bool {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    text.contains(&*SafeText::line(words))
}

#[test]
fn the_services_are_those_that_failed_and_four_outside() {
    let timeline = october();
    assert!(timeline.len() >= 45, "{} events", timeline.len());
    let services: Vec<(&str, bool)> = timeline
        .services()
        .map(|id| (&*timeline.service(id).id, timeline.service(id).counts))
        .collect();
    let inside = [
        "backbone",
        "dns",
        "facebook",
        "instagram",
        "whatsapp",
        "whatsapp_web",
        "messenger",
        "oculus",
        "workplace",
        "login",
    ];
    let outside = ["twitter", "telegram", "signal", "cloudflare_dns"];
    let expected: Vec<(&str, bool)> =
        inside.map(|id| (id, true)).into_iter().chain(outside.map(|id| (id, false))).collect();
    assert_eq!(services, expected);
}

/// Tag, and words that its event must say in English and in Bengali.
type Statement = (&'static str, &'static [&'static str], &'static [&'static str]);

/// What the newspaper article says.
const ARTICLE: [Statement; 14] = [
    ("start-2110-ist", &["India", "about 9:10 pm"], &["ভারতে", "রাত ৯টা ১০ নাগাদ"]),
    (
        "all-three-at-once",
        &["at once", "all over the world", "WhatsApp", "Facebook", "Instagram"],
        &["একসঙ্গে", "গোটা বিশ্বে", "হোয়াটসঅ্যাপ", "ফেসবুক", "ইনস্টাগ্রাম"],
    ),
    (
        "apology-text",
        &["Facebook's page", "something went wrong", "sorry", "as soon as possible"],
        &["ফেসবুকের পাতা", "গোলমাল হয়েছে", "দুঃখিত", "যত শীঘ্র সম্ভব"],
    ),
    ("messages-not-sent", &["WhatsApp messages", "not go out"], &["হোয়াটসঅ্যাপে", "বার্তা", "পৌঁছচ্ছে না"]),
    ("web-not-open", &["WhatsApp Web", "not open"], &["খুলছেই না", "হোয়াটসঅ্যাপ ওয়েব"]),
    ("instagram-stalled", &["Instagram", "stalls"], &["থমকে", "ইনস্টাগ্রাম"]),
    ("one-owner", &["One owner", "belong together"], &["মালিক এক", "একসঙ্গে"]),
    ("turn-to-twitter", &["turn to Twitter"], &["টুইটার", "অভিজ্ঞতা"]),
    ("memes", &["Memes", "jokes"], &["মিম", "রসিকতা"]),
    (
        "six-and-a-half-hours",
        &["six and a half hours", "more than six hours"],
        &["সাড়ে ছ'ঘণ্টা", "ছ'ঘণ্টারও বেশি"],
    ),
    ("gradual-return", &["in steps", "Slowly back to normal"], &["ধাপে ধাপে", "ধীরে ধীরে"]),
    ("zuckerberg-apology", &["Zuckerberg apologises", "sorry"], &["ক্ষমা", "জাকারবার্গ"]),
    ("configuration-change", &["faulty configuration change"], &["কনফিগারেশনে ত্রুটিপূর্ণ বদল"]),
    ("financial-loss", &["Zuckerberg's fortune", "loss"], &["জাকারবার্গের ক্ষতি", "আর্থিক ক্ষতি"]),
];

#[test]
fn every_statement_of_the_article_is_told() {
    let timeline = october();
    let tagged = |event: &Event, name: &str| event.tags.iter().any(|tag| &**tag == name);
    for (tag, en, bn) in ARTICLE {
        let events: Vec<Cow<Event>> =
            timeline.events().filter(|event| tagged(event, tag)).collect();
        let [event] = &events[..] else { panic!("{tag}: {} events", events.len()) };
        assert!(tagged(event, "article"), "{tag}");
        assert!(event.sources.iter().any(|source| &*source.name == "Indian Express Bangla"));
        for (lang, words) in [(Lang::En, en), (Lang::Bn, bn)] {
            let text = format!("{}\n{}", event.title.get(lang), event.body.get(lang));
            for word in words {
                assert!(says(&text, word), "{tag}: no {word:?} in {text}");
            }
        }
    }
    let known = |event: &Event| ARTICLE.iter().any(|(tag, ..)| tagged(event, tag));
    let all = timeline.events().filter(|event| tagged(event, "article"));
    assert_eq!(all.filter(|event| !known(event)).count(), 0, "a statement that no test knows");
}

#[test]
fn the_articles_times_are_those_of_its_events() {
    let timeline = october();
    let of = |tag: &str| {
        let found = timeline.events().find(|event| event.tags.iter().any(|t| &**t == tag));
        found.map(|event| event.at).unwrap()
    };
    let zone = timeline.incident().zone;
    assert_eq!(zone.name(), "Asia/Kolkata");
    assert_eq!(zone.civil(of("start-2110-ist")).short_clock(), "21:10");
    assert_eq!(of("six-and-a-half-hours").since(of("start-2110-ist")), 6 * 3_600 + 30 * 60);
}

#[test]
fn no_percentage_passes_for_measured() {
    let timeline = october();
    let bases: Vec<Basis> =
        timeline.events().filter_map(|event| event.recovery).map(|reading| reading.basis).collect();
    assert!(bases.len() >= 8, "{} readings", bases.len());
    assert!(bases.iter().all(|&basis| basis == Basis::Estimate));
}

#[test]
fn the_turning_points() {
    let timeline = october();
    let status = |id: &str, when: &str| timeline.status_at(service(&timeline, id), at(when));
    let percent = |when: Time| timeline.moment(when).recovery.map(|recovery| recovery.rounded());
    let end = timeline.last();
    for id in timeline.counted() {
        assert_eq!(timeline.status_at(id, end), Status::Operational, "{}", timeline.service(id).id);
    }
    assert_eq!(percent(end), Some(100));
    for id in ["whatsapp", "facebook", "instagram"] {
        assert_eq!(status(id, "2021-10-04T18:00:00Z"), Status::MajorOutage, "{id}");
    }
    assert_eq!(percent(at("2021-10-04T18:00:00Z")), Some(0));
    assert_eq!(status("instagram", "2021-10-04T22:10:00Z"), Status::Operational);
    assert!(!status("whatsapp", "2021-10-04T22:10:00Z").is_up());
}

#[test]
fn texts_of_the_whole_are_in_both_languages() {
    let timeline = october();
    let incident = timeline.incident();
    let both = |text: &Localized| is_bengali(text.get(Lang::Bn)) && !is_bengali(text.get(Lang::En));
    for text in [&incident.title, &incident.summary, &incident.cause] {
        assert!(both(text), "{}", text.get(Lang::En));
    }
    for id in timeline.services().filter(|&id| &*timeline.service(id).id != "dns") {
        assert!(both(&timeline.service(id).name), "{}", timeline.service(id).id);
    }
}

#[test]
fn the_file_checks_itself_and_a_wrong_claim_is_refused() {
    assert!(october().incident().expect.len() >= 10);
    for (claim, wrong, code) in [
        (
            "status: {instagram: operational, messenger: operational, whatsapp: major_outage}}",
            "status: {instagram: operational, messenger: operational, whatsapp: operational}}",
            "E055",
        ),
        (
            "{at: 2021-10-04T15:55:00Z, phase: detected}",
            "{at: 2021-10-04T15:55:00Z, phase: mitigated}",
            "E054",
        ),
    ] {
        let broken = OCTOBER.replace(claim, wrong);
        assert_ne!(broken, OCTOBER, "{claim}");
        let report = timeline::open("broken.yaml", broken.as_bytes()).unwrap_err();
        let codes: Vec<&str> = report.iter().map(|fault| fault.code().as_str()).collect();
        assert_eq!(codes, [code]);
    }
}
