/** Calls about several stored profiles at once. */
import type { CallName } from '../../preload/contract.ts';
import type { Calls } from './answer.ts';
import { eachProfile } from './each-profile.ts';
import type { CallPorts } from './ports.ts';
import type { Removals } from './removals.ts';
import { retag } from './retag.ts';

export type ManyCall = Extract<CallName, `profiles.${string}Many` | 'profiles.setTags'>;

/** Servers are told of so many ended sessions at a time. */
const removedAtOnce = 6;

export function manyCalls(ports: CallPorts, removals: Removals): Pick<Calls, ManyCall> {
  const { storage, engine } = ports;
  return {
    // The engine lets no more than a few at one host.
    'profiles.refreshMany': ({ ids }) => eachProfile(ports, { ids, atOnce: ids.length }, (id) => engine.renew(id)),
    async 'profiles.removeMany'({ ids }) {
      const warnings: string[] = [];
      let signedOut = 0;
      const reply = await eachProfile(ports, { ids, atOnce: removedAtOnce }, async (id) => {
        const { isSignedOut, warning } = await removals.remove(id, true);
        if (isSignedOut) signedOut++;
        if (warning !== null) warnings.push(warning);
      });
      return { ...reply, undoUntilMs: removals.keepLonger(reply.doneIds), signedOut, warnings };
    },
    // One after another: each is a commit of its own.
    'profiles.restoreMany': ({ ids }) => eachProfile(ports, { ids, atOnce: 1 }, (id) => removals.restore(id)),
    'profiles.setTags': ({ ids, add, remove }) =>
      eachProfile(ports, { ids, atOnce: 1 }, (id) => retag(storage, id, { add, remove })),
  };
}
