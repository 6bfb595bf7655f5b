/** Finds the first place where a text stops being JSON (RFC 8259): JSON.parse tells it only by quoting the text. */

export interface JsonError {
  /** In UTF-16 code units. */
  readonly offset: number;
  /** What is wrong there; quotes nothing of the text. */
  readonly reason: string;
}

type Expected = 'value' | 'value or ]' | 'name' | 'name or }' | 'colon' | 'comma or end' | 'nothing';

const expectations: Readonly<Record<Expected, string>> = {
  value: 'a value is expected here',
  'value or ]': 'a value or ] is expected here',
  name: 'a name in double quotes is expected here',
  'name or }': 'a name in double quotes or } is expected here',
  colon: 'a colon is expected here',
  'comma or end': 'a comma, or the closing } or ], is expected here',
  nothing: 'the document is complete here, but more text follows',
};

const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** For a text that JSON.parse refuses; the answer for any other text means nothing. */
export function findJsonError(text: string): JsonError {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  let at = 0;
  const afterValue = (): Expected => (open.length === 0 ? 'nothing' : 'comma or end');

  for (;;) {
    while (' \t\r\n'.includes(text[at] ?? '-')) at++;
    const char = text[at];
    if (char === undefined) return { offset: at, reason: 'the text ends too early' };
    const wantsValue: boolean = expected === 'value' || expected === 'value or ]';
    const wantsName: boolean = expected === 'name' || expected === 'name or }';

    if (char === '"' && (wantsValue || wantsName)) {
      const end = stringEnd(text, at);
      if (typeof end !== 'number') return end;
      at = end;
      expected = wantsName ? 'colon' : afterValue();
    } else if (wantsValue && (char === '{' || char === '[')) {
      open.push(char);
      at++;
      expected = char === '{' ? 'name or }' : 'value or ]';
    } else if (closes(char, open.at(-1), expected)) {
      open.pop();
      at++;
      expected = afterValue();
    } else if (char === ':' && expected === 'colon') {
      at++;
      expected = 'value';
    } else if (char === ',' && expected === 'comma or end') {
      at++;
      expected = open.at(-1) === '{' ? 'name' : 'value';
    } else if (wantsValue) {
      scalar.lastIndex = at;
      const length = scalar.exec(text)?.[0].length ?? 0;
      if (length === 0) return { offset: at, reason: commonMistake(char, expected) ?? expectations[expected] };
      at += length;
      expected = afterValue();
    } else {
      return { offset: at, reason: commonMistake(char, expected) ?? expectations[expected] };
    }
  }
}

function closes(char: string, opened: '{' | '[' | undefined, expected: Expected): boolean {
  if (char === '}') return opened === '{' && (expected === 'name or }' || expected === 'comma or end');
  return char === ']' && opened === '[' && (expected === 'value or ]' || expected === 'comma or end');
}

/** Where the string that begins at `start` has ended, or what is wrong in it. */
function stringEnd(text: string, start: number): number | JsonError {
  for (let at = start + 1; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '"') return at + 1;
    if (char < ' ') {
      return char === '\n' || char === '\r'
        ? {
            offset: start,
            reason: 'the text that begins here is not closed on its line; line breaks are written as \\n',
          }
        : { offset: at, reason: 'a control character stands inside a text; it is written as an escape such as \\t' };
    }
    if (char === '\\') {
      const escape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
      escape.lastIndex = at;
      const length = escape.exec(text)?.[0].length;
      if (length === undefined) return { offset: at, reason: 'a backslash inside a text is written twice' };
      at += length - 1;
    }
  }
  return { offset: start, reason: 'the text that begins here is not closed' };
}

function commonMistake(char: string, expected: Expected): string | undefined {
  if (char === '/' || char === '#') return 'JSON has no comments';
  if ("'`\u2018\u2019\u201c\u201d\u201e\u00ab\u00bb".includes(char)) {
    return 'texts and names stand in straight double quotes';
  }
  if ((char === '}' || char === ']') && (expected === 'name' || expected === 'value')) {
    return 'something is missing before this, or there is a comma too many';
  }
  return undefined;
}
