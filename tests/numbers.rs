//! Plurals and groups of digits as ICU has them, whose data is CLDR's.
#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_decimal::options::DecimalFormatterOptions;
use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules};
use outage_tui::text::{Digits, Lang, Msg, Words};

/// What a language counts as ICU does.
struct Icu {
    rules: PluralRules,
    decimal: DecimalFormatter,
}

impl Icu {
    fn new(lang: Lang) -> Self {
        let locale: Locale = lang.code().parse().expect("the code of a language");
        Self {
            rules: PluralRules::try_new_cardinal((&locale).into()).expect("plurals"),
            decimal: DecimalFormatter::try_new(
                (&locale).into(),
                DecimalFormatterOptions::default(),
            )
            .expect("digits"),
        }
    }

    fn number(&self, n: u64) -> String {
        self.decimal.format(&Decimal::from(n)).to_string()
    }
}

/// Every number up to ten thousand, and the neighbours of every power of ten and of two.
fn numbers() -> impl Iterator<Item = u64> {
    let powers = (4..20).map(|n| 10_u64.pow(n)).chain((14..64).map(|n| 1 << n));
    let around = powers.flat_map(|n| [n - 1, n, n + 1, n.saturating_mul(5)]);
    (0..=10_000).chain(around).chain([1_234_567, u64::MAX])
}

#[test]
fn the_plural_is_that_of_icu() {
    for lang in Lang::ALL {
        let (icu, words) = (Icu::new(lang), Words::new(lang));
        for n in numbers() {
            // Two messages that no language has alike: which one is taken can be seen.
            let said = words.count(n as usize, Msg::EventsOne, Msg::GapsMany);
            let expected = match icu.rules.category_for(n) {
                PluralCategory::One => Msg::EventsOne,
                PluralCategory::Other => Msg::GapsMany,
                category => panic!("{lang:?} has {category:?}, for which there is no message"),
            };
            assert_eq!(said, words.fill(expected, &[&words.number(n)]), "{lang:?} {n}");
        }
    }
}

#[test]
fn numbers_are_grouped_as_icu_groups_them() {
    for lang in Lang::ALL {
        let (icu, words) = (Icu::new(lang), Words::new(lang));
        for n in numbers() {
            assert_eq!(words.number(n), icu.number(n));
        }
    }
    assert_eq!(Words::new(Lang::Bn).number(1_234_567), "১২,৩৪,৫৬৭");
}

#[test]
fn other_digits_are_grouped_alike() {
    for lang in Lang::ALL {
        let icu = Icu::new(lang);
        let other = match lang {
            Lang::En => Words { lang, digits: Digits::Bengali },
            Lang::Bn => Words { lang, digits: Digits::Latin },
        };
        for n in numbers() {
            let commas = |text: &str| -> Vec<usize> {
                text.chars().enumerate().filter(|(_, c)| *c == ',').map(|(at, _)| at).collect()
            };
            assert_eq!(commas(&other.number(n)), commas(&icu.number(n)), "{lang:?} {n}");
        }
    }
}

/// Days are the one unit that a length of time can have thousands of.
#[test]
fn days_are_grouped_too() {
    for lang in Lang::ALL {
        let (icu, words) = (Icu::new(lang), Words::new(lang));
        for days in [1, 999, 1_000, 36_500, 3_652_058] {
            let expected = format!("{} {}", icu.number(days), words.say(Msg::UnitDay));
            assert_eq!(words.duration(days as i64 * 86_400), expected);
        }
    }
}
