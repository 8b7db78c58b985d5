//! Rows that only moved: the terminal moves them itself, within a region of whole rows.

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::Modifier;

/// By how many rows at most; more would take longer to find than to write.
const MOST: i16 = 4;
/// The bytes that a region costs; less is not worth it.
const COST: i32 = 40;

/// The rows from `top` to before `bottom`, moved up by so many, or down where negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shift {
    pub top: u16,
    pub bottom: u16,
    pub by: i16,
}

impl Shift {
    /// Moves the rows; nothing is known of those that come in.
    pub(super) fn apply(self, shown: &mut Buffer) {
        let width = usize::from(shown.area.width);
        let rows = usize::from(self.top) * width..usize::from(self.bottom) * width;
        let rows = &mut shown.content[rows];
        let cells = usize::from(self.by.unsigned_abs()) * width;
        let come_in = if self.by > 0 {
            rows.rotate_left(cells);
            rows.len() - cells..rows.len()
        } else {
            rows.rotate_right(cells);
            0..cells
        };
        rows[come_in].iter_mut().for_each(forget);
    }
}

/// Makes a cell differ from all of ours, of which none is hidden.
pub(super) fn forget(cell: &mut Cell) {
    cell.reset();
    cell.modifier = Modifier::HIDDEN;
}

/// The shift after which the most of what comes stands there already, if that is worth it.
pub(super) fn found(shown: &Buffer, next: &Buffer) -> Option<Shift> {
    let width = usize::from(next.area.width).max(1);
    let [shown, next] =
        [shown, next].map(|buffer| buffer.content.chunks(width).collect::<Vec<_>>());
    let stay: Vec<i32> = next.iter().zip(&shown).map(|(a, b)| alike(a, b)).collect();
    let shifts = (-MOST..=MOST).filter(|by| *by != 0);
    let best = shifts.filter_map(|by| best_by(by, &shown, &next, &stay)).max_by_key(|best| best.0);
    best.filter(|(gain, _)| *gain > COST).map(|(_, shift)| shift)
}

/// How many bytes need not be written.
fn alike(one: &[Cell], other: &[Cell]) -> i32 {
    let same = one.iter().zip(other).filter(|(a, b)| a.symbol() != " " && a == b);
    same.map(|(cell, _)| cell.symbol().len() as i32).sum()
}

/// The region that gains most when moved up by so many rows.
fn best_by(by: i16, shown: &[&[Cell]], next: &[&[Cell]], stay: &[i32]) -> Option<(i32, Shift)> {
    let by_rows = usize::from(by.unsigned_abs());
    let mut best = None;
    let (mut sum, mut start) = (0, 0);
    for (y, row) in next.iter().enumerate() {
        let from = y.checked_add_signed(isize::from(by)).and_then(|from| shown.get(from));
        sum += from.map_or(i32::MIN / 2, |from| alike(row, from) - stay[y]);
        if sum <= 0 {
            (sum, start) = (0, y + 1);
            continue;
        }
        // The rows that come in are lost.
        let (top, bottom, come_in) = if by > 0 {
            (start, y + 1 + by_rows, y + 1..y + 1 + by_rows)
        } else {
            (start - by_rows, y + 1, start - by_rows..start)
        };
        let gain = sum - stay[come_in].iter().sum::<i32>();
        if best.is_none_or(|(most, _)| gain > most) {
            best = Some((gain, Shift { top: top as u16, bottom: bottom as u16, by }));
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::super::Manner;
    use super::*;
    use crate::runtime::bytes as frame;

    fn list(rows: &[usize]) -> Buffer {
        let row = |n: &usize| format!("{n} ").repeat(20);
        let top = "a title that stays where it is".to_owned();
        let lines = [top.clone()].into_iter().chain(rows.iter().map(row)).chain([top]);
        Buffer::with_lines(lines.map(|line| format!("{line:80}")))
    }

    #[test]
    fn a_list_that_moved_is_found_and_only_what_came_in_is_written() {
        let cases = [
            ([1, 2, 3, 4, 5], [2, 3, 4, 5, 6], 1, "\x1b[2;6r\x1b[S\x1b[r\x1b[6;1H"),
            ([3, 4, 5, 6, 7], [1, 2, 3, 4, 5], -2, "\x1b[2;6r\x1b[2T\x1b[r\x1b[2;1H"),
        ];
        for (before, after, by, begins) in cases {
            let (before, after) = (list(&before), list(&after));
            assert_eq!(found(&before, &after), Some(Shift { top: 1, bottom: 6, by }));
            let bytes = frame(&before, &after, Manner::default());
            assert!(bytes.starts_with(begins), "{bytes:?}");
            assert!(bytes.len() < 180, "{bytes:?}");
        }
    }

    #[test]
    fn what_stays_and_what_is_beside_a_list_weighs_against_it() {
        let still = list(&[1, 2, 3, 4, 5]);
        assert_eq!(found(&still, &still), None);
        assert_eq!(found(&still, &list(&[1, 2, 9, 4, 5])), None);
        let beside = |rows: &[usize]| {
            let mut buffer = list(rows);
            for y in 0..7 {
                let text = format!("{y}: {}", "a long text that stays beside it".repeat(2));
                buffer.set_string(10, y, text, ratatui::style::Style::new());
            }
            buffer
        };
        assert_eq!(found(&beside(&[1, 2, 3, 4, 5]), &beside(&[2, 3, 4, 5, 6])), None);
        let nothing = Buffer::empty(ratatui::layout::Rect::default());
        assert_eq!(found(&nothing, &nothing), None);
    }
}
