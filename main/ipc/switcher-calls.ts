/** What the quick switcher's own window may call: far less than the main window. */
import type { Destination } from '../../preload/replies.ts';
import type { Calls } from './answer.ts';
import type { ViewFeed } from './view-feed.ts';

type Shared = 'app.networkChanged' | 'profiles.copy' | 'signIns.open' | 'signIns.start';

export type SwitcherCalls = Pick<Calls, Shared | 'app.state' | 'switcher.hide' | 'switcher.open'>;

export interface SwitcherCallParts {
  /** Of the main window. */
  readonly calls: Pick<Calls, Shared>;
  /** Of this window. */
  readonly feed: Pick<ViewFeed, 'state'>;
  readonly window: { hide(): void; leave(): void; isVisible(): boolean };
  /** Opens the main window. */
  readonly open: (destination: Destination) => void;
  /** The token is on the clipboard, and the window is about to go. */
  readonly onCopied: (id: string) => void;
  /** Nothing was copied before somebody is asked, and nobody looks at the window any more. */
  readonly onUnseenQuestion: (id: string) => void;
  /** Nothing was copied, and nobody looks at the window any more. */
  readonly onUnseenFailure: (id: string, error: unknown) => void;
}

export function switcherCalls(parts: SwitcherCallParts): SwitcherCalls {
  const { calls, feed, window, open, onCopied, onUnseenQuestion, onUnseenFailure } = parts;
  return {
    'app.state': () => feed.state(),
    'app.networkChanged': calls['app.networkChanged'],
    async 'profiles.copy'(wish) {
      try {
        const reply = await calls['profiles.copy'](wish);
        if (reply.outcome === 'copied') onCopied(wish.id);
        else if (!window.isVisible()) onUnseenQuestion(wish.id);
        return reply;
      } catch (error) {
        if (!window.isVisible()) onUnseenFailure(wish.id, error);
        throw error;
      }
    },
    'signIns.open': calls['signIns.open'],
    'signIns.start': calls['signIns.start'],
    'switcher.hide'() {
      window.hide();
      return null;
    },
    'switcher.open'(destination) {
      window.leave();
      open(destination);
      return null;
    },
  };
}
