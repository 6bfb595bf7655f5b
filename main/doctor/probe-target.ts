/** Decides which address a probe asks, before anything is sent: a token goes to its own API and nowhere else. */
import type { Profile } from '../profiles/profile.ts';
import { urlProblem } from '../profiles/url-rule.ts';
import { sampleCall } from '../systems/sample-call.ts';
import type { ProbeCheck, ProbeResult, ProbeToken } from './probe-result.ts';
import { foreignHost, pathCheck } from './probe-url-words.ts';

export interface ProbeTarget {
  readonly url: URL;
  /** True when the person gave the address. */
  readonly isGiven: boolean;
  /** False where it is only the root of the API, because its system has no request that would do. */
  readonly isKnown: boolean;
  readonly checks: readonly ProbeCheck[];
}

/** What an answer is read against. */
export interface ProbedCall {
  readonly profile: Profile;
  readonly token: ProbeToken;
  readonly target: ProbeTarget;
}

/**
 * `given`: a whole URL, or a path below the API that begins with a slash; absent: the system's own cheap request for a
 * token of this scope. In place of a target comes the result when there is nothing that may be asked.
 */
export function probeTarget(
  profile: Profile,
  scope: string | undefined,
  given: string | undefined,
): ProbeTarget | ProbeResult {
  const call = sampleCall(profile, scope);
  if (call === undefined) return noApi(profile);
  const { api, path, isKnown } = call;
  if (given === undefined) return { url: new URL(`${api}${path}`), isGiven: false, isKnown, checks: [] };
  const text = absolute(given, api);
  const problem = urlProblem(text);
  if (problem !== undefined) {
    const isPath = !text.includes(':');
    const next = isPath
      ? 'Give a path that begins with a slash, or a full URL that begins with https://.'
      : `It m${problem.slice(1)}`;
    return refused('No token may be sent to this address.', next, []);
  }
  return checked(profile, new URL(text), new URL(api));
}

/** A path may begin with that of the API's base, or go on from there. A fragment is the browser's own and never sent. */
function absolute(given: string, api: string): string {
  // Copied addresses come with blanks around them.
  const text = given.trim().replace(/#.*$/su, '');
  if (!/^\/(?!\/)/.test(text)) return text;
  const { origin, pathname } = new URL(api);
  return pathname !== '/' && text.startsWith(`${pathname}/`) ? `${origin}${text}` : `${api}${text}`;
}

function checked(profile: Profile, url: URL, api: URL): ProbeTarget | ProbeResult {
  if (url.origin !== api.origin) {
    const { what, next } = foreignHost(profile, url, api);
    return refused(what, next, [{ name: 'host', ok: false, words: `Tokens of this profile go to ${api.origin}.` }]);
  }
  const checks: ProbeCheck[] = [
    { name: 'host', ok: true, words: `It is the API of this profile, ${api.origin}.` },
    pathCheck(profile, url, api),
  ];
  return { url, isGiven: true, isKnown: true, checks };
}

function refused(what: string, next: string, checks: readonly ProbeCheck[]): ProbeResult {
  return { verdict: 'refused-url', what: `${what} Nothing was sent.`, next, checks };
}

function noApi({ name }: Profile): ProbeResult {
  return {
    verdict: 'no-api',
    what: `The profile "${name}" names no API, so there is nothing to ask.`,
    next: 'Set "endpoints.api" of the profile to the base address of the API, such as https://api.example.com.',
    checks: [],
  };
}
