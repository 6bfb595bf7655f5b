/**
 * Secrets that came with a document which was pasted into a form: they stay here until the profile is saved.
 * Invariants: at most four are kept, each for half an hour; what was used to save a profile is gone.
 */
import { randomUUID } from 'node:crypto';
import type { CallInput } from '../../preload/contract.ts';
import type { Clock, Timer } from '../clock.ts';
import { TokentrayError } from '../errors.ts';
import { acceptedSecrets } from '../systems/required-secrets.ts';
import { readProfile } from '../systems/validate.ts';
import type { FoundSecrets } from '../transfer/found.ts';

type Draft = CallInput<'profiles.save'>;

const lifetimeMs = 30 * 60_000;
/** A paste can be taken back, and what was pasted before it is wanted again. */
const mostKept = 4;

export interface PastedSecrets {
  /** Returns the id under which they are kept; null where there is none to keep. */
  keep(secrets: FoundSecrets): string | null;
  /**
   * The draft with those secrets that it names, of the kinds that it has a use for. What was typed goes before them. Throws
   * `config.secrets_invalid` when they are gone.
   */
  into(draft: Draft): Omit<Draft, 'pasted'>;
  forget(id: string | undefined): void;
}

export function createPastedSecrets(clock: Clock): PastedSecrets {
  const kept = new Map<string, { readonly secrets: FoundSecrets; readonly timer: Timer }>();

  function forget(id: string | undefined): void {
    kept.get(id ?? '')?.timer.cancel();
    kept.delete(id ?? '');
  }

  return {
    keep(secrets) {
      if (Object.keys(secrets).length === 0) return null;
      const id = randomUUID();
      kept.set(id, { secrets, timer: clock.setTimer(lifetimeMs, () => kept.delete(id)) });
      for (const old of [...kept.keys()].slice(0, -mostKept)) forget(old);
      return id;
    },
    into({ pasted, ...draft }) {
      if (pasted === undefined) return draft;
      const found = kept.get(pasted)?.secrets;
      if (found === undefined) {
        throw new TokentrayError('config.secrets_invalid', {
          data: { detail: 'what was pasted is kept for half an hour alone: paste it again' },
        });
      }
      const secrets = { ...usable(found, draft.draft), ...draft.secrets } as NonNullable<Draft['secrets']>;
      return { ...draft, secrets };
    },
    forget,
  };
}

/** Of a draft that is not right yet nobody knows which it needs. */
function usable(secrets: FoundSecrets, draft: Draft['draft']): FoundSecrets {
  const read = readProfile(draft);
  if ('issues' in read) return secrets;
  const kinds: readonly string[] = acceptedSecrets(read.profile);
  return Object.fromEntries(Object.entries(secrets).filter(([kind]) => kinds.includes(kind)));
}
