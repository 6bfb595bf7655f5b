/** Reads a document for an import: what a form would forgive is refused where nobody looks at each profile. */
import { TokentrayError } from '../errors.ts';
import { parseImport } from '../profiles/transfer.ts';
import type { FoundDocument } from './found.ts';
import { readDocument } from './read-document.ts';

/** Throws `config.file_invalid` for what is of no known kind, and for secrets that stand in the open in an own export. */
export async function readImport(text: string): Promise<FoundDocument> {
  const document = await readDocument(text);
  if (document === undefined && /^\s*[{[]/.test(text)) {
    // It may be an export of ours after all, with something wrong at its outside.
    parseImport(text);
  }
  if (document === undefined) throw unknownDocument();
  if (document.isOwn === true) parseImport(text);
  return document;
}

function unknownDocument(): TokentrayError {
  return new TokentrayError('config.file_invalid', {
    data: {
      detail:
        'it is of no kind that is known; those are Tokentray exports, configurations of the SailPoint CLI, connection profiles of frodo, environments and collections of Postman, credentials.json of NetFoundry, and curl commands',
    },
  });
}
