//! Bengali is formed, not spelled; what cannot be written is a box.

use outage_tui::app::Theme;
use outage_tui::export::picture::{Drawing, Fonts, Item, Sheet, Text, paint};
use outage_tui::text::{cluster_width, clusters};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::page;
use super::pixels::Pixels;
use super::scene::put;

/// A row with a text in it, as the screen would have it.
fn row(text: &str, width: u16, style: Style) -> Buffer {
    let mut buffer = Buffer::empty(Rect::new(0, 0, width, 3));
    put(&mut buffer, 2, 1, text, style);
    buffer
}

fn painted(text: &str, style: Style, fonts: &Fonts) -> Drawing {
    paint(&row(text, 60, style), page(Theme::Light), fonts, Sheet::default())
}

fn texts(drawing: &Drawing) -> impl Iterator<Item = &Text> {
    drawing.items.iter().filter_map(|item| match item {
        Item::Text(text) => Some(text),
        _ => None,
    })
}

#[test]
fn conjuncts_show_no_hasanta() {
    let fonts = Fonts::default();
    for style in [Style::new(), Style::new().add_modifier(Modifier::BOLD)] {
        for word in ["ক্ষ", "ভ্র", "স্ব", "গ্র", "ত্রূ", "ষ্ট্রি", "স্ট্র", "ন্ত্র", "র্ক", "দ্ধ", "অ্যা", "র‍্যাম"]
        {
            let drawing = painted(word, style, &fonts);
            let text = texts(&drawing).next().unwrap();
            let [run] = &text.runs[..] else {
                panic!("{word} is torn into {} runs", text.runs.len())
            };
            let hasanta = fonts.glyph(run.face, '\u{9CD}').unwrap();
            assert!(run.glyphs.iter().all(|glyph| glyph.id != hasanta), "{word} shows its hasanta");
            assert!(run.glyphs.iter().all(|glyph| glyph.id != 0), "{word} lacks a glyph");
        }
    }
}

#[test]
fn a_phrase_is_one_text_and_stays_in_its_cells() {
    let fonts = Fonts::default();
    for phrase in ["শুরু", "আগে আচমকা", "হোয়াটসঅ্যাপ ও BGP, ৬½ ঘণ্টা", "a <= b => c != d", "আচমকা"]
    {
        let drawing = painted(phrase, Style::new(), &fonts);
        let all: Vec<&Text> = texts(&drawing).collect();
        assert_eq!(all.len(), 1, "{phrase}");
        assert_eq!(all[0].said, phrase);
        let cells: usize = clusters(phrase).map(cluster_width).sum();
        let owned = cells as f32 * 9.0;
        assert!(all[0].advance * all[0].squeeze <= owned + 0.01, "{phrase}");
        // The ink, a unit of overhang allowed.
        let pixels = Pixels::of(&drawing, &fonts, 1);
        for y in 0..pixels.height {
            for x in 0..pixels.width {
                let inked = pixels.pixel(x, y)[0] < 200;
                let inside = (33..=(35 + owned as u32)).contains(&x) && (35..57).contains(&y);
                assert!(!inked || inside, "{phrase}: ink at {x},{y}");
            }
        }
    }
}

#[test]
fn latin_letters_stand_in_their_cells_and_make_no_ligatures() {
    let fonts = Fonts::default();
    let drawing = painted("=> != -> fi", Style::new(), &fonts);
    let text = texts(&drawing).next().unwrap();
    let [run] = &text.runs[..] else { panic!("one font") };
    for (index, (glyph, c)) in run.glyphs.iter().zip("=> != -> fi".chars()).enumerate() {
        assert_eq!(Some(glyph.id), fonts.glyph(run.face, c));
        assert!((glyph.x - 9.0 * index as f32).abs() < 0.01, "{c}");
    }
}

#[test]
fn emphasis_in_a_sentence_leaves_no_gap_but_columns_stay() {
    let fonts = Fonts::default();
    let mut buffer = row("নিয়মমাফিক রক্ষণাবেক্ষণের সময়ে সংযোগ ছিন্ন", 60, Style::new());
    let bold = (0..60).find(|x| buffer[(*x, 1)].symbol() == "সং").unwrap();
    for x in bold..60 {
        buffer[(x, 1)].modifier.insert(Modifier::BOLD);
    }
    let drawing = paint(&buffer, page(Theme::Light), &fonts, Sheet::default());
    assert_eq!(texts(&drawing).count(), 1, "a sentence");
    // The same word, one row below, makes a column of it.
    put(&mut buffer, bold, 2, "সংযোগ", Style::new().add_modifier(Modifier::BOLD));
    let drawing = paint(&buffer, page(Theme::Light), &fonts, Sheet::default());
    assert_eq!(texts(&drawing).count(), 3, "a sentence in a table");
    let mut buffer = row("ঘটনা সংযোগ", 60, Style::new());
    for x in 7..60 {
        buffer[(x, 1)].modifier.insert(Modifier::BOLD);
    }
    let drawing = paint(&buffer, page(Theme::Light), &fonts, Sheet::default());
    assert_eq!(texts(&drawing).count(), 2, "two columns");
}

#[test]
fn every_word_of_the_interface_and_of_the_incidents_has_its_letters() {
    let fonts = Fonts::default();
    let mut all: Vec<String> = outage_tui::text::Msg::ALL
        .iter()
        .flat_map(|msg| outage_tui::text::Lang::ALL.map(|lang| msg.text(lang).to_owned()))
        .collect();
    let text = super::common::bytes(super::OCTOBER);
    all.extend(String::from_utf8_lossy(&text).lines().map(str::to_owned));
    for line in all {
        let width = clusters(&line).map(cluster_width).sum::<usize>() as u16 + 4;
        let buffer = row(&line, width, Style::new());
        let drawing = paint(&buffer, page(Theme::Light), &fonts, Sheet::default());
        assert!(drawing.missing.is_empty(), "{:?} in {line}", drawing.missing);
    }
}

#[test]
fn what_no_font_has_is_a_box_and_is_named() {
    let fonts = Fonts::default();
    let drawing = painted("停电 outage 🔥", Style::new(), &fonts);
    assert_eq!(drawing.missing.iter().collect::<String>(), "停电🔥");
    let boxes = drawing.items.iter().filter(|item| matches!(item, Item::Shape(..))).count();
    assert!(boxes >= 3 * 5, "a frame and the digits of each: {boxes}");
}

#[test]
fn a_given_font_is_asked_last_and_a_wrong_one_is_refused() {
    let mut fonts = Fonts::default();
    assert!(!fonts.add(b"not a font".to_vec()));
    assert!(fonts.add(super::common::bytes("assets/fonts/JetBrainsMono-Bold.ttf")));
    let drawing = painted("plain", Style::new(), &fonts);
    let plain = painted("plain", Style::new(), &Fonts::default());
    assert_eq!(texts(&drawing).next(), texts(&plain).next());
}
