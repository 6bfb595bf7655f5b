/** A copy that was asked from the tray: shows that it goes on, that it is done, and what went wrong. */
import type { CopyReply } from '../../preload/contract.ts';
import type { Clock, Timer } from '../clock.ts';
import { asTokentrayError } from '../errors.ts';
import type { SnippetKind } from '../snippets/snippet.ts';
import type { IdentityMismatch } from '../systems/token-identity.ts';
import type { CopyToken } from './copy-token.ts';
import type { TrayMoment } from './tray-picture.ts';

/** A copy that needs no request is over sooner, and the icon does not flicker. */
const patienceMs = 150;
/** How long the tick stays. */
const tickMs = 1_500;

export interface CopyFromTrayParts {
  readonly clock: Clock;
  readonly copy: CopyToken;
  /** What the person calls the profile. */
  readonly titleOf: (id: string) => string;
  /** Whether to copy a token that is not whom the profile expects. */
  readonly confirm: (title: string, mismatch: IdentityMismatch) => Promise<boolean>;
  readonly show: (moment: TrayMoment | undefined) => void;
  /** It was copied, but lives shorter than the guaranteed minute, ms. */
  readonly warnShortLife: (id: string, remainingMs: number) => void;
  readonly fail: (id: string, error: unknown) => void;
}

/** Never rejects. A click on a profile whose copy goes on is the same copy; one on another takes its place in the icon. */
export type CopyFromTray = (id: string, as: SnippetKind) => Promise<void>;

export function createCopyFromTray(parts: CopyFromTrayParts): CopyFromTray {
  const { clock, copy, titleOf, confirm, show, warnShortLife, fail } = parts;
  const underWay = new Set<string>();
  let timer: Timer | undefined;

  function showSoon(moment: TrayMoment): void {
    timer?.cancel();
    timer = clock.setTimer(patienceMs, () => show(moment));
  }

  function showNow(moment: TrayMoment | undefined): void {
    timer?.cancel();
    show(moment);
    timer = moment === undefined ? undefined : clock.setTimer(tickMs, () => show(undefined));
  }

  async function copyConfirmed(id: string, as: SnippetKind, title: string): Promise<CopyReply | undefined> {
    const reply = await copy({ id, as, from: 'tray' });
    if (reply.outcome === 'copied') return reply;
    showNow(undefined);
    if (!(await confirm(title, reply))) return undefined;
    return copy({ id, as, from: 'tray', confirmed: true });
  }

  return async (id, as) => {
    const key = `${id} ${as}`;
    if (underWay.has(key)) return;
    underWay.add(key);
    const title = titleOf(id);
    showSoon({ kind: 'working', title });
    try {
      const reply = await copyConfirmed(id, as, title);
      const isCopied = reply?.outcome === 'copied';
      showNow(isCopied ? { kind: 'copied', title } : undefined);
      if (isCopied && reply.belowMinimum && reply.remainingMs !== null) warnShortLife(id, reply.remainingMs);
    } catch (error) {
      showNow(undefined);
      if (asTokentrayError(error).code !== 'internal.cancelled') fail(id, error);
    } finally {
      underWay.delete(key);
    }
  };
}
