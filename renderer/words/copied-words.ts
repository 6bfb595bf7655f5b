/** What is said after a copy. */
import type { CopyReply, Toast } from '../../preload/replies.ts';
import { durationWords } from './duration.ts';

type Copied = Extract<CopyReply, { outcome: 'copied' }>;

/** `what` as the menu names it, such as `Token` or `curl command`; `name` of the profile. */
export function copiedWords(reply: Copied, what: string, name: string, nowMs: number): Toast {
  const life = reply.remainingMs === null ? '' : `Good for ${durationWords(reply.remainingMs)}. `;
  const clears =
    reply.clearsAtMs === null
      ? 'It stays on the clipboard.'
      : `Leaves the clipboard in ${durationWords(reply.clearsAtMs - nowMs)}.`;
  if (!reply.belowMinimum) return { kind: 'done', text: `${what} of ${name} copied`, detail: life + clears };
  const left = reply.remainingMs === null ? 'soon' : `in ${durationWords(reply.remainingMs)}`;
  return {
    kind: 'warning',
    text: `${what} of ${name} copied, but it expires ${left}`,
    detail: `A newer one could not be had. ${clears}`,
  };
}
