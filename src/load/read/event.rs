//! The events.

use super::{
    Reader,
    scalar::{BASIS, CONFIDENCE, KIND, MILESTONE, PRECISION},
};
use crate::{
    load::{
        code::Code,
        diagnostic::{Diagnostic, Span},
        grammar::{EVENT, READING},
        tree::{Node, Value},
    },
    model::{Basis, Event, Phase, Reading, ServiceId, Status, Time},
    text::{Msg, SafeText},
};

impl Reader {
    /// The list of events; there must be one at least.
    pub(super) fn events(&mut self, node: Node<'_>) -> Vec<Event> {
        let span = node.span;
        let is_list = matches!(node.value, Value::List(_));
        let items = self.list(node);
        if is_list && items.is_empty() {
            let fault = Diagnostic::at(Code::NoEvents, span, Msg::FaultNoEvents);
            self.faults.push(fault.expected(Msg::FaultNoEventsHelp));
        }
        let mut events = Vec::with_capacity(items.len());
        for item in items {
            if let Some((event, place)) = self.event(item) {
                events.push(event);
                self.places.events.push(place);
            }
        }
        events
    }

    /// An event, and where its time stands.
    pub(crate) fn event(&mut self, item: Node<'_>) -> Option<(Event, Span)> {
        let mut fields = self.fields(item, &EVENT)?;
        let at = fields.take("at");
        let place = at.as_ref().map_or(fields.span, |at| at.span);
        let at = at.and_then(|at| self.stamp(&at));
        let until = fields.take("until").and_then(|until| self.until(&until, at, place));
        let private = fields.take("private").and_then(|node| self.switch(&node));
        let private = private.unwrap_or_default();
        let phase = fields.take("phase").and_then(|phase| self.milestone(&phase, at, private));
        let mut take = |name| fields.take(name);
        let event = Event {
            at: at.unwrap_or_default(),
            precision: take("precision")
                .and_then(|node| self.choice(&node, &PRECISION))
                .unwrap_or_default(),
            until,
            kind: take("kind").and_then(|node| self.choice(&node, &KIND)).unwrap_or_default(),
            phase,
            title: take("title").map(|node| self.title(&node)).unwrap_or_default(),
            body: take("body").map(|node| self.prose(&node)).unwrap_or_default(),
            status: take("status").map(|node| self.changes(&node)).unwrap_or_default(),
            inferred: take("inferred").map(|node| self.touched(node)).unwrap_or_default(),
            services: take("services").map(|node| self.touched(node)).unwrap_or_default(),
            recovery: take("recovery").and_then(|node| self.reading(node)),
            confidence: take("confidence").and_then(|node| self.choice(&node, &CONFIDENCE)),
            sources: take("sources").map(|node| self.sources(node)).unwrap_or_default(),
            author: take("author").and_then(|node| self.line(&node)),
            tags: take("tags").map(|node| self.tags(node)).unwrap_or_default(),
            pinned: take("pinned").and_then(|node| self.switch(&node)).unwrap_or_default(),
            private,
        };
        Some((event, place))
    }

    /// The end of a span, which may not lie before its beginning.
    fn until(&mut self, node: &Node<'_>, at: Option<Time>, began: Span) -> Option<Time> {
        let until = self.stamp(node)?;
        if at.is_some_and(|at| until < at) {
            self.faults.push(
                Diagnostic::at(Code::EndBeforeStart, node.span, Msg::FaultEndBeforeStart)
                    .beside(began, Msg::FaultBeginsHere),
            );
        }
        Some(until)
    }

    /// The milestone that an event is. `milestones:` has been read by now and has the last word;
    /// of two events the first counts.
    fn milestone(&mut self, node: &Node<'_>, at: Option<Time>, private: bool) -> Option<Phase> {
        let phase = self.choice(node, &MILESTONE)?;
        if let Some(at) = at {
            self.places.milestones[phase as usize].get_or_insert(node.span);
            self.milestones.add(phase, at, private);
        }
        Some(phase)
    }

    fn changes(&mut self, node: &Node<'_>) -> Vec<(ServiceId, Status)> {
        self.statuses(node).into_iter().map(|(change, _)| change).collect()
    }

    fn touched(&mut self, node: Node<'_>) -> Vec<ServiceId> {
        self.words(node).iter().filter_map(|word| self.find(word)).collect()
    }

    fn tags(&mut self, node: Node<'_>) -> Vec<SafeText> {
        self.words(node).iter().filter_map(|word| self.line(word)).collect()
    }

    fn reading(&mut self, node: Node<'_>) -> Option<Reading> {
        let mut fields = self.fields(node, &READING)?;
        let percent = fields.take("percent").and_then(|node| {
            let percent = self.number(&node)?;
            if !(0.0..=100.0).contains(&percent) {
                let fault = Diagnostic::at(Code::Percent, node.span, Msg::FaultPercent);
                self.faults.push(fault.expected(Msg::FaultPercentRange));
            }
            Some(percent)
        });
        let basis = fields.take("basis").and_then(|node| self.choice(&node, &BASIS));
        Some(Reading { percent: percent?, basis: basis.unwrap_or(Basis::Estimate) })
    }
}
