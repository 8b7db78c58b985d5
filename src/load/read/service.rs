//! The services, and finding one by its id.

use std::{collections::HashMap, sync::Arc};

use super::{Reader, scalar::STATUS};
use crate::{
    load::{
        code::Code,
        diagnostic::{Diagnostic, Phrase, Span},
        grammar::SERVICE,
        tree::{Node, Value},
    },
    model::{Localized, Service, ServiceId, Status},
    text::{Msg, SafeText},
};

/// The services of the file while it is read.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Services {
    list: Vec<Service>,
    ids: HashMap<SafeText, usize>,
    /// Whether the file lists them; if not, the first use of an id makes it one.
    listed: bool,
}

impl Services {
    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    pub(super) fn all(&self) -> Vec<Service> {
        self.list.clone()
    }

    /// Those from a number on.
    pub(super) fn after(&self, number: usize) -> impl Iterator<Item = &Service> {
        self.list.iter().skip(number)
    }

    pub(super) fn find(&self, id: &str) -> Option<ServiceId> {
        self.ids.get(id).copied().map(ServiceId)
    }
}

impl Reader {
    /// The list of services at the head of the file.
    pub(super) fn services(&mut self, node: Node<'_>) {
        Arc::make_mut(&mut self.services).listed = true;
        for item in self.list(node) {
            self.service(item);
        }
    }

    fn service(&mut self, item: Node<'_>) {
        let Some(mut fields) = self.fields(item, &SERVICE) else { return };
        let id = fields.take("id");
        let span = id.as_ref().map_or(fields.span, |id| id.span);
        let id = id.and_then(|id| self.id(&id)).unwrap_or_default();
        let name = fields.take("name").map(|name| self.title(&name));
        let service = Service {
            name: name.unwrap_or_else(|| Localized::plain(id.clone())),
            id,
            group: fields.take("group").map(|group| self.text(&group)).unwrap_or_default(),
            weight: fields.take("weight").and_then(|weight| self.weight(&weight)).unwrap_or(1.0),
            counts: fields.take("counts").and_then(|node| self.switch(&node)).unwrap_or(true),
            unlisted: false,
        };
        // Without an id it has been found at fault already.
        if service.id.is_empty() {
            return;
        }
        let Some(first) = self.services.ids.get(&service.id) else {
            self.add(service, span);
            return;
        };
        let message = Phrase::from(Msg::FaultDuplicateService).quote(&service.id);
        let first = self.places.services.get(*first).copied().unwrap_or_default();
        self.faults.push(
            Diagnostic::at(Code::DuplicateService, span, message)
                .beside(first, Msg::FaultFirstHere),
        );
    }

    pub(super) fn add(&mut self, service: Service, span: Span) -> ServiceId {
        let services = Arc::make_mut(&mut self.services);
        let index = services.list.len();
        services.ids.insert(service.id.clone(), index);
        services.list.push(service);
        self.places.services.push(span);
        ServiceId(index)
    }

    fn id(&mut self, node: &Node<'_>) -> Option<SafeText> {
        let id = self.line(node)?;
        if id.is_empty() {
            self.faults.push(Diagnostic::at(Code::EmptyText, node.span, Msg::FaultEmptyId));
        }
        Some(id)
    }

    fn weight(&mut self, node: &Node<'_>) -> Option<f64> {
        let weight = self.number(node)?;
        if weight <= 0.0 {
            let fault = Diagnostic::at(Code::Weight, node.span, Msg::FaultWeight);
            self.faults.push(fault.expected(Msg::FaultWeightAbove));
        }
        Some(weight)
    }

    /// The service that an id names.
    pub(super) fn find(&mut self, node: &Node<'_>) -> Option<ServiceId> {
        let id = self.id(node).filter(|id| !id.is_empty())?;
        if let Some(known) = self.services.find(&id) {
            return Some(known);
        }
        if !self.services.listed {
            let name = Localized::plain(id.clone());
            let service = Service {
                id,
                name,
                weight: 1.0,
                counts: true,
                unlisted: true,
                ..Service::default()
            };
            return Some(self.add(service, node.span));
        }
        let message = Phrase::from(Msg::FaultUnknownService).quote(&id);
        let fault = Diagnostic::at(Code::UnknownService, node.span, message)
            .expected(self.some_ids())
            .suggest(self.near_id(&id));
        self.faults.push(fault);
        None
    }

    /// The first few ids, as an example of what belongs there.
    fn some_ids(&self) -> Phrase {
        let ids = self.services.list.iter().map(|service| &*service.id);
        let mut some: Vec<&str> = ids.take(6).collect();
        if self.services.list.len() > some.len() {
            some.push("…");
        }
        Phrase::from(Msg::FaultOneOf).text(&some.join(", "))
    }

    /// The id that was meant: by a near id, or by the service's name.
    fn near_id(&self, word: &str) -> Option<&str> {
        let by_name = self.services.list.iter().find(|service| {
            service.name.all().any(|name| name.to_lowercase() == word.to_lowercase())
        });
        let ids = self.services.list.iter().map(|service| &*service.id);
        by_name.map(|service| &*service.id).or_else(|| self.near(word, ids))
    }

    /// A map from service to status, and where each status stands.
    pub(super) fn statuses(&mut self, node: &Node<'_>) -> Vec<((ServiceId, Status), Span)> {
        let Value::Map(pairs) = &node.value else {
            self.wrong_shape(node, Msg::ShapeStatuses);
            return Vec::new();
        };
        self.each_once(pairs);
        let entries = pairs.iter().filter_map(|(key, value)| {
            let service = self.find(key);
            let status = self.choice(value, &STATUS);
            Some(((service?, status?), value.span))
        });
        entries.collect()
    }
}
