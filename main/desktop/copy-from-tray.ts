/** A copy that was asked from the tray: shows that it goes on, that it is done, and what went wrong. */
import type { CopyReply } from '../../preload/replies.ts';
import { asTokentrayError } from '../errors.ts';
import type { SnippetKind } from '../snippets/snippet.ts';
import type { CopyQuestion, CopyToken } from './copy-token.ts';
import type { TrayMoments } from './tray-moments.ts';

export interface CopyFromTrayParts {
  readonly copy: CopyToken;
  /** What the person calls the profile. */
  readonly titleOf: (id: string) => string;
  /** Whether to copy what should not be copied unasked. */
  readonly confirm: (title: string, question: CopyQuestion) => Promise<boolean>;
  readonly moments: TrayMoments;
  /** It was copied, but lives shorter than the guaranteed minute, ms. */
  readonly warnShortLife: (id: string, remainingMs: number) => void;
  readonly fail: (id: string, error: unknown) => void;
}

/** Never rejects. A click on a profile whose copy goes on is the same copy; one on another takes its place in the icon. */
export type CopyFromTray = (id: string, as: SnippetKind) => Promise<void>;

export function createCopyFromTray(parts: CopyFromTrayParts): CopyFromTray {
  const { copy, titleOf, confirm, moments, warnShortLife, fail } = parts;
  const underWay = new Set<string>();

  async function copyConfirmed(id: string, as: SnippetKind, title: string): Promise<CopyReply | undefined> {
    const reply = await copy({ id, as, from: 'tray' });
    if (reply.outcome === 'copied') return reply;
    moments.end();
    if (!(await confirm(title, reply))) return undefined;
    return copy({ id, as, from: 'tray', confirmed: true });
  }

  return async (id, as) => {
    const key = `${id} ${as}`;
    if (underWay.has(key)) return;
    underWay.add(key);
    const title = titleOf(id);
    moments.begin(title);
    try {
      const reply = await copyConfirmed(id, as, title);
      const isCopied = reply?.outcome === 'copied';
      if (isCopied) moments.copied(title);
      else moments.end();
      if (isCopied && reply.belowMinimum && reply.remainingMs !== null) warnShortLife(id, reply.remainingMs);
    } catch (error) {
      moments.end();
      if (asTokentrayError(error).code !== 'internal.cancelled') fail(id, error);
    } finally {
      underWay.delete(key);
    }
  };
}
