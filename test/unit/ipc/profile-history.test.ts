import { beforeEach, describe, expect, it } from 'vitest';
import { TokentrayError } from '../../../main/errors.ts';
import { profileHistory } from '../../../main/ipc/profile-history.ts';
import { CallApplication } from '../../fixtures/call-application.ts';

let application: CallApplication;
let id: string;
beforeEach(async () => {
  application = new CallApplication();
  id = await application.add();
});

describe('the history as the window gets it', () => {
  it('is told in words, with the end of a token that came', async () => {
    await application.engine.token(id);
    application.storage.history.append(id, { what: 'copied', as: 'curl' });
    expect(profileHistory(application.ports, { id })).toMatchObject({
      hasMore: false,
      items: [
        { what: 'copied', title: 'Copied', detail: 'as curl', untilMs: null, failure: null },
        { what: 'obtained', title: 'Token obtained', detail: null, untilMs: 1_800_000_749_000, failure: null },
      ],
    });
  });

  it('tells why something failed in the words of the window', async () => {
    application.tenant.outcomes = [
      new TokentrayError('auth.refused', { data: { status: 401, oauthError: 'invalid_client' } }),
    ];
    await application.engine.token(id).catch(() => undefined);
    const [item] = profileHistory(application.ports, { id }).items;
    expect(item).toMatchObject({ title: 'Failed', detail: null, failure: { code: 'auth.refused' } });
    expect(item?.failure?.next).not.toContain('tokentray edit');
  });

  it('comes in pages that leave nothing out', () => {
    for (let at = 0; at < 120; at++) application.storage.history.append(id, { what: 'copied' });
    const ids: number[] = [];
    for (let before: number | undefined, more = true; more;) {
      const page = profileHistory(application.ports, { id, before });
      ids.push(...page.items.map((item) => item.id));
      before = ids.at(-1);
      more = page.hasMore;
    }
    expect(ids).toEqual(Array.from({ length: 120 }, (_, at) => 120 - at));
  });

  it('can be narrowed to some kinds of things, page by page', () => {
    for (let at = 0; at < 60; at++) {
      application.storage.history.append(id, { what: 'copied' });
      application.storage.history.append(id, { what: 'signed-in' });
    }
    const first = profileHistory(application.ports, { id, what: ['signed-in', 'signed-out'] });
    expect([first.items.length, first.hasMore]).toEqual([50, true]);
    const rest = profileHistory(application.ports, { id, what: ['signed-in'], before: first.items.at(-1)?.id });
    expect([rest.items.length, rest.hasMore]).toEqual([10, false]);
    expect(new Set([...first.items, ...rest.items].map(({ what }) => what))).toEqual(new Set(['signed-in']));
  });

  it('is empty for a profile that is gone', () => {
    expect(profileHistory(application.ports, { id: 'gone' })).toEqual({ items: [], hasMore: false });
  });
});
