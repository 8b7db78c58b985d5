//! The help screen's list: the key table, narrowed by what was typed.

use super::{BINDINGS, Binding, Mode};
use crate::text::{Lang, Needle};

/// The bindings whose label (in any language) or key matches; those of the mode that was left for
/// the help stand first, then the others in their order. The list of incidents, the panels of one
/// and two side by side are never on the screen together, and know nothing of each other's keys.
pub fn entries(query: &str, from: Mode) -> Vec<&'static Binding> {
    let needle = Needle::new(query);
    let matches = |binding: &&Binding| {
        needle.as_ref().is_none_or(|needle| {
            Lang::ALL.iter().any(|lang| needle.is_in(binding.label.text(*lang)))
                || binding.all_keys().any(|key| key.to_string() == query.trim())
        })
    };
    let strange: &[Mode] = match from {
        Mode::Shelf => &[Mode::Walk, Mode::GoTo, Mode::Pair],
        Mode::Pair => &[Mode::Walk, Mode::Shelf],
        _ => &[Mode::Shelf, Mode::Pair],
    };
    let others = Mode::ALL.into_iter().filter(|mode| *mode != from && !strange.contains(mode));
    let mut found: Vec<&Binding> = std::iter::once(from)
        .chain(others)
        .flat_map(|mode| BINDINGS.iter().filter(move |binding| binding.mode == mode))
        .filter(matches)
        .collect();
    // Who types a key asks what that key does.
    found.sort_by_key(|binding| !binding.all_keys().any(|key| key.to_string() == query.trim()));
    found
}
