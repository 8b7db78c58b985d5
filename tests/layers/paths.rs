//! The paths that a source file names, in code; comments and strings say nothing.

use proc_macro2::{Delimiter, Group, Spacing, TokenStream, TokenTree};

/// `a::b::c`, from an import or anywhere else; `use a::{b, c}` is two.
#[derive(Debug)]
pub struct Path {
    pub parts: Vec<String>,
    pub line: usize,
    /// How many modules of the same file it stands in.
    pub inside: usize,
}

/// All of them, in order.
pub fn paths(source: &str) -> Vec<Path> {
    let tokens: TokenStream = source.parse().expect("a file of Rust");
    let mut walk = Walk { inside: 0, found: Vec::new() };
    walk.stream(tokens, &[]);
    walk.found
}

struct Walk {
    inside: usize,
    found: Vec<Path>,
}

impl Walk {
    /// Everything in a group; each path in it begins with `prefix`.
    fn stream(&mut self, tokens: TokenStream, prefix: &[String]) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut rest = tokens.as_slice();
        while let [token, after @ ..] = rest {
            rest = match (token, after) {
                (
                    TokenTree::Ident(word),
                    [TokenTree::Ident(_), TokenTree::Group(body), after @ ..],
                ) if word == "mod" => {
                    self.inside += 1;
                    self.stream(body.stream(), &[]);
                    self.inside -= 1;
                    after
                }
                (TokenTree::Ident(first), _) => {
                    let parts = [prefix, &[first.to_string()]].concat();
                    self.path(parts, first.span().start().line, after)
                }
                (TokenTree::Group(group), _) => {
                    self.stream(group.stream(), &[]);
                    after
                }
                (TokenTree::Punct(_) | TokenTree::Literal(_), _) => after,
            };
        }
    }

    /// The path that begins with `parts` and goes on in `rest`; what follows it is returned.
    fn path<'a>(
        &mut self,
        mut parts: Vec<String>,
        line: usize,
        mut rest: &'a [TokenTree],
    ) -> &'a [TokenTree] {
        while let Some((next, after)) = after_colons(rest) {
            rest = after;
            match next {
                TokenTree::Ident(part) => parts.push(part.to_string()),
                TokenTree::Group(group) if is_names(group) => {
                    self.stream(group.stream(), &parts);
                    return rest;
                }
                _ => break,
            }
        }
        self.found.push(Path { parts, line, inside: self.inside });
        rest
    }
}

/// What stands behind a `::`, and the rest.
fn after_colons(tokens: &[TokenTree]) -> Option<(&TokenTree, &[TokenTree])> {
    let [TokenTree::Punct(first), TokenTree::Punct(second), next, rest @ ..] = tokens else {
        return None;
    };
    let colons = first.as_char() == ':' && second.as_char() == ':';
    (colons && first.spacing() == Spacing::Joint).then_some((next, rest))
}

fn is_names(group: &Group) -> bool {
    group.delimiter() == Delimiter::Brace
}

#[test]
fn imports_are_unfolded() {
    let source = "use a::{b::{self, c}, d as e};\nmod m { fn f(x: y) -> g::H { i::<j::K>() } }";
    let found: Vec<(String, usize, usize)> =
        paths(source).iter().map(|path| (path.parts.join("::"), path.line, path.inside)).collect();
    for (path, line, inside) in [
        ("a::b::self", 1, 0),
        ("a::b::c", 1, 0),
        ("a::d", 1, 0),
        ("y", 2, 1),
        ("g::H", 2, 1),
        ("j::K", 2, 1),
    ] {
        assert!(found.contains(&(path.to_owned(), line, inside)), "{path} in {found:?}");
    }
}
