//! What events are read against, and what several readers of them have found, put together.

use std::sync::Arc;

use super::{Reader, service::Services, time::Clock};
use crate::{
    load::places::Places,
    model::{Milestones, Phase, ServiceId},
};

/// What the rest of a file says before its events are read: the zone, the start, the services.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Ground {
    clock: Clock,
    milestones: Milestones,
    services: Arc<Services>,
}

/// An object of the format, and a word for one of its fields that is not the field's name.
pub(super) type Synonym = (&'static str, &'static str);

impl Reader {
    /// Reads events by themselves, as if everything else had been read.
    pub(crate) fn on(ground: &Ground) -> Self {
        Self {
            clock: ground.clock,
            milestones: ground.milestones,
            base: ground.services.len(),
            services: Arc::clone(&ground.services),
            ..Self::default()
        }
    }

    /// Whether nothing is at fault so far.
    pub(crate) fn is_well(&self) -> bool {
        self.faults.errors() == 0
    }

    /// What events are read against from here on.
    pub(super) fn ground(&self) -> Ground {
        Ground {
            clock: self.clock,
            milestones: self.milestones,
            services: Arc::clone(&self.services),
        }
    }

    /// Takes over what another reader has found in the events after those that were read so far;
    /// both began on the same ground. Returns the services that the other's numbers mean here.
    pub(crate) fn absorb(&mut self, other: Self) -> Vec<ServiceId> {
        let Places { services: places, milestones, .. } = other.places;
        let mut ids: Vec<ServiceId> = (0..other.base).map(ServiceId).collect();
        for (service, place) in other.services.after(other.base).zip(places) {
            let known = self.services.find(&service.id);
            ids.push(known.unwrap_or_else(|| self.add(service.clone(), place)));
        }
        for phase in Phase::MILESTONES {
            if self.milestones.get(phase).is_none() {
                self.places.milestones[phase as usize] = milestones[phase as usize];
            }
        }
        self.milestones.fill(&other.milestones);
        for (word, fault) in other.synonyms {
            self.synonyms.entry(word).or_insert(fault);
        }
        self.faults.append(other.faults);
        ids
    }
}
