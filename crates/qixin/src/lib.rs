//! qixin
