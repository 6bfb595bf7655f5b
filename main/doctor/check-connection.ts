/** Whether a host can be reached by name and TLS, and how far its clock is from the local one. */
import { durationWords } from '../error-texts/phrases.ts';
import { TokentrayError } from '../errors.ts';
import { clockOffsetMs } from '../grants/clock-offset.ts';
import type { Http, HttpAnswer } from '../http/http.ts';
import type { TalkedTo } from './endpoints-of.ts';
import { failureFinding } from './failure-finding.ts';
import type { Finding } from './finding.ts';
import type { Check } from './run-checks.ts';

/** The `Date` header counts whole seconds, and networks are slow. */
const unremarkableMs = 10_000;

/** Certificates, assertions and signed tokens of servers that allow what is usual fail beyond it. */
const harmfulMs = 5 * 60_000;

/** Asks with a GET that carries no token, secret or parameter; any answer will do. */
export function connectionCheck(http: Pick<Http, 'send'>, target: TalkedTo): Check {
  return { area: 'connection', about: target.host, run: (signal) => look(http, target, signal), overdue: silent };
}

async function look(http: Pick<Http, 'send'>, target: TalkedTo, signal: AbortSignal): Promise<readonly Finding[]> {
  const where = { area: 'connection', about: target.host } as const;
  try {
    const answer = await http.send({ method: 'GET', url: target.url, headers: {}, keepBytes: 1, signal });
    return [reached(answer, target), ...clockFindings(answer, target)];
  } catch (error) {
    // Another page is where people would sign in; whoever sends them there was reached.
    const isAnswer = error instanceof TokentrayError && error.code === 'network.redirected';
    if (isAnswer) return [{ ...where, level: 'ok', what: reachedWords(target) }];
    return [failureFinding(error, where)];
  }
}

/** Where nothing takes the connection, that fails sooner. */
const silent = (seconds: number): Pick<Finding, 'what' | 'next'> => ({
  what: `The server takes the connection, and gave no answer within ${seconds} seconds.`,
  next: 'Look at its status page, and ask whether a firewall or proxy in between holds answers back.',
});

function reached({ status }: HttpAnswer, target: TalkedTo): Finding {
  const where = { area: 'connection', about: target.host } as const;
  if (status < 500) return { ...where, level: 'ok', what: reachedWords(target) };
  return {
    ...where,
    level: 'warning',
    what: `The server can be reached, and answers with status ${status}.`,
    next: 'It seems to have a fault of its own: try again later, or look at its status page.',
  };
}

function reachedWords({ uses, url }: TalkedTo): string {
  const way = url.startsWith('https:') ? 'by name and TLS' : 'on this machine';
  const [first = '', ...more] = uses;
  return `The server can be reached ${way} (${first}${more.length === 0 ? '' : ` and ${more.length} more`}).`;
}

function clockFindings(answer: HttpAnswer, { host }: TalkedTo): readonly Finding[] {
  const offsetMs = clockOffsetMs(answer);
  if (offsetMs === undefined) return [];
  const where = { area: 'clock', about: host } as const;
  const apartMs = Math.abs(offsetMs);
  if (apartMs <= unremarkableMs) {
    return [{ ...where, level: 'ok', what: "The clock of this machine agrees with the server's." }];
  }
  return [
    {
      ...where,
      level: apartMs > harmfulMs ? 'problem' : 'warning',
      what: `The clock of this machine is about ${durationWords(apartMs)} ${offsetMs > 0 ? 'behind' : 'ahead of'} the server's.`,
      next: 'Let the system set its clock by the network. Tokentray allows for it where it can.',
    },
  ];
}
