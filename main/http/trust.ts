/** Which certificate authorities are believed: Node's, the system's, and those that a person added. */
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createSecureContext, getCACertificates } from 'node:tls';
import type { SecureContext } from 'node:tls';
import { TokentrayError } from '../errors.ts';

export interface TrustSources {
  /** `NODE_EXTRA_CA_CERTS` is read from here: in the packaged application Node itself no longer does. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The person's setting: path of a file with further authorities. */
  readonly caFile?: string;
}

/**
 * Gives the context for every TLS connection. Reads and parses once, at the first call, as that takes tens of
 * milliseconds; after a failure the next call tries again.
 * @throws TokentrayError `network.ca_file_unreadable` with the path, from the function returned.
 */
export function createTrust(sources: TrustSources): () => SecureContext {
  let context: SecureContext | undefined;
  return () => (context ??= createSecureContext({ ca: authorities(sources) }));
}

function authorities({ environment, caFile }: TrustSources): string[] {
  const files = [environment['NODE_EXTRA_CA_CERTS'] ?? '', caFile ?? ''].filter((path) => path !== '');
  const added = files.flatMap((path) => readCertificates(path));
  return [...new Set([...getCACertificates('bundled'), ...getCACertificates('system'), ...added])];
}

/** The certificates of a file, PEM (any number) or DER (one), as PEM. */
export function readCertificates(path: string): string[] {
  const bytes = readBytes(path);
  const blocks = bytes.toString('latin1').match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g);
  try {
    return (blocks ?? [bytes]).map((certificate) => new X509Certificate(certificate).toString());
  } catch {
    throw new TokentrayError('network.ca_file_unreadable', {
      data: { path, detail: 'it holds something that is no certificate in PEM or DER form' },
    });
  }
}

function readBytes(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (thrown) {
    const systemCode = (thrown as NodeJS.ErrnoException).code;
    throw new TokentrayError('network.ca_file_unreadable', {
      data: { path, ...(systemCode === undefined ? {} : { systemCode }) },
      cause: thrown,
    });
  }
}
