import { describe, expect, it } from 'vitest';
import { HostTurns, turnsPerHost } from '../../../main/tokens/host-turns.ts';
import { settle } from '../../fixtures/fake-clock.ts';

/** Work that is under way until it is let go. */
function place() {
  const turns = new HostTurns();
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  return {
    turns,
    begun,
    add(host: string | undefined, ...ids: readonly string[]) {
      for (const id of ids) {
        turns.add(id, host, async () => {
          begun.push(id);
          await new Promise<void>((resolve) => ends.set(id, resolve));
        });
      }
    },
    async end(id: string) {
      ends.get(id)?.();
      await settle();
    },
  };
}

const names = (prefix: string, count: number) => Array.from({ length: count }, (_, number) => `${prefix}${number}`);

describe('turns at a host', () => {
  it('are given in the order in which they were asked for, so many at a time', async () => {
    const { add, begun, end, turns } = place();
    add('a', ...names('p', turnsPerHost + 2));
    expect(begun).toEqual(names('p', turnsPerHost));
    expect(turns.isWaiting(`p${turnsPerHost}`)).toBe(true);
    await end('p0');
    expect(begun).toEqual(names('p', turnsPerHost + 1));
    expect(turns.isWaiting(`p${turnsPerHost}`)).toBe(false);
  });

  it('are not waited for because of another host', () => {
    const { add, begun } = place();
    add('a', ...names('p', turnsPerHost + 1));
    add('b', 'other');
    expect(begun).toContain('other');
  });

  it('are not needed where the host is not known', () => {
    const { add, begun } = place();
    add(undefined, ...names('p', 20));
    expect(begun).toHaveLength(20);
  });

  it('are not given any more once they were forgotten', async () => {
    const { add, begun, end, turns } = place();
    add('a', ...names('p', turnsPerHost + 1));
    turns.clear();
    await end('p0');
    expect(begun).toHaveLength(turnsPerHost);
    expect(turns.isWaiting(`p${turnsPerHost}`)).toBe(false);
  });
});
