import { describe, expect, it } from 'vitest';
import { openLiveView } from '../../../main/cli/live-view.ts';
import type { Screen } from '../../../main/cli/live-view.ts';
import { FakeClock } from '../../fixtures/fake-clock.ts';

/** A terminal that remembers what was written, and draws what a test says. */
function open(lines: readonly string[]) {
  const clock = new FakeClock();
  const writes: string[] = [];
  const listeners = new Set<Parameters<Screen['watch']>[0]>();
  const picture = { lines };
  const view = openLiveView({
    clock,
    draw: () => picture.lines,
    screen: {
      write: (text) => void writes.push(text),
      size: () => ({ columns: 80, rows: 24 }),
      watch(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
  });
  const disturb = () => listeners.forEach((listener) => listener.disturbed());
  const suspend = () => listeners.forEach((listener) => listener.suspended());
  return { clock, writes, picture, view, disturb, suspend, listeners };
}

describe('the live view', () => {
  it('takes the alternate screen and hides the cursor', () => {
    const { writes } = open(['one']);
    expect(writes.join('')).toContain('\u001b[?1049h\u001b[?25l');
  });

  it('writes nothing while nothing changes', async () => {
    const { clock, writes } = open(['one', 'two']);
    const before = writes.length;
    await clock.advance(5_000);
    expect(writes).toHaveLength(before);
  });

  it('writes only the line that changed, at its place', () => {
    const { writes, picture, view } = open(['one', 'two', 'three']);
    picture.lines = ['one', '2', 'three'];
    view.update();
    expect(writes.at(-1)).toBe('\u001b[2;1H\u001b[2K2\u001b[4;1H');
  });

  it('wipes lines that are no longer there', () => {
    const { writes, picture, view } = open(['one', 'two']);
    picture.lines = ['one'];
    view.update();
    expect(writes.at(-1)).toBe('\u001b[2;1H\u001b[2K\u001b[2;1H');
  });

  it('counts down once a second', async () => {
    const { clock, writes, picture } = open(['10s']);
    picture.lines = ['9s'];
    await clock.advance(1_000);
    expect(writes.at(-1)).toContain('9s');
  });

  it('draws everything anew on another size', () => {
    const { writes, disturb } = open(['one', 'two']);
    disturb();
    expect(writes.at(-1)).toContain('\u001b[2J');
    expect(writes.at(-1)).toContain('one');
    expect(writes.at(-1)).toContain('two');
  });

  it('lends the terminal to the shell while it is stopped', () => {
    const { writes, suspend, disturb } = open(['one']);
    suspend();
    expect(writes.at(-1)).toBe('\u001b[?7h\u001b[?25h\u001b[?1049l');
    disturb();
    expect(writes.at(-1)).toContain('\u001b[?1049h');
  });

  it('gives the terminal back once, however often it is closed', () => {
    const { writes, view } = open(['one']);
    view.close();
    view.close();
    expect(writes.filter((text) => text.includes('\u001b[?25h\u001b[?1049l'))).toHaveLength(1);
  });

  it('leaves no timer and no listener behind, and draws no more', () => {
    const { clock, view, listeners, writes, picture } = open(['one']);
    view.close();
    const before = writes.length;
    picture.lines = ['two'];
    view.update();
    expect(writes).toHaveLength(before);
    expect(clock.pendingTimers).toBe(0);
    expect(listeners.size).toBe(0);
  });
});
