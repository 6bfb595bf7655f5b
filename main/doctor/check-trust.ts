/** Which certificate authorities are believed, and whether the files that add some can be used. */
import { X509Certificate } from 'node:crypto';
import { failureFinding } from './failure-finding.ts';
import type { Finding } from './finding.ts';
import type { Check } from './run-checks.ts';

export interface TrustParts {
  /** Where a file is named, and its path. */
  readonly files: readonly { readonly source: string; readonly path: string }[];
  /** PEM, any number; throws `network.ca_file_unreadable`. */
  readonly read: (path: string) => readonly string[];
  /** How many the operating system adds. */
  readonly ofSystem: () => number;
  readonly nowMs: number;
}

export function trustCheck(parts: TrustParts): Check {
  return { area: 'trust', run: async () => [ofSystem(parts), ...parts.files.map((file) => ofFile(file, parts))] };
}

function ofSystem({ ofSystem: count }: TrustParts): Finding {
  const what = `Certificates of Node.js are believed, and ${count()} of the operating system.`;
  return { area: 'trust', level: 'ok', what };
}

function ofFile({ source, path }: TrustParts['files'][number], { read, nowMs }: TrustParts): Finding {
  const where = { area: 'trust', about: source } as const;
  let certificates: readonly X509Certificate[];
  try {
    certificates = read(path).map((pem) => new X509Certificate(pem));
  } catch (error) {
    return failureFinding(error, where);
  }
  const ended = certificates.filter(({ validToDate }) => validToDate.getTime() < nowMs).length;
  const count = certificates.length === 1 ? 'one certificate' : `${certificates.length} certificates`;
  if (ended < certificates.length || ended === 0) {
    const ends = ended === 0 ? '' : `, of which ${ended} ${ended === 1 ? 'has' : 'have'} expired`;
    return { ...where, level: 'ok', what: `Its file can be read and adds ${count}${ends}.` };
  }
  // Bundles hold some that have ended; a company's own file is of no use when all have.
  return {
    ...where,
    level: 'warning',
    what: `Its file adds ${count}, and all of it has expired.`,
    next: 'Ask your administrator for the present file.',
  };
}
