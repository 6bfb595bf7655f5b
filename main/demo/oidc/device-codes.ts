/**
 * Codes of devices that wait for a person (RFC 8628). Invariants: a device code is of use to its own client, once, after a
 * person allowed it, while it lives; asking faster than allowed makes the client wait longer each time.
 */
import { randomBytes, randomInt } from 'node:crypto';
import type { Clock } from '../../clock.ts';
import type { Session } from '../oauth/sessions.ts';

interface DeviceCode {
  readonly deviceCode: string;
  /** Such as `WDJB-MJHT`. */
  readonly userCode: string;
  readonly expiresInSeconds: number;
  readonly intervalSeconds: number;
}

/** A code that a person was shown and has not answered. */
interface WaitingDevice {
  readonly clientId: string;
  readonly scope: string;
  allow(userName: string): void;
  deny(): void;
}

type DeviceProblem = 'authorization_pending' | 'slow_down' | 'access_denied' | 'expired_token' | 'invalid_grant';

export interface DeviceCodes {
  issue(clientId: string, scope: string): DeviceCode;
  /** By the code as a person typed it: letters of any case, with or without the dash. */
  waiting(userCode: string): WaitingDevice | undefined;
  /** RFC 8628 section 3.5. */
  redeem(deviceCode: string, clientId: string): { readonly session: Session } | { readonly problem: DeviceProblem };
}

export interface DeviceOptions {
  /** Default 600. */
  readonly lifetimeSeconds?: number;
  /** Default 5. */
  readonly intervalSeconds?: number;
}

interface Entry {
  readonly clientId: string;
  readonly scope: string;
  readonly userCode: string;
  readonly endsAtMs: number;
  answer: 'waiting' | 'denied' | 'used' | { readonly userName: string };
  intervalMs: number;
  askedAtMs: number;
}

/** Without vowels, so that no words arise (RFC 8628 section 6.1). */
const letters = 'BCDFGHJKLMNPQRSTVWXZ';

export function createDeviceCodes(clock: Clock, options: DeviceOptions = {}): DeviceCodes {
  const { lifetimeSeconds = 600, intervalSeconds = 5 } = options;
  const entries = new Map<string, Entry>();
  return {
    issue(clientId, scope) {
      const deviceCode = randomBytes(32).toString('base64url');
      const userCode = `${word()}-${word()}`;
      const endsAtMs = clock.monotonic() + lifetimeSeconds * 1_000;
      const intervalMs = intervalSeconds * 1_000;
      entries.set(deviceCode, {
        clientId,
        scope,
        userCode,
        endsAtMs,
        answer: 'waiting',
        intervalMs,
        askedAtMs: -Infinity,
      });
      return { deviceCode, userCode, expiresInSeconds: lifetimeSeconds, intervalSeconds };
    },
    waiting(userCode) {
      const typed = plain(userCode);
      const entry = [...entries.values()].find((known) => plain(known.userCode) === typed);
      if (entry === undefined || entry.answer !== 'waiting' || clock.monotonic() >= entry.endsAtMs) return undefined;
      return {
        clientId: entry.clientId,
        scope: entry.scope,
        allow(userName) {
          entry.answer = { userName };
        },
        deny() {
          entry.answer = 'denied';
        },
      };
    },
    redeem(deviceCode, clientId) {
      const entry = entries.get(deviceCode);
      if (entry === undefined || entry.clientId !== clientId || entry.answer === 'used') {
        return { problem: 'invalid_grant' };
      }
      const nowMs = clock.monotonic();
      if (nowMs >= entry.endsAtMs) return { problem: 'expired_token' };
      if (entry.answer === 'denied') return { problem: 'access_denied' };
      const isEarly = nowMs < entry.askedAtMs + entry.intervalMs;
      entry.askedAtMs = nowMs;
      if (isEarly) {
        entry.intervalMs += 5_000;
        return { problem: 'slow_down' };
      }
      if (entry.answer === 'waiting') return { problem: 'authorization_pending' };
      const { userName } = entry.answer;
      entry.answer = 'used';
      return { session: { clientId, userName, scope: entry.scope } };
    },
  };
}

function word(): string {
  return Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
}

function plain(userCode: string): string {
  return userCode.toUpperCase().replace(/[^A-Z]/g, '');
}
