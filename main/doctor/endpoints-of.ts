/** The hosts that profiles talk to, each once, with an address to ask that carries nothing. */
import type { Profile } from '../profiles/profile.ts';
import { systemOf } from '../systems/registry.ts';
import type { Endpoints } from '../systems/system.ts';

export interface TalkedTo {
  /** `host` or `host:port`. */
  readonly host: string;
  /** As `URL.hostname` has it. */
  readonly hostname: string;
  readonly port: number;
  /** Without a query: one that somebody put into an endpoint may be secret. */
  readonly url: string;
  /** What is asked there, such as `token of acme`. */
  readonly uses: readonly string[];
}

const asked = ['token', 'api', 'authorize', 'deviceAuthorization'] as const satisfies readonly (keyof Endpoints)[];

export function talkedTo(profiles: readonly Profile[]): readonly TalkedTo[] {
  const uses = profiles.flatMap((profile) => {
    const endpoints = systemOf(profile).endpoints(profile);
    return asked.flatMap((kind) => {
      const url = URL.parse(endpoints[kind] ?? '');
      return url === null ? [] : [{ url, use: `${kind} of ${profile.name}` }];
    });
  });
  const byOrigin = Map.groupBy(uses, ({ url }) => url.origin);
  return [...byOrigin].flatMap(([origin, found]) => {
    const [first] = found;
    if (first === undefined) return [];
    const { hostname, port, host, protocol, pathname } = first.url;
    return [
      {
        host,
        hostname,
        port: port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port),
        url: `${origin}${pathname}`,
        uses: found.map(({ use }) => use),
      },
    ];
  });
}
