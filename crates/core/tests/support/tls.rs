//! A server that speaks real TLS behind a certificate that nobody signed. It counts what it is sent after the handshake.
#![allow(dead_code, unreachable_pub, missing_docs)]

use std::io::Read;
use std::net::TcpListener;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use rustls::{ServerConfig, ServerConnection, Stream};

pub struct TlsServer {
    pub port: u16,
    connections: Arc<AtomicUsize>,
    sent: Arc<AtomicUsize>,
}

impl TlsServer {
    pub fn start() -> Self {
        let own = rcgen::generate_simple_self_signed(vec!["127.0.0.1".to_owned()]).unwrap();
        let key = rustls::pki_types::PrivateKeyDer::try_from(own.signing_key.serialize_der());
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![own.cert.der().clone()], key.unwrap())
            .unwrap();
        let config = Arc::new(config);
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let (connections, sent) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
        let server = Self {
            port,
            connections: connections.clone(),
            sent: sent.clone(),
        };
        // It ends with the process of the test.
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let Ok(mut stream) = stream else { return };
                connections.fetch_add(1, Ordering::SeqCst);
                let _ = stream.set_read_timeout(Some(Duration::from_secs(5)));
                let mut connection = ServerConnection::new(config.clone()).unwrap();
                let mut bytes = [0; 1024];
                let read = Stream::new(&mut connection, &mut stream).read(&mut bytes);
                sent.fetch_add(read.unwrap_or(0), Ordering::SeqCst);
            }
        });
        server
    }

    pub fn connections(&self) -> usize {
        self.connections.load(Ordering::SeqCst)
    }

    /// Bytes of requests that it got.
    pub fn sent(&self) -> usize {
        self.sent.load(Ordering::SeqCst)
    }
}
