/** Whether the port is free on which the browser comes back to a profile after a sign-in, and whose it is otherwise. */
import { asTokentrayError } from '../errors.ts';
import { readRedirectUri } from '../profiles/redirect-uri.ts';
import type { Profile } from '../profiles/profile.ts';
import { failureFinding } from './failure-finding.ts';
import type { Finding } from './finding.ts';
import type { Check } from './run-checks.ts';

export interface PortParts {
  /** Listens on both loopback addresses and closes again; rejects with `auth.sign_in_port_taken`. */
  readonly tryPort: (port: number) => Promise<void>;
  /** True while a sign-in of Tokentray listens there. */
  readonly isOurs: (port: number) => Promise<boolean>;
  /** The program that listens there, such as `node (process 4711)`; undefined where the system does not tell. */
  readonly ownerOf: (port: number) => string | undefined;
}

/** One for each port that profiles are registered with; those that take any free port need none. */
export function portChecks(parts: PortParts, profiles: readonly Profile[]): readonly Check[] {
  const wanted = profiles.flatMap((profile) => {
    const port = registeredPort(profile);
    return port === undefined ? [] : [{ port, name: profile.name }];
  });
  return [...Map.groupBy(wanted, ({ port }) => port)].map(([port, users]) => ({
    area: 'port',
    about: String(port),
    run: async () => [
      await look(
        parts,
        port,
        users.map(({ name }) => name),
      ),
    ],
  }));
}

function registeredPort({ auth, redirectUri }: Profile): number | undefined {
  if (auth !== 'authorization_code' || redirectUri === undefined) return undefined;
  const read = readRedirectUri(redirectUri);
  return 'kind' in read && read.kind === 'loopback' ? read.port : undefined;
}

async function look(parts: PortParts, port: number, [first = '', ...more]: readonly string[]): Promise<Finding> {
  const where = { area: 'port', about: String(port) } as const;
  const forProfiles = `for sign-ins of ${first}${more.length === 0 ? '' : ` and ${more.length} more`}`;
  if (await parts.isOurs(port)) {
    return { ...where, level: 'ok', what: `The port ${forProfiles} is Tokentray's own: a sign-in is under way.` };
  }
  try {
    await parts.tryPort(port);
  } catch (error) {
    const { systemCode } = asTokentrayError(error).data;
    if (systemCode !== 'EADDRINUSE') return failureFinding(error, where);
    const owner = parts.ownerOf(port);
    const what = `The port ${forProfiles} is taken by ${owner ?? 'another program'}.`;
    return { ...where, level: 'problem', what, next: 'End that program, or register another redirect URI and set it.' };
  }
  return { ...where, level: 'ok', what: `The port ${forProfiles} is free.` };
}
