//! What the parser stumbles over, in words of our own.

use serde_saphyr::granit_parser::{ErrorKind as E, ScanError};

use super::{Code, Diagnostic, Fatal, Phrase, Span, too_deep};
use crate::text::Msg;

/// The parser's error as a fault of the file. Inside an open bracket the parser stumbles late,
/// often on the next line, so the bracket is the place and what follows is where it showed.
pub(super) fn fault(error: &ScanError, text: &str, open_bracket: Option<Span>) -> Fatal {
    let place = place(error, text);
    if matches!(error.kind(), E::RecursionLimitExceeded) {
        return too_deep(place);
    }
    if let Some(bracket) = open_bracket.filter(|_| breaks_bracket(error.kind())) {
        return Diagnostic::at(Code::Syntax, bracket, Msg::SyntaxOpen)
            .beside(place, Msg::SyntaxOpenSeen)
            .into();
    }
    let (message, advice) = words(error.kind());
    let fault = Diagnostic::at(Code::Syntax, place, message);
    match advice {
        Some(advice) => fault.help(advice).into(),
        None => fault.into(),
    }
}

fn breaks_bracket(kind: &E) -> bool {
    matches!(
        kind,
        E::UnclosedFlowCollection { .. }
            | E::UnexpectedEofFlowSequence
            | E::UnexpectedEofFlowMapping
            | E::UnexpectedEofImplicitFlowMapping
            | E::ExpectedFlowMappingSeparator
            | E::ExpectedFlowSequenceSeparator
            | E::BlockEntryInFlowCollection
            | E::InvalidColonPlacement
            | E::MappingValueNotAllowed
    )
}

/// The character at the error's place. An error after the end is shown at the end of the last
/// line that says something, and one about a tab at the tab.
fn place(error: &ScanError, text: &str) -> Span {
    let at = error.marker().byte_offset().unwrap_or_default().min(text.len());
    let mut rest = text.get(at..).unwrap_or_default();
    if rest.trim().is_empty() {
        let end = text.trim_end().len();
        return Span::new(end, end);
    }
    if is_about_tabs(error.kind()) {
        rest = rest.find('\t').map_or(rest, |tab| &rest[tab..]);
    }
    let start = text.len() - rest.len();
    let width = rest.chars().next().map_or(0, char::len_utf8);
    Span::new(start, start + width)
}

fn is_about_tabs(kind: &E) -> bool {
    matches!(
        kind,
        E::TabNotAllowed
            | E::TabInBlockIndentation
            | E::TabInIndentation
            | E::TabAtBlockScalarStart
            | E::TabInPlainScalar
    )
}

/// What is wrong and what to do about it.
fn words(kind: &E) -> (Phrase, Option<Msg>) {
    let (message, advice) = match kind {
        kind if is_about_tabs(kind) => (Msg::SyntaxTab, Some(Msg::SyntaxTabHelp)),
        E::MappingValueNotAllowed | E::InvalidColonPlacement => {
            (Msg::SyntaxColon, Some(Msg::SyntaxColonHelp))
        }
        E::SimpleKeyExpected | E::InvalidSimpleKey => (Msg::SyntaxKey, Some(Msg::SyntaxKeyHelp)),
        E::ExpectedBlockMappingKey
        | E::ExpectedBlockSequenceEntry
        | E::InvalidIndentation
        | E::InvalidBlockScalarIndent
        | E::InvalidQuotedScalarIndent
        | E::InvalidFlowScalarIndent
        | E::BlockSequenceEntryNotAllowed
        | E::MappingKeyNotAllowed => (Msg::SyntaxIndent, Some(Msg::SyntaxIndentHelp)),
        E::UnclosedQuotedScalar | E::DocumentIndicatorInQuotedScalar => (Msg::SyntaxQuote, None),
        E::InvalidTrailingSingleQuotedScalar | E::InvalidTrailingDoubleQuotedScalar => {
            (Msg::SyntaxAfterQuote, Some(Msg::SyntaxAfterQuoteHelp))
        }
        E::UnknownQuotedScalarEscape
        | E::InvalidQuotedScalarHexEscape
        | E::InvalidLowSurrogateHexEscape
        | E::InvalidLowSurrogate
        | E::MissingLowSurrogate
        | E::UnpairedLowSurrogate
        | E::InvalidUnicodeEscape => (Msg::SyntaxEscape, Some(Msg::SyntaxEscapeHelp)),
        E::MisplacedFlowCollectionEnd | E::MismatchedFlowCollectionEnd { .. } => {
            (Msg::SyntaxBracket, None)
        }
        E::UnknownAnchor => (Msg::SyntaxAnchor, None),
        E::UnexpectedCharacter { character } => {
            let phrase = Phrase::from(Msg::SyntaxCharacter).quote(&character.to_string());
            return (phrase, Some(Msg::SyntaxCharacterHelp));
        }
        kind if breaks_bracket(kind) => (Msg::SyntaxOpen, None),
        _ => (Msg::SyntaxOther, None),
    };
    (message.into(), advice)
}
