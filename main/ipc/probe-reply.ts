/** What a probe found out, as the window shows it. */
import type { ProbeReply } from '../../preload/replies.ts';
import type { ProbeResult, ProbeVerdict } from '../doctor/probe-result.ts';
import type { Profile } from '../profiles/profile.ts';
import { inWindowWords } from './window-words.ts';

const tones = {
  works: 'good',
  unauthorized: 'bad',
  forbidden: 'bad',
  'wrong-host': 'bad',
  'wrong-path': 'bad',
  'rate-limited': 'warning',
  'server-error': 'warning',
  unclear: 'warning',
  unreachable: 'bad',
  'refused-url': 'bad',
  'no-api': 'warning',
} as const satisfies Readonly<Record<ProbeVerdict, ProbeReply['verdict']>>;

export function probeReply(
  { verdict, what, next, checks, credentialExpires }: ProbeResult,
  definition: Profile | undefined,
): ProbeReply {
  const tone = tones[verdict];
  const isNews = credentialExpires !== undefined && credentialExpires !== definition?.credentialExpires;
  return {
    verdict: tone === 'good' && checks.some(({ ok }) => ok === false) ? 'warning' : tone,
    what: inWindowWords(what),
    next: inWindowWords(next),
    checks: checks.map(({ ok, words }) => ({
      verdict: ok === null ? 'unknown' : ok ? 'good' : 'bad',
      text: inWindowWords(words),
    })),
    credentialExpires: isNews ? credentialExpires : null,
  };
}
