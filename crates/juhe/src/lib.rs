//! juhe
