//! What a frame changes.

/// A pixel: red, green, blue, and how much of it covers what is behind, none of it multiplied in.
pub(super) type Pixel = [u8; 4];

/// What a pixel was and is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Change {
    pub(super) before: Pixel,
    pub(super) now: Pixel,
}

/// A rectangle of whole pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Place {
    pub(super) left: u32,
    pub(super) top: u32,
    pub(super) width: u32,
    pub(super) height: u32,
}

/// Neighbouring pixels of one row.
#[derive(Debug, Clone, Copy)]
struct Stretch {
    x: u32,
    y: u32,
    length: u32,
}

/// The pixels that are not what they were, those between them, and how long they stay.
#[derive(Debug, Clone, Default)]
pub(super) struct Patch {
    pub(super) millis: u32,
    stretches: Vec<Stretch>,
    pixels: Vec<Change>,
}

impl Patch {
    pub(super) fn is_empty(&self) -> bool {
        self.stretches.is_empty()
    }

    /// Adds a stretch of a row, further down or to the right than all before it.
    pub(super) fn push(&mut self, x: u32, y: u32, pixels: impl Iterator<Item = Change>) {
        let all = self.pixels.len();
        self.pixels.extend(pixels);
        self.stretches.push(Stretch { x, y, length: (self.pixels.len() - all) as u32 });
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

    /// The pixels, in the order of the page.
    pub(super) fn pixels(&self) -> &[Change] {
        &self.pixels
    }

    /// The rectangle of [`Self::place`], each pixel as `tell` has it, and `same` where nothing
    /// changes.
    pub(super) fn filled<T: Copy>(&self, same: T, mut tell: impl FnMut(Change) -> T) -> Vec<T> {
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
    fn the_rectangle_is_around_all_stretches() {
        let of =
            |row: &'static str| row.bytes().map(|b| Change { before: [0; 4], now: [b, b, b, 255] });
        let mut patch = Patch::default();
        assert!(patch.is_empty());
        patch.push(3, 8, of("ab"));
        patch.push(2, 9, of("c"));
        patch.push(4, 9, of("de"));
        assert_eq!(patch.place(), Place { left: 2, top: 8, width: 4, height: 2 });
        let told = patch.filled('.', |pixel| char::from(pixel.now[0]));
        assert_eq!(told.into_iter().collect::<String>(), ".ab.c.de");
        assert_eq!(patch.pixels().len(), 5);
    }
}
