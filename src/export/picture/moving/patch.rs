//! What a frame changes.

/// A pixel: red, green, blue, and how much of it covers what is behind, none of it multiplied in.
pub(super) type Pixel = [u8; 4];

/// A rectangle of whole pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Place {
    pub(super) left: u32,
    pub(super) top: u32,
    pub(super) width: u32,
    pub(super) height: u32,
}

/// Neighbouring pixels of one row that are not what they were.
#[derive(Debug, Clone, Copy)]
struct Stretch {
    x: u32,
    y: u32,
    length: u32,
}

/// The pixels that are not what they were, and how long they stay.
#[derive(Debug, Clone, Default)]
pub(super) struct Patch {
    pub(super) millis: u32,
    stretches: Vec<Stretch>,
    pixels: Vec<Pixel>,
}

impl Patch {
    pub(super) fn is_empty(&self) -> bool {
        self.stretches.is_empty()
    }

    /// Adds what is new of a row, from left to right. Both are as long as the row.
    pub(super) fn row(&mut self, y: u32, before: &[Pixel], now: &[Pixel]) {
        let mut x = 0;
        while x < now.len() {
            let Some(from) = (x..now.len()).find(|x| before.get(*x) != now.get(*x)) else { return };
            let same = (from..now.len()).find(|x| before.get(*x) == now.get(*x));
            x = same.unwrap_or(now.len());
            self.stretches.push(Stretch { x: from as u32, y, length: (x - from) as u32 });
            self.pixels.extend_from_slice(&now[from..x]);
        }
    }

    /// The smallest rectangle around all that changes.
    pub(super) fn place(&self) -> Place {
        let mut list = self.stretches.iter();
        let Some(first) = list.next() else { return Place::default() };
        let (mut left, mut right) = (first.x, first.x + first.length);
        let (top, mut bottom) = (first.y, first.y + 1);
        for stretch in list {
            left = left.min(stretch.x);
            right = right.max(stretch.x + stretch.length);
            bottom = stretch.y + 1;
        }
        Place { left, top, width: right - left, height: bottom - top }
    }

    /// The pixels that change, in the order of the page.
    pub(super) fn pixels(&self) -> &[Pixel] {
        &self.pixels
    }

    /// The rectangle of [`Self::place`], each pixel as `tell` has it, and `same` where nothing
    /// changes.
    pub(super) fn filled<T: Copy>(&self, same: T, mut tell: impl FnMut(Pixel) -> T) -> Vec<T> {
        let place = self.place();
        let width = place.width as usize;
        let mut all = vec![same; width * place.height as usize];
        let mut pixels = self.pixels.iter();
        for stretch in &self.stretches {
            let at = (stretch.y - place.top) as usize * width + (stretch.x - place.left) as usize;
            let told = &mut all[at..at + stretch.length as usize];
            told.iter_mut().zip(&mut pixels).for_each(|(told, pixel)| *told = tell(*pixel));
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_new_is_kept() {
        let of = |row: &str| -> Vec<Pixel> { row.bytes().map(|b| [b, b, b, 255]).collect() };
        let mut patch = Patch::default();
        for (y, (before, now)) in
            [("aaaaa", "aaaaa"), ("aaaaa", "abbac"), ("aaaaa", "caaaa")].into_iter().enumerate()
        {
            patch.row(y as u32 + 7, &of(before), &of(now));
        }
        assert_eq!(patch.place(), Place { left: 0, top: 8, width: 5, height: 2 });
        let told = patch.filled('.', |pixel| char::from(pixel[0]));
        assert_eq!(told.into_iter().collect::<String>(), ".bb.cc....");
        assert_eq!(patch.pixels().len(), 4);
    }
}
