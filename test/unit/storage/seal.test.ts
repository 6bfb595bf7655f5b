/** Sealed records open where they belong and nowhere else. */
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../../main/errors.ts';
import { TokentrayError } from '../../../main/errors.ts';
import { openRecord, sealRecord } from '../../../main/storage/seal.ts';
import type { SealContext } from '../../../main/storage/seal.ts';
import { acme } from '../../fixtures/vault-place.ts';

const key = randomBytes(32);
const secret = 'CANARY-secret-of-acme';

const contexts: fc.Arbitrary<SealContext> = fc.record({
  profileId: fc.string({ unit: 'binary' }),
  kind: fc.constantFrom('secrets' as const, 'token' as const),
  version: fc.nat(),
  origin: fc.string({ unit: 'binary' }),
});

function failureOf(run: () => unknown): ErrorCode | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    return error instanceof TokentrayError ? error.code : undefined;
  }
}

describe('a sealed record', () => {
  it('opens to the same bytes in the same context', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 8_192 }), contexts, (plain, context) => {
        expect(new Uint8Array(openRecord(key, sealRecord(key, plain, context), context))).toEqual(plain);
      }),
    );
  });

  it.each([
    ['5 KB', `CANARY-${'x'.repeat(5_120)}`],
    ['line breaks', '-----BEGIN CANARY-----\nline 1\r\nline 2\n'],
    ['characters of other scripts', 'CANARY-äöü-密码-🔑-e\u0301'],
    ['nothing', ''],
  ])('keeps a text of %s', (_, text) => {
    expect(openRecord(key, sealRecord(key, text, acme), acme).toString()).toBe(text);
  });

  it('does not show what it holds', () => {
    expect(sealRecord(key, secret, acme).includes('CANARY')).toBe(false);
  });

  it('is another one each time', () => {
    expect(sealRecord(key, secret, acme)).not.toEqual(sealRecord(key, secret, acme));
  });
});

describe('a record that is not what was sealed here', () => {
  const sealed = sealRecord(key, secret, acme);

  it.each<[string, Partial<SealContext>]>([
    ['another profile', { profileId: 'id-other' }],
    ['another kind of record', { kind: 'token' }],
    ['another version of the format', { version: 2 }],
    ['another origin', { origin: 'https://evil.example.com' }],
  ])('does not open for %s', (_, other) => {
    expect(failureOf(() => openRecord(key, sealed, { ...acme, ...other }))).toBe('storage.record_damaged');
  });

  it.each<[Partial<SealContext>, Partial<SealContext>]>([
    [
      { version: 1, origin: '1x' },
      { version: 11, origin: 'x' },
    ],
    [
      { profileId: 'a', origin: 'b","c' },
      { profileId: 'a","b', origin: 'c' },
    ],
    [{ profileId: '\ud800' }, { profileId: '\ufffd' }],
  ])('sealed for %j does not open for %j, although the two read alike', (mine, other) => {
    const alike = sealRecord(key, secret, { ...acme, ...mine });
    expect(failureOf(() => openRecord(key, alike, { ...acme, ...other }))).toBe('storage.record_damaged');
  });

  it('does not open when it was cut anywhere', () => {
    for (let length = 0; length < sealed.length; length++) {
      expect(failureOf(() => openRecord(key, sealed.subarray(0, length), acme))).toBe('storage.record_damaged');
    }
  });

  it('does not open when a single bit of it changed', () => {
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const changed = Buffer.from(sealed);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(failureOf(() => openRecord(key, changed, acme))).toBe('storage.record_damaged');
    }
  });

  it('does not open with something added at its end', () => {
    const longer = Buffer.concat([sealed, Buffer.of(0)]);
    expect(failureOf(() => openRecord(key, longer, acme))).toBe('storage.record_damaged');
  });

  it('does not open under the key of another vault', () => {
    expect(failureOf(() => openRecord(randomBytes(32), sealed, acme))).toBe('storage.record_damaged');
  });

  it('does not open when it is no sealed record at all', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        expect(failureOf(() => openRecord(key, bytes, acme))).toBe('storage.record_damaged');
      }),
    );
  });
});
