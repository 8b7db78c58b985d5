//! Which entry of one version is which of the other.
//!
//! Three rounds, each among what the rounds before left over: the same title at the same time; the
//! same title at any other time, the nearest first; a title that is like it within reach of its
//! time, the most alike first. Titles are the same when they are in one language. Of equal
//! candidates the earlier ones are taken, so that the same files always give the same pairs.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::{HashMap, VecDeque};

use strsim::sorensen_dice;

use super::Pair;
use crate::model::{Localized, Time};

/// When something stands in the order, and what it is called.
pub(super) type Item<'a> = (Time, Cow<'a, Localized>);

/// How alike titles must be, of 1,000: anywhere within reach, and at the very same time.
const ALIKE: u32 = 500;
const ALIKE_AT_ONCE: u32 = 250;
/// Seconds within which a reworded entry may have been moved too.
const REACH: i64 = 3_600;
/// So many candidates at each side are looked at; a file may hold a million entries of one title.
const NEIGHBOURS: usize = 32;
/// Characters of a title that are compared.
const LONGEST: usize = 200;

/// Every entry of both lists, once: pairs, what is gone, and what is new.
pub(super) fn pair(before: &[Item<'_>], after: &[Item<'_>]) -> Vec<Pair<usize>> {
    let mut found = Found { mates: vec![None; before.len()], taken: vec![false; after.len()] };
    found.same_title_and_time(before, after);
    found.same_title(before, after);
    found.like_title(before, after);
    let pairs = found.mates.iter().enumerate();
    let pairs = pairs.map(|(old, new)| Pair { before: Some(old), after: *new });
    let new = (0..after.len()).filter(|new| !found.taken[*new]);
    pairs.chain(new.map(|new| Pair { before: None, after: Some(new) })).collect()
}

struct Found {
    mates: Vec<Option<usize>>,
    taken: Vec<bool>,
}

impl Found {
    /// Takes candidates in their order; each entry but once.
    fn take<Rank: Ord>(&mut self, mut candidates: Vec<(Rank, usize, usize)>) {
        candidates.sort();
        for (_, old, new) in candidates {
            if self.mates[old].is_none() && !self.taken[new] {
                self.mates[old] = Some(new);
                self.taken[new] = true;
            }
        }
    }

    fn same_title_and_time(&mut self, before: &[Item<'_>], after: &[Item<'_>]) {
        let mut known: HashMap<(Time, &str, &str), VecDeque<usize>> = HashMap::new();
        for (new, (at, title)) in after.iter().enumerate() {
            for (code, text) in title.entries() {
                known.entry((*at, code, text)).or_default().push_back(new);
            }
        }
        for (old, (at, title)) in before.iter().enumerate() {
            for (code, text) in title.entries() {
                let Some(all) = known.get_mut(&(*at, code, text)) else { continue };
                while let Some(new) = all.pop_front() {
                    if !std::mem::replace(&mut self.taken[new], true) {
                        self.mates[old] = Some(new);
                        break;
                    }
                }
                if self.mates[old].is_some() {
                    break;
                }
            }
        }
    }

    fn same_title(&mut self, before: &[Item<'_>], after: &[Item<'_>]) {
        let mut titled: HashMap<(&str, &str), Vec<usize>> = HashMap::new();
        for (new, (_, title)) in after.iter().enumerate().filter(|(new, _)| !self.taken[*new]) {
            for key in title.entries() {
                titled.entry(key).or_default().push(new);
            }
        }
        // Within one title the entries stand in the order of time, as the lists do.
        let mut candidates = Vec::new();
        for (old, (at, title)) in before.iter().enumerate() {
            if self.mates[old].is_some() {
                continue;
            }
            for key in title.entries() {
                let Some(all) = titled.get(&key) else { continue };
                for &new in near(all, |new| after[*new].0 < *at) {
                    candidates.push((after[new].0.since(*at).abs(), old, new));
                }
            }
        }
        self.take(candidates);
    }

    fn like_title(&mut self, before: &[Item<'_>], after: &[Item<'_>]) {
        let left: Vec<usize> = (0..after.len()).filter(|new| !self.taken[*new]).collect();
        let mut candidates = Vec::new();
        for (old, (at, title)) in before.iter().enumerate() {
            if self.mates[old].is_some() {
                continue;
            }
            for &new in near(&left, |new| after[*new].0 < *at) {
                let distance = after[new].0.since(*at).abs();
                let alike = likeness(title, &after[new].1);
                let least = if distance == 0 { ALIKE_AT_ONCE } else { ALIKE };
                if distance <= REACH && alike >= least {
                    candidates.push(((Reverse(alike), distance), old, new));
                }
            }
        }
        self.take(candidates);
    }
}

/// The entries of a sorted list around the place before which `is_before` holds.
fn near(all: &[usize], is_before: impl Fn(&usize) -> bool) -> &[usize] {
    let place = all.partition_point(is_before);
    &all[place.saturating_sub(NEIGHBOURS)..(place + NEIGHBOURS).min(all.len())]
}

/// How alike two titles are in the language in which they are most alike, of 1,000.
fn likeness(one: &Localized, other: &Localized) -> u32 {
    let short = |text: &str| text.chars().take(LONGEST).collect::<String>().to_lowercase();
    let alike = one.entries().flat_map(|(code, text)| {
        let others = other.entries().filter(move |(other, _)| *other == code);
        others.map(move |(_, other)| sorensen_dice(&short(text), &short(other)))
    });
    (alike.fold(0.0, f64::max) * 1_000.0) as u32
}
