//! zhixing
