/** The plain forms of `tokentray token` that are answered without loading the real parser. */
import type { TokenAsk } from '../agent/token-ask.ts';

const profileName = /^[a-z0-9][a-z0-9._-]{0,63}$/;
const seconds = /^\d{1,7}$/;
/** Not `env`, which prints something when it fails, too. */
const forms: ReadonlySet<string> = new Set(['raw', 'header', 'curl', 'powershell', 'http', 'postman']);

/**
 * What the command line asks for, when it says so in the plainest way; undefined for everything else, which the full program
 * reads: other flags, flags given twice, `--`, values that may be wrong.
 */
export function parseQuickAsk(argv: readonly string[]): TokenAsk | undefined {
  if (argv[0] !== 'token') return undefined;
  let name: string | undefined;
  let minValid: string | undefined;
  let as: string | undefined;
  let literal = false;
  for (let at = 1; at < argv.length; at++) {
    const word = argv[at] ?? '';
    const [flag, attached] = splitFlag(word);
    if (flag === '--literal' && attached === undefined && !literal) literal = true;
    else if (flag === '--min-valid' && minValid === undefined) minValid = attached ?? argv[++at] ?? '';
    else if (flag === '--as' && as === undefined) as = attached ?? argv[++at] ?? '';
    else if (name === undefined && profileName.test(word)) name = word;
    else return undefined;
  }
  if (minValid !== undefined && !seconds.test(minValid)) return undefined;
  if (as !== undefined && !forms.has(as)) return undefined;
  return {
    ...(name === undefined ? {} : { name }),
    ...(minValid === undefined ? {} : { minValidSeconds: Number(minValid) }),
    ...(as === undefined ? {} : { as }),
    ...(literal ? { literal } : {}),
  };
}

/** `--as=raw` as its two halves. */
function splitFlag(word: string): readonly [flag: string, attached: string | undefined] {
  const at = word.indexOf('=');
  return word.startsWith('--') && at !== -1 ? [word.slice(0, at), word.slice(at + 1)] : [word, undefined];
}
