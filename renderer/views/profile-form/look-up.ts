/** Asks the server of a draft to describe itself, and takes over what the draft leaves open. */
import type { DiscoverReply } from '../../../preload/replies.ts';
import type { Failure } from '../../../preload/views.ts';
import type { Api } from '../../api.ts';
import type { Draft, FieldDescription } from './form-types.ts';
import { valueAt } from './json-path.ts';

export type LookUpState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'asking' }
  | {
      readonly kind: 'found';
      /** Paths of the fields that were filled in. */
      readonly paths: readonly string[];
      readonly notes: readonly string[];
    }
  | { readonly kind: 'mismatch'; readonly reply: Extract<DiscoverReply, { outcome: 'issuer-mismatch' }> }
  | { readonly kind: 'failed'; readonly failure: Failure };

export interface LookUp {
  readonly ask: () => Promise<void>;
  /** What was found belongs to what was asked. */
  readonly forget: () => void;
}

export function createLookUp(parts: {
  readonly api: Api;
  readonly draft: () => Draft;
  readonly fields: () => readonly Pick<FieldDescription, 'path'>[];
  /** Told each state, and with an answer the draft that it makes. */
  readonly told: (state: LookUpState, draft?: Draft) => void;
}): LookUp {
  const { api, draft, fields, told } = parts;
  let last = 0;
  return {
    async ask() {
      const number = ++last;
      const asked = draft();
      told({ kind: 'asking' });
      const result = await api.call('profiles.discover', { draft: { ...asked } });
      if (number !== last) return;
      if (!result.ok) return told({ kind: 'failed', failure: result.failure });
      const reply = result.value;
      if (reply.outcome === 'issuer-mismatch') return told({ kind: 'mismatch', reply });
      const paths = fields()
        .map(({ path }) => path)
        .filter((path) => valueAt(asked, path) === undefined && valueAt(reply.draft, path) !== undefined);
      told({ kind: 'found', paths, notes: reply.notes }, reply.draft);
    },
    forget() {
      last++;
      told({ kind: 'idle' });
    },
  };
}

/** Which field of a form the button stands at: what is looked up by it. */
export function looksUpBy(system: string | null, auth: string | null): string | undefined {
  if (system === 'oauth' && auth !== 'api_key' && auth !== 'linked') return 'issuer';
  return system === 'isc' ? 'tenant' : undefined;
}
