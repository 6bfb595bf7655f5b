/** Opens one TCP or TLS connection, or puts TLS over a connection that exists. */
import { connect as connectTcp, isIP } from 'node:net';
import type { Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { SecureContext } from 'node:tls';

export interface SocketTarget {
  /** Without brackets. */
  readonly hostname: string;
  readonly port: number;
  /** Present for TLS. */
  readonly trust?: SecureContext;
  /** A connection to put TLS over, such as a proxy's tunnel. */
  readonly over?: Socket;
}

/** Resolves with a connected socket; rejects with Node's error. An aborted `signal` destroys what is being opened. */
export function openSocket(target: SocketTarget, signal: AbortSignal): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = target.trust === undefined ? openPlain(target) : openSecure(target, target.trust);
    const abort = () => socket.destroy(signal.reason);
    // Stays for the life of the socket: nobody else listens until the next owner has taken it over.
    socket.on('error', reject);
    socket.once('close', () => signal.removeEventListener('abort', abort));
    socket.once(target.trust === undefined ? 'connect' : 'secureConnect', () => {
      signal.removeEventListener('abort', abort);
      resolve(socket);
    });
    signal.addEventListener('abort', abort);
    if (signal.aborted) abort();
  });
}

function openPlain({ hostname, port }: SocketTarget): Socket {
  return connectTcp({ host: hostname, port, noDelay: true });
}

function openSecure({ hostname, port, over }: SocketTarget, trust: SecureContext): Socket {
  return connectTls({
    host: hostname,
    port,
    secureContext: trust,
    // Said explicitly because NODE_TLS_REJECT_UNAUTHORIZED=0 only changes the default.
    rejectUnauthorized: true,
    ALPNProtocols: ['http/1.1'],
    // Names only: RFC 6066 section 3 does not permit addresses.
    servername: isIP(hostname) === 0 ? hostname : '',
    ...(over === undefined ? { noDelay: true } : { socket: over }),
  });
}
