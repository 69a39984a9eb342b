//! cloudmarket
