/** Keys as they are written on a keyboard, and in words for screen readers. */
import './shortcut.css';
import type { AppHeader } from '../../preload/views.ts';
import { keysSpoken, keysText } from '../words/shortcut-words.ts';
import type { Keys } from '../words/shortcut-words.ts';

export function Shortcut({ keys, platform }: { readonly keys: Keys; readonly platform: AppHeader['platform'] }) {
  return (
    <>
      <kbd className="shortcut" aria-hidden="true">
        {keysText(keys, platform)}
      </kbd>
      <span className="for-screen-readers">{keysSpoken(keys, platform)}</span>
    </>
  );
}
