/**
 * Copies text that is no secret, as the link to a sign-in page is: it lets somebody sign in, holds neither code nor
 * verifier, and is good for one attempt of a few minutes. It is plain text, stays until something else is copied, and is
 * not hidden from clipboard histories: it is meant for another browser, where a person may take a while to paste it.
 */
import type { ClipboardPort } from './clipboard-token.ts';
import type { WriteFocused } from './copy-token.ts';

/** `name`: what the text belongs to, in the words of the person. */
export type CopyText = (name: string, text: string) => Promise<void>;

export interface CopyTextParts {
  readonly port: Pick<ClipboardPort, 'write'>;
  /** For Wayland, which takes nothing from an application without focus; absent elsewhere. */
  readonly writeFocused?: WriteFocused;
}

export function createCopyText({ port, writeFocused }: CopyTextParts): CopyText {
  return (name, text) => {
    const write = () => port.write({ 'text/plain': text });
    return writeFocused === undefined ? write() : writeFocused(name, write);
  };
}
