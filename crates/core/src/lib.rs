//! core

pub mod personal;
pub mod record;
