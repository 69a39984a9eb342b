//! qcc
