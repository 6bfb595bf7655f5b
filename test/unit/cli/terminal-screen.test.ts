import { expect, it } from 'vitest';
import { understandsEscapes } from '../../../main/cli/terminal-screen.ts';

it.each([
  ['xterm-256color', true],
  [undefined, true],
  ['dumb', false],
])('a terminal whose TERM is %s understands escape sequences: %s', (TERM, understands) => {
  expect(understandsEscapes({ TERM })).toBe(understands);
});
