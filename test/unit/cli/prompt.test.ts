import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { createPrompter } from '../../../main/cli/prompt.ts';
import { settle } from '../../fixtures/fake-clock.ts';
import { collect } from './fake-session.ts';

class FakeKeyboard extends PassThrough {
  readonly isTTY = true;
  readonly rawModes: boolean[] = [];

  setRawMode(raw: boolean): this {
    this.rawModes.push(raw);
    return this;
  }
}

function terminal() {
  const keyboard = new FakeKeyboard();
  const screen = collect(true);
  return { keyboard, screen, prompt: createPrompter(screen, () => keyboard) };
}

describe('a prompt for a secret', () => {
  it('returns what was typed and shows none of it', async () => {
    const { keyboard, screen, prompt } = terminal();
    const answer = prompt.secret('Client secret: ');
    await settle();
    keyboard.write('CANARY ß東\r');
    await expect(answer).resolves.toBe('CANARY ß東');
    expect(screen.text()).toBe('Client secret: \n');
  });

  it('takes the terminal out of echo, and gives it back', async () => {
    const { keyboard, prompt } = terminal();
    const answer = prompt.secret('? ');
    keyboard.write('x\r');
    await answer;
    expect(keyboard.rawModes).toEqual([true, false]);
  });

  it('lets mistakes be corrected', async () => {
    const { keyboard, prompt } = terminal();
    const answer = prompt.secret('? ');
    keyboard.write('abd\u007fc\r');
    await expect(answer).resolves.toBe('abc');
  });

  it.each([
    ['Ctrl+C', '\u0003'],
    ['Ctrl+D', '\u0004'],
  ])('is cancelled by %s', async (_key, typed) => {
    const { keyboard, prompt } = terminal();
    const answer = prompt.secret('? ');
    keyboard.write(typed);
    await expect(answer).rejects.toMatchObject({ code: 'internal.cancelled' });
    expect(keyboard.rawModes.at(-1)).toBe(false);
  });

  it('takes answers that were pasted ahead', async () => {
    const { keyboard, prompt } = terminal();
    const first = prompt.secret('New: ');
    keyboard.write('one\rtwo\r');
    await expect(first).resolves.toBe('one');
    await expect(prompt.secret('Again: ')).resolves.toBe('two');
  });
});

describe('questions one after another', () => {
  it('are each answered by what is typed after them, never by an earlier answer', async () => {
    const { keyboard, prompt } = terminal();
    for (const word of ['secret', 'passphrase', 'the same again']) {
      const answer = prompt.secret('? ');
      keyboard.write(`${word}\r`);
      await expect(answer).resolves.toBe(word);
    }
  });
});

describe('a question with echo', () => {
  it('shows what is typed', async () => {
    const { keyboard, screen, prompt } = terminal();
    const answer = prompt.line('Remove? ');
    keyboard.write('yes\r');
    await expect(answer).resolves.toBe('yes');
    expect(screen.text()).toContain('yes');
  });

  it('keeps the question when the answer is corrected', async () => {
    const { keyboard, screen, prompt } = terminal();
    const answer = prompt.line('Remove? ');
    keyboard.write('n\u007fyes\r');
    await expect(answer).resolves.toBe('yes');
    expect(screen.text().lastIndexOf('Remove? ')).toBeGreaterThan(screen.text().indexOf('n'));
  });

  it('ends its line when it is cancelled', async () => {
    const { keyboard, screen, prompt } = terminal();
    const answer = prompt.line('Remove? ');
    keyboard.write('\u0003');
    await expect(answer).rejects.toMatchObject({ code: 'internal.cancelled' });
    expect(screen.text().endsWith('\n')).toBe(true);
  });
});

describe('without a terminal', () => {
  it('nobody can be asked', () => {
    expect(createPrompter(collect(false), () => new FakeKeyboard()).isPossible()).toBe(false);
  });
});
