//! The types of the commands as the window sees them.

use std::collections::BTreeMap;
use ts_rs::{Config, TS, TypeVisitor};

/// The TypeScript declarations collected from the table.
pub(crate) struct Types {
    pub declarations: BTreeMap<String, String>,
    config: Config,
}

impl Default for Types {
    /// Money, moments and ids are plain numbers.
    fn default() -> Self {
        Self {
            declarations: BTreeMap::new(),
            config: Config::new().with_large_int("number"),
        }
    }
}

impl TypeVisitor for Types {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if T::output_path().is_none() {
            return;
        }
        let name = T::ident(&self.config);
        if self.declarations.contains_key(&name) {
            return;
        }
        let declaration = T::decl(&self.config);
        self.declarations.insert(name, declaration);
        T::visit_dependencies(self);
    }
}

pub(super) fn collect<T: TS + 'static>(types: &mut Types) -> String {
    types.visit::<T>();
    T::visit_generics(types);
    T::name(&types.config)
}
