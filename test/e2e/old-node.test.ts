/** The command line in a version of Node that is too old for it. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { tokentrayBin } from '../fixtures/command-line.ts';

const exec = promisify(execFile);

/** Makes Node 24 say that it is Node 20; with the real one the entry file loads just as well. */
const pretence = `data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'20.1.0'}})`;

async function failureOf(...words: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return exec(process.execPath, ['--import', pretence, tokentrayBin, ...words]).then(
    () => Promise.reject(new Error('it ran')),
    (error) => error as { code: number; stdout: string; stderr: string },
  );
}

it('says in one line which version it needs', async () => {
  const { code, stdout, stderr } = await failureOf('list');
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/^[^\n]*Node\.js 24[^\n]*\n$/);
});

it('says so in JSON where that was asked', async () => {
  const { code, stdout, stderr } = await failureOf('list', '--json');
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(JSON.parse(stderr)).toMatchObject({
    error: { code: 'internal.unexpected', exit: 1, next: expect.any(String) },
  });
});
