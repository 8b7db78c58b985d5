//! What the parser stumbles over, in words of our own.

use serde_saphyr::granit_parser::{ErrorKind as E, ScanError};

use super::{Code, Diagnostic, Fatal, Phrase, Span, too_deep};
use crate::text::Msg;

/// The parser's error as a fault of the file.
pub(super) fn fault(error: &ScanError, text: &str) -> Fatal {
    let span = place(error, text);
    if matches!(error.kind(), E::RecursionLimitExceeded) {
        return too_deep(span);
    }
    let (message, advice) = words(error.kind());
    let fault = Diagnostic::at(Code::Syntax, span, message);
    match advice {
        Some(advice) => fault.help(advice).into(),
        None => fault.into(),
    }
}

/// The character at the error's place. An error after the end is shown at the end of the last
/// line that says something.
fn place(error: &ScanError, text: &str) -> Span {
    let at = error.marker().byte_offset().unwrap_or_default().min(text.len());
    let rest = text.get(at..).unwrap_or_default();
    if rest.trim().is_empty() {
        let end = text.trim_end().len();
        return Span::new(end, end);
    }
    let width = rest.chars().next().map_or(0, char::len_utf8);
    Span::new(at, at + width)
}

/// What is wrong and what to do about it.
fn words(kind: &E) -> (Phrase, Option<Msg>) {
    let (message, advice) = match kind {
        E::TabNotAllowed
        | E::TabInBlockIndentation
        | E::TabInIndentation
        | E::TabAtBlockScalarStart
        | E::TabInPlainScalar => (Msg::SyntaxTab, Some(Msg::SyntaxTabHelp)),
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
        E::UnclosedFlowCollection { .. }
        | E::UnexpectedEofFlowSequence
        | E::UnexpectedEofFlowMapping
        | E::UnexpectedEofImplicitFlowMapping
        | E::ExpectedFlowMappingSeparator
        | E::ExpectedFlowSequenceSeparator => (Msg::SyntaxOpen, Some(Msg::SyntaxOpenHelp)),
        E::MisplacedFlowCollectionEnd | E::MismatchedFlowCollectionEnd { .. } => {
            (Msg::SyntaxBracket, None)
        }
        E::UnknownAnchor => (Msg::SyntaxAnchor, None),
        E::UnexpectedCharacter { character } => {
            let phrase = Phrase::from(Msg::SyntaxCharacter).quote(&character.to_string());
            return (phrase, Some(Msg::SyntaxCharacterHelp));
        }
        _ => (Msg::SyntaxOther, None),
    };
    (message.into(), advice)
}
