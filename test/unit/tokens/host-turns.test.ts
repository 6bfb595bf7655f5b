import { describe, expect, it } from 'vitest';
import { HostTurns, turnsPerHost } from '../../../main/tokens/host-turns.ts';
import { settle } from '../../fixtures/fake-clock.ts';

/** Requests that are under way until they are answered. */
function place() {
  const turns = new HostTurns();
  const begun: string[] = [];
  const sent: string[] = [];
  const answers = new Map<string, () => void>();
  const work = (id: string) => {
    begun.push(id);
    return turns.inTurn(id, async () => {
      sent.push(id);
      await new Promise<void>((resolve) => answers.set(id, resolve));
    });
  };
  return {
    turns,
    begun,
    sent,
    work,
    async add(host: string | undefined, ...ids: readonly string[]) {
      for (const id of ids) turns.add(id, host, () => work(id).catch(() => undefined));
      await settle();
    },
    async addFirst(host: string, id: string) {
      turns.add(id, host, () => work(id), true);
      await settle();
    },
    async answer(id: string) {
      answers.get(id)?.();
      await settle();
    },
  };
}

const names = (prefix: string, count: number) => Array.from({ length: count }, (_, number) => `${prefix}${number}`);

describe('turns at a host', () => {
  it('are given in the order in which they were asked for, so many at a time', async () => {
    const { add, answer, sent } = place();
    await add('a', ...names('p', 3 * turnsPerHost));
    expect(sent).toEqual(names('p', turnsPerHost));
    await answer('p0');
    expect(sent).toEqual(names('p', turnsPerHost + 1));
  });

  it('have as many others begun and ready, and no more', async () => {
    const { add, answer, begun, turns } = place();
    await add('a', ...names('p', 3 * turnsPerHost));
    expect(begun).toEqual(names('p', 2 * turnsPerHost));
    expect(turns.isWaiting(`p${2 * turnsPerHost}`)).toBe(true);
    await answer('p0');
    expect(turns.isWaiting(`p${2 * turnsPerHost}`)).toBe(false);
  });

  it('are not waited for because of another host', async () => {
    const { add, sent } = place();
    await add('a', ...names('p', 3 * turnsPerHost));
    await add('b', 'other');
    expect(sent).toContain('other');
  });

  it('are not needed where the host is not known', async () => {
    const { add, sent } = place();
    await add(undefined, ...names('p', 20));
    expect(sent).toHaveLength(20);
  });

  it('are not needed by who asks', async () => {
    const { add, sent, work } = place();
    await add('a', ...names('p', 3 * turnsPerHost));
    void work('asked');
    expect(sent).toContain('asked');
  });

  it('are not needed any more by one that somebody waits for now', async () => {
    const { add, sent, turns } = place();
    await add('a', ...names('p', 3 * turnsPerHost));
    const ready = `p${2 * turnsPerHost - 1}`;
    expect(sent).not.toContain(ready);
    turns.hurry(ready);
    await settle();
    expect(sent).toContain(ready);
  });

  it('are not needed by one that somebody waited for before it stood ready', async () => {
    const { add, sent, turns, work } = place();
    await add('a', ...names('p', turnsPerHost));
    let prepared = (): void => undefined;
    const prepare = new Promise<void>((resolve) => (prepared = resolve));
    turns.add('slow', 'a', () => prepare.then(() => work('slow')));
    turns.hurry('slow');
    prepared();
    await settle();
    expect(sent).toContain('slow');
  });

  it('are kept by work that begins once more before the first has ended', async () => {
    const { add, answer, sent, turns, work } = place();
    await add('a', ...names('p', turnsPerHost));
    let prepared = (): void => undefined;
    const prepare = new Promise<void>((resolve) => (prepared = resolve));
    turns.add('twice', 'a', async () => undefined);
    turns.add('twice', 'a', () => prepare.then(() => work('twice')));
    await settle();
    prepared();
    await settle();
    expect(sent).not.toContain('twice');
    await answer('p0');
    expect(sent).toContain('twice');
  });

  it('are given back by those who were let through, before others get theirs', async () => {
    const { add, answer, sent, turns } = place();
    await add('a', ...names('p', 4 * turnsPerHost));
    const ready = `p${2 * turnsPerHost - 1}`;
    turns.hurry(ready);
    await settle();
    await answer(ready);
    expect(sent).toHaveLength(turnsPerHost + 1);
    await answer('p0');
    expect(sent).toHaveLength(turnsPerHost + 2);
  });

  it('are given to the first choice before those that stand ready', async () => {
    const { add, addFirst, answer, sent } = place();
    await add('a', ...names('p', 3 * turnsPerHost));
    await addFirst('a', 'first');
    expect(sent).not.toContain('first');
    await answer('p0');
    expect(sent.at(-1)).toBe('first');
  });

  it('go on after a request that failed', async () => {
    const turns = new HostTurns();
    const sent: string[] = [];
    for (const id of names('p', 3 * turnsPerHost)) {
      const send = async () => {
        sent.push(id);
        throw new Error('no answer');
      };
      turns.add(id, 'a', () => turns.inTurn(id, send).catch(() => undefined));
    }
    await settle();
    expect(sent).toEqual(names('p', 3 * turnsPerHost));
  });

  it('are not given any more once they were forgotten', async () => {
    const { add, answer, begun, turns } = place();
    await add('a', ...names('p', 3 * turnsPerHost));
    turns.clear();
    await answer('p0');
    expect(begun).toHaveLength(2 * turnsPerHost);
    expect(turns.isWaiting(`p${2 * turnsPerHost}`)).toBe(false);
  });

  it('are refused at the end to those that stand ready', async () => {
    const { turns, work, sent } = place();
    const ends = names('p', 2 * turnsPerHost).map(
      (id) => new Promise((resolve) => turns.add(id, 'a', () => work(id).catch(resolve))),
    );
    await settle();
    turns.clear();
    await expect(ends.at(-1)).resolves.toMatchObject({ code: 'internal.cancelled' });
    expect(sent).toHaveLength(turnsPerHost);
  });
});
