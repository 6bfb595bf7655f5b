/** Recognises which tool a document comes from, and reads it. */
import { Buffer } from 'node:buffer';
import { looksLikeCurl } from './curl-request.ts';
import { readCurlCommand } from './curl-command.ts';
import type { FoundDocument } from './found.ts';
import { readFrodoConnections } from './frodo-connections.ts';
import { readNetFoundryFile } from './netfoundry-credentials.ts';
import { readPostmanCollection } from './postman-collection.ts';
import { readPostmanEnvironment } from './postman-environment.ts';
import { readPrivateKey } from './private-key.ts';
import { readSealedForm } from './sealed-form.ts';
import { looksLikeSailPointCli, readSailPointCli } from './sailpoint-cli.ts';
import { readServerDescription } from './server-description.ts';
import { assertFewEnough, fileInvalid, mostDocumentBytes, readStrictJson } from './strict-json.ts';
import { readTokentrayProfiles } from './tokentray-profiles.ts';

/** In this order: the narrow ones first. */
const jsonReaders: readonly ((value: unknown) => FoundDocument | undefined)[] = [
  readSealedForm,
  readTokentrayProfiles,
  readNetFoundryFile,
  readPostmanEnvironment,
  readPostmanCollection,
  readFrodoConnections,
  readServerDescription,
  readPrivateKey,
];

/**
 * Undefined for text that is of no known kind. Throws `config.file_invalid` for text that is of one and cannot be read, and for
 * more than 8 MiB or 10,000 profiles; its words quote nothing of the text.
 */
export async function readDocument(given: string): Promise<FoundDocument | undefined> {
  if (Buffer.byteLength(given) > mostDocumentBytes) throw fileInvalid('it is larger than 8 MiB');
  const text = given.replace(/^\uFEFF/, '');
  if (looksLikeCurl(text)) return readCurlCommand(text);
  if (!/^\s*[{[]/.test(text)) return looksLikeSailPointCli(text) ? readSailPointCli(await readYaml(text)) : undefined;
  const value = readStrictJson(text);
  for (const read of jsonReaders) {
    const found = read(value);
    if (found === undefined) continue;
    assertFewEnough(found.profiles);
    return found;
  }
  return undefined;
}

/** Loaded when it is needed, which is seldom. */
async function readYaml(text: string): Promise<unknown> {
  const { readStrictYaml } = await import('./strict-yaml.ts');
  return readStrictYaml(text);
}
