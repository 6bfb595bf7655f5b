/** What can be asked of `GET /v1/token`, and how it is written as a request target. */
import { protocolVersion } from './protocol.ts';

export interface TokenAsk {
  /** Name of the profile; absent: the default one. */
  readonly name?: string;
  /** Wanted remaining life in whole seconds; absent: the engine's default. */
  readonly minValidSeconds?: number;
  readonly force?: boolean;
  readonly scope?: string;
  /** How the text is written, as a `SnippetKind`; absent: the token alone. */
  readonly as?: string;
  readonly literal?: boolean;
  /** Only what is stored: never makes the agent contact a server. */
  readonly cached?: boolean;
}

export function tokenTarget(ask: TokenAsk): string {
  const pairs = [
    ['name', ask.name],
    ['minValid', ask.minValidSeconds?.toString()],
    ['force', ask.force === true ? '1' : undefined],
    ['scope', ask.scope],
    ['as', ask.as],
    ['literal', ask.literal === true ? '1' : undefined],
    ['cached', ask.cached === true ? '1' : undefined],
  ] as const;
  const query = pairs.flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${encodeURIComponent(value)}`]));
  return `/v${protocolVersion}/token${query.length === 0 ? '' : `?${query.join('&')}`}`;
}
