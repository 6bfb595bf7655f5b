import { Writable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { readerLeft } from '../../../main/cli/reader-left.ts';

async function isLeftAfter(code: string): Promise<boolean> {
  const failure = Object.assign(new Error(code), { code });
  const stream = new Writable({ write: (_chunk, _encoding, done) => done(failure) });
  let left = false;
  void readerLeft(stream).then(() => (left = true));
  stream.write('a line');
  await setImmediate();
  return left;
}

it.each([
  ['EPIPE', true],
  ['ENOSPC', false],
])('after a write that fails with %s the reader has left: %s', async (code, left) => {
  expect(await isLeftAfter(code)).toBe(left);
});
