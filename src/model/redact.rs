//! What others may not read, taken out of an incident before anything is made of it.

mod prose;

use super::{Event, Incident, Localized, ServiceId, Status};
use crate::text::{Cover, SafeText, covered};

impl Incident {
    /// Without the private events, and how many those were. What they set is gone with them: the
    /// statuses, the readings, and the milestones and services that nothing else tells.
    #[must_use]
    pub fn without_private(mut self) -> (Self, usize) {
        let all = self.events.len();
        self.events = self.events.only(|head| !head.private);
        self.milestones = self.milestones.without_private();
        let left_out = all - self.events.len();
        if left_out > 0 {
            self.forget_unnamed();
        }
        (self, left_out)
    }

    /// Takes out the services that only events named, none of which is left.
    fn forget_unnamed(&mut self) {
        let mut told: Vec<bool> = self.services.iter().map(|service| !service.unlisted).collect();
        for id in self.events.heads().flat_map(|head| head.services()) {
            told[id.0] = true;
        }
        if !told.contains(&false) {
            return;
        }
        let mut places = Vec::new();
        let mut next = 0;
        for told in &told {
            places.push(told.then_some(ServiceId(next)));
            next += usize::from(*told);
        }
        let mut left = told.iter();
        self.services.retain(|_| left.next().is_some_and(|told| *told));
        let moved = |id: ServiceId| places[id.0];
        let all = |ids: &mut Vec<ServiceId>| *ids = ids.drain(..).filter_map(moved).collect();
        let pairs = |pairs: &mut Vec<(ServiceId, Status)>| {
            *pairs =
                pairs.drain(..).filter_map(|(id, status)| Some((moved(id)?, status))).collect();
        };
        self.expect.iter_mut().for_each(|expectation| pairs(&mut expectation.status));
        let mut events: Vec<Event> = std::mem::take(&mut self.events).into();
        for event in &mut events {
            pairs(&mut event.status);
            all(&mut event.inferred);
            all(&mut event.services);
        }
        self.events = events.into();
    }

    /// With every text covered in which one of the patterns stands, and which of them stands anywhere.
    #[must_use]
    pub fn redacted(mut self, covers: &[Cover]) -> (Self, Vec<bool>) {
        if covers.is_empty() {
            return (self, Vec::new());
        }
        let mut pen = Pen { covers, found: vec![false; covers.len()] };
        for text in [&mut self.title, &mut self.summary, &mut self.cause] {
            pen.localized(text);
        }
        self.id.iter_mut().for_each(|id| pen.text(id));
        for link in &mut self.links {
            pen.localized(&mut link.title);
            pen.text(&mut link.url);
        }
        for service in &mut self.services {
            pen.text(&mut service.id);
            pen.localized(&mut service.name);
            pen.localized(&mut service.group);
        }
        for action in &mut self.actions {
            pen.localized(&mut action.task);
            let words = [&mut action.owner, &mut action.due, &mut action.priority];
            words.into_iter().flatten().for_each(|text| pen.text(text));
        }
        let mut events: Vec<Event> = self.events.into();
        for event in &mut events {
            pen.event(event);
        }
        self.events = events.into();
        (self, pen.found)
    }
}

struct Pen<'a> {
    covers: &'a [Cover],
    /// Which of them stood in a text.
    found: Vec<bool>,
}

impl Pen<'_> {
    /// What stands in the text, and what a reader sees of it where it is Markdown.
    fn text(&mut self, text: &mut SafeText) {
        let mut parts = Vec::new();
        for (cover, found) in self.covers.iter().zip(&mut self.found) {
            let mut hits = cover.hits(text);
            hits.extend(prose::parts(text, cover));
            *found |= !hits.is_empty();
            parts.append(&mut hits);
        }
        if !parts.is_empty() {
            *text = SafeText::block(&covered(text, parts));
        }
    }

    fn localized(&mut self, text: &mut Localized) {
        text.texts_mut().for_each(|text| self.text(text));
    }

    fn event(&mut self, event: &mut Event) {
        self.localized(&mut event.title);
        self.localized(&mut event.body);
        event.author.iter_mut().for_each(|author| self.text(author));
        event.tags.iter_mut().for_each(|tag| self.text(tag));
        for source in &mut event.sources {
            self.text(&mut source.name);
            source.url.iter_mut().for_each(|url| self.text(url));
        }
    }
}
