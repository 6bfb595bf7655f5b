import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TokenAsk } from '../../../main/agent/token-ask.ts';
import { parseQuickAsk } from '../../../main/cli/quick-ask.ts';
import { snippetKinds } from '../../../main/snippets/snippet.ts';
import { fakeAgent, FakeCli } from './fake-session.ts';

/** What the real parser makes of a command line, as the agent is asked; undefined when it asks nothing. */
async function parseFully(argv: readonly string[]): Promise<TokenAsk | undefined> {
  const asked: TokenAsk[] = [];
  const cli = new FakeCli();
  cli.agent = fakeAgent({
    token: async (ask) => {
      asked.push(ask);
      return { text: 'token\n' };
    },
  });
  await cli.run(argv);
  return asked[0];
}

describe('the quick way to a token', () => {
  it.each<[readonly string[], TokenAsk]>([
    [['token'], {}],
    [['token', 'acme'], { name: 'acme' }],
    [['token', 'acme-prod.eu_1'], { name: 'acme-prod.eu_1' }],
    [['token', 'acme', '--min-valid', '600'], { name: 'acme', minValidSeconds: 600 }],
    [['token', '--min-valid=0', 'acme'], { name: 'acme', minValidSeconds: 0 }],
    [['token', '--min-valid', '007'], { minValidSeconds: 7 }],
    [['token', '--as', 'curl', 'acme'], { name: 'acme', as: 'curl' }],
    [['token', 'acme', '--as=curl', '--literal'], { name: 'acme', as: 'curl', literal: true }],
    [['token', '--as', 'raw'], { as: 'raw' }],
    [['token', '--as', 'header', '--min-valid', '5', '--literal'], { as: 'header', minValidSeconds: 5, literal: true }],
  ])('reads %j as the real parser does', async (argv, ask) => {
    expect(parseQuickAsk(argv)).toStrictEqual(ask);
    expect(await parseFully(argv)).toStrictEqual(ask);
  });

  it.each([
    [],
    ['status'],
    ['--json', 'token'],
    ['token', '--help'],
    ['token', '-h'],
    ['token', 'acme', '--json'],
    ['token', 'acme', '--force'],
    ['token', 'acme', '--scope', 'read'],
    ['token', 'acme', '--as', 'env'],
    ['token', 'acme', 'beta'],
    ['token', '--', 'acme'],
    ['token', 'Acme'],
    ['token', ''],
    ['token', '-'],
    ['token', 'a'.repeat(65)],
    ['token', '--min-valid'],
    ['token', '--min-valid', '-1'],
    ['token', '--min-valid', '1e3'],
    ['token', '--min-valid', '99999999'],
    ['token', '--min-valid='],
    ['token', '--min-valid', '5', '--min-valid', '6'],
    ['token', '--as'],
    ['token', '--as', 'yaml'],
    ['token', '--as='],
    ['token', '--as', 'raw', '--as', 'curl'],
    ['token', '--literal', '--literal'],
    ['token', '--literal=1'],
    ['token', '--min'],
    ['token', '--minvalid', '5'],
  ])('leaves %j to the real parser', (...argv) => {
    expect(parseQuickAsk(argv)).toBeUndefined();
  });

  it('never reads anything in another way than the real parser', async () => {
    const vocabulary = [
      'acme',
      'raw',
      'curl',
      '5',
      '60',
      '--as',
      '--as=raw',
      '--min-valid',
      '--min-valid=5',
      '--literal',
    ];
    const word = fc.constantFrom(...vocabulary, '--force', '--json', '--', '-', '', '--scope', '--as=x', 'env', 'Acme');
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 6 }), async (words) => {
        const argv = ['token', ...words];
        const quick = parseQuickAsk(argv);
        fc.pre(quick !== undefined);
        expect(await parseFully(argv)).toStrictEqual(quick);
      }),
    );
  });
});

it('every form is answered quickly, except the one that prints something on failure', () => {
  const quick = snippetKinds.filter((as) => parseQuickAsk(['token', 'acme', '--as', as]) !== undefined);
  expect(quick).toEqual(snippetKinds.filter((as) => as !== 'env'));
});
