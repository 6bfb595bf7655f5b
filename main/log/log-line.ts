/**
 * An event as one line of JSON, and back.
 *
 * Redacted by construction: each field is picked by its name, and a text that is none of ours is held to a pattern; there
 * is no field for messages.
 */
import { isoInstant } from '../clock.ts';
import { isPlainObject } from '../profiles/plain-object.ts';
import { namePattern } from '../profiles/line-rules.ts';
import { levelOf, logLevels } from './log-event.ts';
import type { LogEvent, LoggedError, LogLevel } from './log-event.ts';
import { shareableData } from './shareable-data.ts';

/** A line that was read. `facts` are what else it holds, in the order in which they were written. */
export interface LogEntry {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly level: LogLevel;
  readonly event: string;
  readonly facts: Readonly<Record<string, string | number | boolean>>;
}

/** Without the newline. */
export function logLine(atMs: number, event: LogEvent): string {
  return JSON.stringify({ at: isoInstant(atMs), level: levelOf(event), event: event.event, ...factsOf(event) });
}

function factsOf(event: LogEvent): LogEntry['facts'] {
  return {
    ...('role' in event ? { role: event.role, version: event.version } : {}),
    ...('profile' in event ? { profile: namePattern.test(event.profile) ? event.profile : '?' } : {}),
    ...('expiresAtMs' in event && event.expiresAtMs !== null ? { expiresAt: instant(event.expiresAtMs) } : {}),
    ...('error' in event ? errorOf(event.error) : {}),
    ...('settings' in event ? { profiles: event.profiles, settings: event.settings } : {}),
  };
}

/** The last that a date can be (ECMA-262 section 21.4.1.1): servers promise longer. */
const lastInstantMs = 8.64e15;

function instant(ms: number): string {
  return isoInstant(Math.min(ms, lastInstantMs));
}

function errorOf({ code, data }: LoggedError): LogEntry['facts'] {
  const { host, status, oauthError, systemCode, retryAfterMs, clockOffsetMs } = shareableData(data);
  return {
    code,
    ...(host === undefined || !plainHost.test(host) ? {} : { host }),
    ...(status === undefined ? {} : { status }),
    ...(oauthError === undefined ? {} : { oauthError }),
    ...(systemCode === undefined ? {} : { systemCode }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    ...(clockOffsetMs === undefined ? {} : { clockOffsetMs }),
  };
}

/** A name or address and a port (RFC 1035 section 2.3.4). */
const plainHost = /^[\w.:[\]-]{1,260}$/;

/** Undefined for what is no whole line of a log. */
export function readLogLine(line: string): LogEntry | undefined {
  const read = parse(line);
  if (!isPlainObject(read)) return undefined;
  const { at, level, event, ...rest } = read;
  const known = logLevels.find((each) => each === level);
  if (typeof at !== 'string' || typeof event !== 'string' || known === undefined) return undefined;
  const facts = Object.entries(rest).filter((fact): fact is [string, string | number | boolean] =>
    ['string', 'number', 'boolean'].includes(typeof fact[1]),
  );
  return { at, level: known, event, facts: Object.fromEntries(facts) };
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
