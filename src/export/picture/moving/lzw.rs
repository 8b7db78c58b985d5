//! The packing of a GIF's pixels, for pictures that lie on others.
//!
//! A pixel that is what it was before may be written as its colour or as see-through. Of all the
//! ways to write a stretch the longest that is already known is taken, so that letters look to the
//! packer as they did elsewhere, whatever lay below them.

/// The most codes; a code has at most twelve bits.
const MOST: usize = 1 << 12;
/// So many ways to write a stretch are followed at a time.
const WAYS: usize = 12;

/// What a pixel may be written as: its colour, or also 0 where that changes nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Choice {
    pub(super) color: u8,
    pub(super) free: bool,
}

impl Choice {
    fn has_other(self) -> bool {
        self.free && self.color != 0
    }

    fn all(self) -> impl Iterator<Item = usize> {
        let other = self.has_other().then_some(0);
        [usize::from(self.color)].into_iter().chain(other)
    }
}

/// The size of a colour in bits, and the packed pixels. There are at most `colors` colours.
pub(super) fn pack(pixels: &[Choice], colors: usize) -> Vec<u8> {
    let bits = colors.next_power_of_two().ilog2().clamp(2, 8);
    let mut packer = Packer::new(bits);
    packer.write(packer.clear);
    let mut rest = pixels;
    let mut before = None;
    while !rest.is_empty() {
        let (code, length) = packer.follow(before, rest);
        rest = &rest[length..];
        packer.write(code);
        before = packer.grow().then_some(code);
    }
    packer.write(packer.clear + 1);
    packer.finish()
}

struct Packer {
    bits: u32,
    clear: usize,
    /// For each code and colour, the code of both together, or 0.
    longer: Vec<u16>,
    /// The places of `longer` that are in use.
    known: Vec<usize>,
    next: usize,
    width: u32,
    out: Vec<u8>,
    /// Bits that do not fill a byte yet.
    open: u32,
    opened: u32,
    ways: [Vec<usize>; 2],
}

impl Packer {
    fn new(bits: u32) -> Self {
        let clear = 1 << bits;
        Self {
            bits,
            clear,
            longer: vec![0; MOST << bits],
            known: Vec::new(),
            next: clear + 2,
            width: bits + 1,
            out: vec![bits as u8],
            open: 0,
            opened: 0,
            ways: [Vec::new(), Vec::new()],
        }
    }

    /// The code and the length of the longest stretch that the pixels may begin with. What was
    /// written before them is known from now on together with the first colour of theirs.
    fn follow(&mut self, before: Option<usize>, pixels: &[Choice]) -> (usize, usize) {
        let newest = (self.next - 1) as u16;
        let mut best = (0, 0, None);
        for color in pixels[0].all() {
            let place = before.map(|code| (code << self.bits) + color);
            let old = place.map(|place| std::mem::replace(&mut self.longer[place], newest));
            let (code, length) = self.longest(color, pixels);
            if let (Some(place), Some(old)) = (place, old) {
                self.longer[place] = old;
            }
            if length > best.1 {
                best = (code, length, place);
            }
        }
        if let Some(place) = best.2 {
            self.longer[place] = newest;
            self.known.push(place);
        }
        (best.0, best.1)
    }

    /// The same with the first colour given.
    fn longest(&mut self, color: usize, pixels: &[Choice]) -> (usize, usize) {
        let [mut ways, mut longer] = std::mem::take(&mut self.ways);
        ways.clear();
        ways.push(color);
        let mut length = 1;
        for pixel in &pixels[1..] {
            // Most pixels are blank, and there is one way to write them.
            if let ([code], false) = (&mut ways[..], pixel.has_other()) {
                let next = self.longer[(*code << self.bits) + usize::from(pixel.color)];
                if next == 0 {
                    break;
                }
                *code = next.into();
                length += 1;
                continue;
            }
            longer.clear();
            for code in ways.iter().take(WAYS) {
                let known = pixel.all().map(|color| self.longer[(code << self.bits) + color]);
                longer.extend(known.filter(|code| *code != 0).map(usize::from));
            }
            if longer.is_empty() {
                break;
            }
            std::mem::swap(&mut ways, &mut longer);
            length += 1;
        }
        let code = ways[0];
        self.ways = [ways, longer];
        (code, length)
    }

    /// Makes room for one more code. When all are used, all are forgotten.
    fn grow(&mut self) -> bool {
        if self.next == MOST {
            self.write(self.clear);
            self.known.drain(..).for_each(|place| self.longer[place] = 0);
            (self.next, self.width) = (self.clear + 2, self.bits + 1);
            return false;
        }
        if self.next == 1 << self.width && self.width < 12 {
            self.width += 1;
        }
        self.next += 1;
        true
    }

    fn write(&mut self, code: usize) {
        self.open |= (code as u32) << self.opened;
        self.opened += self.width;
        while self.opened >= 8 {
            self.out.push(self.open as u8);
            self.open >>= 8;
            self.opened -= 8;
        }
    }

    fn finish(mut self) -> Vec<u8> {
        if self.opened > 0 {
            self.out.push(self.open as u8);
        }
        self.out
    }
}
