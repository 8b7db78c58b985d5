//! Which columns of some rows may look different from one frame to the next.

use ratatui::buffer::Buffer;

use super::super::grid::{CELL, PADDING};
use super::super::list::{Drawing, Item};

/// Where an item may leave ink.
#[derive(Debug, Clone, Copy)]
pub(super) struct Extent {
    pub(super) left: f32,
    pub(super) right: f32,
    pub(super) top: f32,
    pub(super) bottom: f32,
}

impl Extent {
    pub(super) fn of(item: &Item) -> Self {
        match item {
            Item::Rect(area, _) => {
                let (right, bottom) = (area.x + area.width, area.y + area.height);
                Self { left: area.x, right, top: area.y, bottom }
            }
            Item::Shape(path, ..) => {
                let bounds = path.bounds();
                let (left, right) = (bounds.left() - 1.0, bounds.right() + 1.0);
                Self { left, right, top: bounds.top() - 1.0, bottom: bounds.bottom() + 1.0 }
            }
            // Letters reach a little out of their cells.
            Item::Text(text) => Self {
                left: text.x - CELL.0,
                right: text.x + text.advance * text.squeeze + CELL.0,
                top: text.baseline - 2.0 * CELL.1,
                bottom: text.baseline + CELL.1,
            },
        }
    }
}

/// Where texts are.
pub(super) fn texts(drawing: &Drawing) -> Vec<Extent> {
    let is_text = |item: &&Item| matches!(item, Item::Text(_));
    drawing.items.iter().filter(is_text).map(Extent::of).collect()
}

/// For each column whether it is drawn again.
#[derive(Debug)]
pub(super) struct Columns(Vec<bool>);

impl Columns {
    /// The columns with a cell that changed in one of the rows, and some beside them: what stands
    /// next to a phrase has a say in how it is set.
    pub(super) fn of(before: &Buffer, now: &Buffer, (first, end): (u16, u16)) -> Self {
        let width = usize::from(now.area.width);
        let mut changed = vec![false; width];
        for row in usize::from(first)..usize::from(end) {
            let cells = row * width..(row + 1) * width;
            let pairs = before.content[cells.clone()].iter().zip(&now.content[cells]);
            for (x, _) in pairs.enumerate().filter(|(_, (before, now))| before != now) {
                changed[x.saturating_sub(BESIDE)..(x + BESIDE + 1).min(width)].fill(true);
            }
        }
        Self(changed)
    }

    /// The whole of each text that they meet: a phrase is set as one.
    pub(super) fn add<'t>(&mut self, texts: impl Iterator<Item = &'t Extent>) {
        let met: Vec<_> = texts.filter(|text| self.meet(**text)).map(|t| self.range(*t)).collect();
        for range in met {
            self.0[range].fill(true);
        }
    }

    pub(super) fn meet(&self, extent: Extent) -> bool {
        self.0[self.range(extent)].contains(&true)
    }

    /// What stands beside the cells goes with the nearest of them.
    pub(super) fn has(&self, column: usize) -> bool {
        self.0.get(column).or(self.0.last()).copied().unwrap_or_default()
    }

    fn range(&self, extent: Extent) -> std::ops::Range<usize> {
        let last = self.0.len().saturating_sub(1);
        let column = |x: f32| (((x - PADDING) / CELL.0).max(0.0) as usize).min(last);
        column(extent.left)..column(extent.right) + 1
    }
}

/// So many columns beside one that changed are drawn again.
const BESIDE: usize = 3;
