/** Fills the form from a profile, a key or a vendor's file, whether it was pasted or dropped. */
import type { Api } from '../../api.ts';
import type { Toasts } from '../../state/toast-request.ts';
import type { FormController } from './form-controller.ts';
import type { SecretKind } from './form-types.ts';
import { readPasted } from './pasted-profile.ts';
import type { Pasted } from './pasted-profile.ts';
import type { SecretTexts } from './typed-secrets.ts';

export interface DocumentTaker {
  /** False for text that is none of these, or that nothing here has a use for: it is pasted as usual. */
  readonly paste: (text: string) => boolean;
  /** A whole file: what cannot be used is said. */
  readonly drop: (text: string) => void;
}

export function createDocumentTaker(parts: {
  readonly api: Api;
  readonly form: FormController;
  readonly toasts: Toasts;
  /** A field for a private key shows. */
  readonly wantsKey: () => boolean;
  /** Told what brings back what was entered before. */
  readonly filled: (undo: () => void) => void;
}): DocumentTaker {
  const { api, form, toasts, wantsKey, filled } = parts;
  const refuse = (text: string, detail: string): void => toasts.show({ kind: 'failed', text, detail });

  async function takeCredentials(document: Readonly<Record<string, unknown>>): Promise<void> {
    const result = await api.call('profiles.readCredentials', { document: { ...document } });
    if (!result.ok) return refuse(result.failure.what, result.failure.next);
    if (result.value === null) {
      return refuse('These credentials are of no system that is known', 'Choose the system, and enter them by hand.');
    }
    const { draft, secrets } = result.value;
    filled(form.replace(draft, secretsIn(document, secrets)));
  }

  function take(found: Pasted, text: string): void {
    if (found.kind === 'profile') return filled(form.replace(found.draft, found.secrets));
    if (found.kind === 'key') return form.setSecret('privateKeyJwk', text);
    if (found.kind === 'credentials') return void takeCredentials(found.document);
    refuse(
      `That holds ${found.count} profiles`,
      'A form takes one. For all of them use the command line: tokentray import FILE',
    );
  }

  return {
    paste(text) {
      const found = readPasted(text);
      if (found === undefined || (found.kind === 'key' && !wantsKey())) return false;
      take(found, text);
      return true;
    },
    drop(text) {
      const found = readPasted(text);
      // Where a key is wanted, main says what the file is instead of one.
      if (wantsKey() && (found === undefined || found.kind === 'key')) return form.setSecret('privateKeyJwk', text);
      if (found === undefined || found.kind === 'key') {
        return refuse(
          'Nothing in this form takes that file',
          'It takes a profile as JSON, a NetFoundry credentials.json, and a private key where one is asked for.',
        );
      }
      take(found, text);
    },
  };
}

/** `places`: in which member of the document each secret stands. */
function secretsIn(
  document: Readonly<Record<string, unknown>>,
  places: Readonly<Partial<Record<SecretKind, string>>>,
): SecretTexts {
  const entries = Object.entries(places).map(([kind, member]) => [kind, document[member]] as const);
  return Object.fromEntries(
    entries.flatMap(([kind, value]) => (typeof value === 'string' ? [[kind, value.trim()]] : [])),
  );
}
