/** Calls about what is pasted into the form, and how its secrets come back when the draft is checked, tested and saved. */
import type { CallsOf } from './answer.ts';
import type { PastedSecrets } from './pasted-secrets.ts';
import { readPasted } from './read-pasted.ts';
import type { PastePorts } from './read-pasted.ts';

/** Those that are answered here. */
export type PasteCall = `profiles.${'readPasted' | 'forgetPasted'}`;

export function pasteCalls(ports: PastePorts): Pick<CallsOf<'profiles'>, PasteCall> {
  return {
    'profiles.readPasted': ({ text }) => readPasted(ports, text),
    'profiles.forgetPasted'({ pasted }) {
      ports.pasted.forget(pasted);
      return null;
    },
  };
}

type CallsWithDraft = Pick<CallsOf<'profiles'>, 'profiles.validate' | 'profiles.test' | 'profiles.save'>;

/** The same calls, for which secrets that were pasted count as typed; once they are stored they are forgotten. */
export function withPasted<Calls extends CallsWithDraft>(calls: Calls, pasted: PastedSecrets): Calls {
  return {
    ...calls,
    'profiles.validate': async (draft) => calls['profiles.validate'](pasted.into(draft)),
    'profiles.test': async (draft) => calls['profiles.test'](pasted.into(draft)),
    async 'profiles.save'(draft) {
      const saved = await calls['profiles.save'](pasted.into(draft));
      pasted.forget(draft.pasted);
      return saved;
    },
  };
}
