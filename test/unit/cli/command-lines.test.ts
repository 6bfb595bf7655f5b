import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commandLines } from '../../../main/cli/command-lines.ts';
import { displayWidth } from '../../../main/cli/table.ts';

const words = ['TOKENTRAY_HOME=/tmp/tokentray-demo-c6s5dN', 'npx', 'tokentray', 'token', 'demo-acme'];

describe('commandLines', () => {
  it('is one line where there is room', () => {
    expect(commandLines(words, 80, '\\')).toStrictEqual([words.join(' ')]);
  });

  it('breaks between words, after a blank', () => {
    expect(commandLines(words, 56, '\\')).toStrictEqual([
      'TOKENTRAY_HOME=/tmp/tokentray-demo-c6s5dN npx \\',
      'tokentray token demo-acme',
    ]);
  });

  it('breaks a word without putting a blank into it', () => {
    expect(commandLines(words, 30, '\\')).toStrictEqual([
      'TOKENTRAY_HOME=/tmp/tokentra\\',
      'y-demo-c6s5dN npx tokentray \\',
      'token demo-acme',
    ]);
  });

  it('never takes more cells than it is given, and means the same', () => {
    const word = fc.stringMatching(/^[a-z/=]{1,40}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), fc.integer({ min: 4, max: 100 }), (given, cells) => {
        const lines = commandLines(given, cells, '\\');
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(cells);
        expect(lines.join('\n').replaceAll('\\\n', '')).toBe(given.join(' '));
      }),
    );
  });
});
