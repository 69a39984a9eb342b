//! xinshu
