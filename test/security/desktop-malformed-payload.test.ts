/** Threat: a page that was taken over sends the main process something that no part of the window sends. */
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { answer } from '../../main/ipc/answer.ts';
import type { Calls } from '../../main/ipc/answer.ts';
import { inputs } from '../../preload/contract.ts';
import type { CallName } from '../../preload/contract.ts';

let made: string[];
const calls = new Proxy({} as Calls, {
  get: (_target, name: string) => () => {
    made.push(name);
    return null;
  },
});
const ask = (name: unknown, input: unknown) => answer(calls, name, input, () => undefined);
const names = Object.keys(inputs) as CallName[];

beforeEach(() => {
  made = [];
});

describe('a malformed payload', () => {
  it.each([undefined, null, 42, {}, [], 'app.unknown', '__proto__', 'constructor', 'toString', ['app.quit']])(
    'with %j in place of a call is refused',
    async (name) => {
      await expect(ask(name, undefined)).resolves.toMatchObject({ failure: { code: 'internal.bad_request' } });
      expect(made).toEqual([]);
    },
  );

  it.each(names)('for %s is refused, and nothing is done', async (name) => {
    const malformed = [
      null,
      42,
      'CANARY',
      ['CANARY'],
      { other: 'CANARY' },
      { id: { $ne: '' } },
      { id: '' },
      { id: 'x'.repeat(65) },
    ];
    for (const input of malformed) {
      const result = await ask(name, input);
      expect(result).toMatchObject({ ok: false, failure: { code: 'internal.bad_request' } });
      expect(JSON.stringify(result)).not.toContain('CANARY');
    }
    expect(made).toEqual([]);
  });

  it.each([
    ['profiles.copy', { id: 'a', as: 'raw', from: 'tray' }],
    ['profiles.copy', { id: 'a', as: 'x'.repeat(33) }],
    ['profiles.save', { draft: {}, secrets: { clientSecret: 'x'.repeat(65_537) } }],
    ['profiles.save', { draft: {}, secrets: { other: 'x' } }],
    ['app.openLink', { link: 'file:///etc/passwd' }],
    ['settings.set', { key: 'proxy', value: 'x'.repeat(4_097) }],
    ['vault.changeMode', { mode: 'plain' }],
    ['profiles.history', { id: 'a', what: Array.from({ length: 65 }, () => 'copied') }],
    ['profiles.removeMany', { ids: Array.from({ length: 20_001 }, () => 'a') }],
    ['profiles.removeMany', { ids: [] }],
    ['profiles.setTags', { ids: ['a'], add: Array.from({ length: 65 }, () => 'a'), remove: [] }],
    ['profiles.openDraftLink', { draft: {}, link: 'file:///etc/passwd' }],
    ['exports.save', { ids: Array.from({ length: 20_001 }, () => 'a') }],
    ['exports.save', { passphrase: 'x'.repeat(65_537) }],
    ['imports.read', { text: 'x'.repeat(16_777_217) }],
    ['imports.preview', { id: 'a', choices: Array.from({ length: 10_001 }, () => ({ index: 0, action: 'skip' })) }],
    ['imports.preview', { id: 'a', choices: [{ index: 0, action: 'add', values: { tenant: 'x'.repeat(4_097) } }] }],
    ['settings.setAll', { values: { proxy: 'x'.repeat(4_097) } }],
    ['switcher.open', { view: 'settings' }],
  ])('for %s beyond its bounds is refused', async (name, input) => {
    await expect(ask(name, input)).resolves.toMatchObject({ failure: { code: 'internal.bad_request' } });
    expect(made).toEqual([]);
  });

  it('of any kind never makes the answer fail', async () => {
    const anything = fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), anything, async (name, input) => {
        const result = await ask(name, input);
        expect(typeof result.ok).toBe('boolean');
      }),
    );
  });
});
