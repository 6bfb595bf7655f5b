/** Which proxy stands before which host, and whether it can be reached. */
import { asTokentrayError, TokentrayError } from '../errors.ts';
import type { ChosenProxy } from '../http/proxy-route.ts';
import type { TalkedTo } from './endpoints-of.ts';
import { failureFinding } from './failure-finding.ts';
import type { Finding } from './finding.ts';
import type { Check } from './run-checks.ts';

export interface ProxyParts {
  /** Undefined: none. Throws `network.proxy_invalid`. */
  readonly proxyFor: (hostname: string, port: number) => ChosenProxy | undefined;
  /** Connects and hangs up; rejects with `network.*`. */
  readonly connect: (hostname: string, port: number, signal: AbortSignal) => Promise<void>;
}

/** One for all hosts: many share a proxy. */
export function proxyCheck(parts: ProxyParts, targets: readonly TalkedTo[]): Check {
  return { area: 'proxy', run: (signal) => look(parts, targets, signal) };
}

async function look(
  { proxyFor, connect }: ProxyParts,
  targets: readonly TalkedTo[],
  signal: AbortSignal,
): Promise<readonly Finding[]> {
  const area = 'proxy';
  const routes = targets.map(({ host, hostname, port }) => ({ host, proxy: proxyFor(hostname, port) }));
  const byProxy = Map.groupBy(routes, ({ proxy }) => proxy?.host);
  if (byProxy.size === 0) return [{ area, level: 'ok', what: 'No profile talks to a server yet.' }];
  const findings = [...byProxy].map(async ([about, [first, ...more]]): Promise<Finding> => {
    const forHosts = `for ${first?.host ?? ''}${more.length === 0 ? '' : ` and ${more.length} more`}`;
    const proxy = first?.proxy;
    if (about === undefined || proxy === undefined) {
      return { area, level: 'ok', what: `No proxy is named ${forHosts}.` };
    }
    const login = proxy.authorization === undefined ? '' : ', with a user name and password';
    try {
      await connect(proxy.hostname, proxy.port, signal);
    } catch (error) {
      const { systemCode } = asTokentrayError(error).data;
      const data = { host: about, ...(systemCode === undefined ? {} : { systemCode }) };
      return failureFinding(new TokentrayError('network.proxy_unreachable', { data }), { area, about });
    }
    return { area, about, level: 'ok', what: `The proxy ${forHosts} can be reached${login}.` };
  });
  return Promise.all(findings);
}
