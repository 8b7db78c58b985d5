//! What stands around the events: links, sources, actions and expectations.

use super::{Reader, scalar::PHASE};
use crate::{
    load::{
        code::Code,
        diagnostic::{Diagnostic, Phrase},
        grammar::{ACTION, EXPECTATION, LINK, SOURCE},
        places::ExpectPlace,
        tree::Node,
    },
    model::{Action, Expectation, Link, Localized, Source},
    text::{Msg, SafeText},
};

/// The schemes that are ever opened or written into a report.
const SCHEMES: [&str; 3] = ["http://", "https://", "mailto:"];

impl Reader {
    pub(super) fn links(&mut self, node: Node<'_>) -> Vec<Link> {
        self.list(node).into_iter().filter_map(|item| self.link(item)).collect()
    }

    /// A link whose address is not one of ours is left out.
    fn link(&mut self, item: Node<'_>) -> Option<Link> {
        let mut fields = self.fields(item, &LINK)?;
        let title = fields.take("title").map(|title| self.text(&title));
        let url = fields.take("url").and_then(|url| self.url(&url))?;
        Some(Link { title: title.unwrap_or_else(|| Localized::plain(url.clone())), url })
    }

    pub(super) fn sources(&mut self, node: Node<'_>) -> Vec<Source> {
        self.list(node).into_iter().filter_map(|item| self.source(item)).collect()
    }

    /// A plain text is the name of a source, or its address if it looks like one.
    fn source(&mut self, item: Node<'_>) -> Option<Source> {
        let mut fields = self.fields(item, &SOURCE)?;
        let name = fields.take("name").and_then(|name| self.line(&name));
        let url = fields.take("url").and_then(|url| self.url(&url));
        let named_by_address = name.clone().filter(|name| url.is_none() && is_address(name));
        let url = url.or(named_by_address);
        Some(Source { name: name.or_else(|| url.clone()).unwrap_or_default(), url })
    }

    fn url(&mut self, node: &Node<'_>) -> Option<SafeText> {
        let url = self.line(node)?;
        if !is_address(&url) {
            let message = Phrase::from(Msg::FaultBadUrl).quote(&url);
            let fault = Diagnostic::at(Code::BadUrl, node.span, message);
            self.faults.push(fault.expected(Msg::FaultUrlForms));
            return None;
        }
        Some(url)
    }

    pub(super) fn actions(&mut self, node: Node<'_>) -> Vec<Action> {
        self.list(node).into_iter().filter_map(|item| self.action(item)).collect()
    }

    fn action(&mut self, item: Node<'_>) -> Option<Action> {
        let mut fields = self.fields(item, &ACTION)?;
        Some(Action {
            task: fields.take("task").map(|task| self.title(&task)).unwrap_or_default(),
            owner: fields.take("owner").and_then(|owner| self.line(&owner)),
            due: fields.take("due").and_then(|due| self.line(&due)),
            done: fields.take("done").and_then(|done| self.switch(&done)).unwrap_or_default(),
            priority: fields.take("priority").and_then(|priority| self.line(&priority)),
        })
    }

    pub(super) fn expectations(&mut self, node: Node<'_>) -> Vec<Expectation> {
        self.list(node).into_iter().filter_map(|item| self.expectation(item)).collect()
    }

    fn expectation(&mut self, item: Node<'_>) -> Option<Expectation> {
        let mut fields = self.fields(item, &EXPECTATION)?;
        let at = fields.take("at");
        let mut place = ExpectPlace::at(at.as_ref().map_or(fields.span, |at| at.span));
        let at = at.and_then(|at| self.stamp(&at)).unwrap_or_default();
        let phase = fields.take("phase");
        place.phase = phase.as_ref().map(|phase| phase.span);
        let phase = phase.and_then(|phase| self.choice(&phase, &PHASE));
        let statuses = fields.take("status").map(|node| self.statuses(&node)).unwrap_or_default();
        let (status, spans) = statuses.into_iter().unzip();
        place.status = spans;
        self.places.expect.push(place);
        Some(Expectation { at, phase, status })
    }
}

/// Whether it is an address that is opened.
pub(crate) fn is_address(text: &str) -> bool {
    let blank = text.contains(char::is_whitespace);
    !blank
        && SCHEMES.iter().any(|scheme| {
            text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
                && text.len() > scheme.len()
        })
}
