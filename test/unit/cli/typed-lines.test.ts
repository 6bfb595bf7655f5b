import { PassThrough } from 'node:stream';
import { beforeEach, describe, expect, it } from 'vitest';
import { followLines } from '../../../main/cli/typed-lines.ts';
import { settle } from '../../fixtures/fake-clock.ts';

class FakeKeyboard extends PassThrough {
  readonly isTTY = true;
  readonly rawModes: boolean[] = [];

  setRawMode(raw: boolean): this {
    this.rawModes.push(raw);
    return this;
  }
}

const lines: string[] = [];
let interruptions = 0;
const listener = { line: (text: string) => void lines.push(text), interrupted: () => void interruptions++ };

beforeEach(() => {
  lines.length = 0;
  interruptions = 0;
});

describe('a pipe', () => {
  it('gives each line as it is complete', async () => {
    const pipe = new PassThrough();
    followLines(pipe, listener);
    pipe.write('one\ntw');
    await settle();
    expect(lines).toEqual(['one']);
    pipe.write('o\n');
    await settle();
    expect(lines).toEqual(['one', 'two']);
  });

  it('gives a last line without a line break at its end', async () => {
    const pipe = new PassThrough();
    followLines(pipe, listener);
    pipe.end('one');
    await settle();
    expect(lines).toEqual(['one']);
  });

  it('that ends is no interruption', async () => {
    const pipe = new PassThrough();
    followLines(pipe, listener);
    pipe.end();
    await settle();
    expect(interruptions).toBe(0);
  });

  it('is not read any more once nobody listens', async () => {
    const pipe = new PassThrough();
    const stop = followLines(pipe, listener);
    stop();
    pipe.write('one\n');
    await settle();
    expect([lines, pipe.isPaused()]).toEqual([[], true]);
  });

  it('does not fill the memory with what never becomes a line', async () => {
    const pipe = new PassThrough();
    followLines(pipe, listener);
    pipe.write('x'.repeat(1024 * 1024 + 1));
    await settle();
    pipe.write('one\n');
    await settle();
    expect(lines).toEqual(['one']);
  });
});

describe('a terminal', () => {
  it('gives lines, longer ones than its own editing takes, too', async () => {
    const keyboard = new FakeKeyboard();
    const stop = followLines(keyboard, listener);
    keyboard.write(`${'x'.repeat(5_000)}\r`);
    await settle();
    stop();
    expect(lines).toEqual(['x'.repeat(5_000)]);
  });

  it('is listened to without echo, and given back', () => {
    const keyboard = new FakeKeyboard();
    followLines(keyboard, listener)();
    expect(keyboard.rawModes).toEqual([true, false]);
  });

  it('tells of Ctrl+C', async () => {
    const keyboard = new FakeKeyboard();
    const stop = followLines(keyboard, listener);
    keyboard.write('\u0003');
    await settle();
    stop();
    expect(interruptions).toBe(1);
  });
});
