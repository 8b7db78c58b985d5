//! One text in several languages.

use crate::text::{Lang, SafeText};

/// A text by language code. A plain string in the file is one entry with an empty code.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Localized(Vec<(SafeText, SafeText)>);

impl Localized {
    /// From pairs of language code and text, in the order of the file.
    pub fn new(entries: Vec<(SafeText, SafeText)>) -> Self {
        Self(entries)
    }

    /// A text whose language is not said.
    pub fn plain(text: SafeText) -> Self {
        Self(vec![(SafeText::default(), text)])
    }

    /// What the program itself says, in each of its languages.
    pub fn own(say: impl Fn(Lang) -> String) -> Self {
        let entry = |lang: Lang| (SafeText::line(lang.code()), SafeText::line(&say(lang)));
        Self(Lang::ALL.map(entry).to_vec())
    }

    /// The text in `lang`; where it is missing, the first one the file gives.
    pub fn get(&self, lang: Lang) -> &str {
        self.0
            .iter()
            .find(|(code, _)| &**code == lang.code())
            .or(self.0.first())
            .map_or("", |(_, text)| text)
    }

    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|(_, text)| text.trim().is_empty())
    }

    /// Pairs of language code and text, in the order of the file.
    pub fn entries(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(code, text)| (&**code, &**text))
    }

    /// Every language's text, to be changed.
    pub fn texts_mut(&mut self) -> impl Iterator<Item = &mut SafeText> {
        self.0.iter_mut().map(|(_, text)| text)
    }

    /// Every language's text, for searching and for checks.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(_, text)| &**text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_language_falls_back() {
        let pair = |code: &str, text: &str| (SafeText::line(code), SafeText::line(text));
        let both = Localized::new(vec![pair("en", "down"), pair("bn", "অচল")]);
        assert_eq!(both.get(Lang::Bn), "অচল");
        let one = Localized::new(vec![pair("bn", "অচল")]);
        assert_eq!(one.get(Lang::En), "অচল");
        assert_eq!(Localized::default().get(Lang::En), "");
        assert_eq!(Localized::plain(SafeText::line("x")).get(Lang::Bn), "x");
    }
}
