import { beforeEach, describe, expect, it } from 'vitest';
import { createHold } from '../../../renderer/views/profile/hold.ts';
import type { Hold, Revealed } from '../../../renderer/views/profile/hold.ts';

let answers: ((result: Revealed) => void)[];
let shown: string[];
let failures: number;
let hold: Hold;

beforeEach(() => {
  answers = [];
  shown = [];
  failures = 0;
  hold = createHold({
    fetchToken: () => new Promise((resolve) => void answers.push(resolve)),
    show: (token) => void shown.push(token),
    hide: () => void (shown = []),
    fail: () => void (failures += 1),
  });
});

async function arrive(index: number): Promise<void> {
  answers[index]?.({ ok: true, value: { token: `CANARY-${index}` } });
  await Promise.resolve();
  await Promise.resolve();
}

describe('holding the button', () => {
  it('shows the token while it is held', async () => {
    hold.begin();
    await arrive(0);
    expect(shown).toEqual(['CANARY-0']);
  });

  it('takes it away at the release', async () => {
    hold.begin();
    await arrive(0);
    hold.end();
    expect(shown).toEqual([]);
  });

  it('shows nothing that arrives after the release', async () => {
    hold.begin();
    hold.end();
    await arrive(0);
    expect(shown).toEqual([]);
  });

  it('does not show the answer of an earlier hold', async () => {
    hold.begin();
    hold.end();
    hold.begin();
    await arrive(0);
    expect(shown).toEqual([]);
  });

  it('asks once, however often the key repeats', () => {
    hold.begin();
    hold.begin();
    expect(answers).toHaveLength(1);
  });

  it('tells a failure only while somebody waits for the token', async () => {
    hold.begin();
    hold.end();
    answers[0]?.({ ok: false, failure: { code: 'network.failed', what: '', next: '' } });
    await Promise.resolve();
    expect(failures).toBe(0);
  });
});
