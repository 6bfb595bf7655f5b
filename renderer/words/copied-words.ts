/** What is said after a copy. */
import type { CopyReply, Toast } from '../../preload/replies.ts';
import type { ProfileView } from '../../preload/views.ts';
import { durationWords } from './duration.ts';

type Copied = Extract<CopyReply, { outcome: 'copied' }>;

/** `what` as the menu names it, such as `Token` or `curl command`. Of production it is said that it is. */
export function copiedWords(
  reply: Copied,
  what: string,
  { name, environment }: Pick<ProfileView, 'name' | 'environment'>,
  nowMs: number,
): Toast {
  const copied = `${what} of ${name}${environment === 'production' ? ' (production)' : ''} copied`;
  const life = reply.remainingMs === null ? '' : `Good for ${durationWords(reply.remainingMs)}. `;
  const clears =
    reply.clearsAtMs === null
      ? 'It stays on the clipboard.'
      : `Leaves the clipboard in ${durationWords(reply.clearsAtMs - nowMs)}.`;
  if (!reply.belowMinimum) return { kind: 'done', text: copied, detail: life + clears };
  const left = reply.remainingMs === null ? 'soon' : `in ${durationWords(reply.remainingMs)}`;
  return {
    kind: 'warning',
    text: `${copied}, but it expires ${left}`,
    detail: `A newer one could not be had. ${clears}`,
  };
}
