/** One thing done with several profiles: how it went with each is told, and one that fails stops none of the others. */
import type { ManyReply } from '../../preload/replies.ts';
import { failureOf } from './failure.ts';
import type { CallPorts } from './ports.ts';

/** `atOnce`: how many are under way at a time. Never rejects. */
export async function eachProfile(
  { storage }: Pick<CallPorts, 'storage'>,
  { ids, atOnce }: { readonly ids: readonly string[]; readonly atOnce: number },
  work: (id: string) => Promise<unknown>,
): Promise<ManyReply> {
  const waiting = [...new Set(ids)];
  const doneIds: string[] = [];
  const failed: ManyReply['failed'][number][] = [];

  async function next(): Promise<void> {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      // Read before: what is removed has no words of its system any more.
      const profile = storage.profiles.get(id)?.profile;
      try {
        await work(id);
        doneIds.push(id);
      } catch (thrown) {
        failed.push({ id, failure: failureOf(thrown, profile) });
      }
    }
  }

  await Promise.all(Array.from({ length: Math.min(atOnce, waiting.length) }, next));
  return { doneIds, failed };
}
