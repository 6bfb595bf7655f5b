/** A failure in words: for every code one line that says what happened and one that says what to do. */
import { authTexts } from './error-texts/auth.ts';
import { configTexts } from './error-texts/config.ts';
import { ipcTexts } from './error-texts/ipc.ts';
import { networkTexts } from './error-texts/network.ts';
import { fill, given } from './error-texts/phrases.ts';
import type { ErrorTemplate, ErrorTemplates, ErrorText } from './error-texts/phrases.ts';
import { storageTexts } from './error-texts/storage.ts';
import type { ErrorCode, ErrorData } from './errors.ts';

const internalTexts: ErrorTemplates<'internal'> = {
  'internal.bad_request': {
    what: ({ detail }) => `the window asked for something in a way that Tokentray does not know${given(': ', detail)}`,
    next: 'Close the window and open it again; if it happens again, please report it together with what you were doing',
  },
  'internal.cancelled': {
    what: ({ detail }) => `the work was cancelled${given(': ', detail)}`,
    next: 'Start it again when you want it; nothing was lost',
  },
  'internal.unexpected': {
    what: ({ detail, systemCode }) =>
      `Tokentray met a fault of its own${given(': ', [detail, systemCode].filter(Boolean).join(', '))}`,
    next: 'Try again; if it happens again, please report it together with what you were doing',
  },
};

const templates: Readonly<Record<ErrorCode, ErrorTemplate>> = {
  ...configTexts,
  ...authTexts,
  ...networkTexts,
  ...storageTexts,
  ...ipcTexts,
  ...internalTexts,
};

/**
 * The general words about a failure; `describeError` adds those of the profile's own system.
 * Both are one line of printable text that ends in a full stop, whatever the facts hold.
 */
export function errorText(code: ErrorCode, data: ErrorData): ErrorText {
  return fill(templates[code], data);
}
