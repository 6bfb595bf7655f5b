/** The words of a curl command, told apart into what each says. */
import { curlOption } from './curl-options.ts';
import type { CurlPart } from './curl-options.ts';

export type CurlArgument = readonly [part: CurlPart, value: string];

/** `words` without the name of the program. */
export function curlArguments(words: readonly string[]): readonly CurlArgument[] {
  const found: CurlArgument[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    const next = words[at + 1] ?? '';
    const taken = word.startsWith('--') ? longOption(word.slice(2), next) : shortOptions(word, next);
    if (taken === undefined) found.push(['url', word]);
    else {
      found.push(...taken.parts);
      if (taken.usesNext) at++;
    }
  }
  return found;
}

interface Taken {
  readonly parts: readonly CurlArgument[];
  /** The next word was its value. */
  readonly usesNext: boolean;
}

/** curl itself knows no `--name=value`; other programs do, and people write it. */
function longOption(text: string, next: string): Taken {
  const [name = '', ...rest] = text.split('=');
  const option = curlOption(name);
  const usesNext = option?.takesValue === true && rest.length === 0;
  const value = usesNext ? next : rest.join('=');
  return { parts: option?.part === undefined ? [] : [[option.part, value]], usesNext };
}

/** `-sSXPOST` is several in one word. Undefined for a word that is no option. */
function shortOptions(word: string, next: string): Taken | undefined {
  if (!/^-[a-zA-Z0-9#:]/.test(word)) return undefined;
  const parts: CurlArgument[] = [];
  for (let at = 1; at < word.length; at++) {
    const option = curlOption(word.charAt(at));
    if (option === undefined) continue;
    const { part } = option;
    if (!option.takesValue) {
      if (part !== undefined) parts.push([part, '']);
      continue;
    }
    const attached = word.slice(at + 1);
    if (part !== undefined) parts.push([part, attached === '' ? next : attached]);
    return { parts, usesNext: attached === '' };
  }
  return { parts, usesNext: false };
}
