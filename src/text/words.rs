//! Every word of the interface, in every language.
//!
//! One table: a message without its Bengali does not compile. Whole phrases with numbered slots
//! (`{0}`), never glued words, so that each language keeps its own order.

/// A language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Lang {
    #[default]
    En,
    Bn,
}

impl Lang {
    pub const ALL: [Self; 2] = [Self::En, Self::Bn];

    /// The code in files and on the command line.
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Bn => "bn",
        }
    }

    /// From its code.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.code() == code)
    }

    /// The other one, for the key that switches.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::En => Self::Bn,
            Self::Bn => Self::En,
        }
    }
}

macro_rules! messages {
    ($($name:ident: $en:literal, $bn:literal;)*) => {
        /// One message of the interface.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Msg { $($name),* }

        impl Msg {
            /// All of them, for tests.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// The message in `lang`, its slots still open.
            pub fn text(self, lang: Lang) -> &'static str {
                match (self, lang) {
                    $((Self::$name, Lang::En) => $en, (Self::$name, Lang::Bn) => $bn,)*
                }
            }
        }
    };
}

include!("words/usage.rs");
include!("words/faults.rs");
include!("words/table.rs");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_have_the_same_slots() {
        for msg in Msg::ALL {
            for slot in ["{0}", "{1}", "{2}", "{3}"] {
                assert_eq!(
                    msg.text(Lang::En).contains(slot),
                    msg.text(Lang::Bn).contains(slot),
                    "{msg:?} {slot}"
                );
            }
        }
    }

    #[test]
    fn the_texts_are_safe_and_the_bengali_is_bengali() {
        for msg in Msg::ALL {
            for lang in Lang::ALL {
                let text = msg.text(lang);
                assert_eq!(
                    &*crate::text::SafeText::block(text),
                    text,
                    "{msg:?} is not NFC or not safe"
                );
            }
        }
    }
}
