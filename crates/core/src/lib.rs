//! core

pub mod clock;
pub mod credentials;
pub mod flatten;
pub mod sign;
pub mod verify;
