/** Messages of the system's own kind. */
import { Notification } from 'electron';

interface Announcement {
  readonly title: string;
  readonly body: string;
  /** Label of a button that does the same as a click; what shows no buttons has the click. */
  readonly button?: string;
}

export type Announce = (announcement: Announcement, onClick: () => void) => void;

/** One for the life of the process; a message does nothing where the system shows none. */
export function createAnnounce(): Announce {
  /** One that is collected as garbage would no longer hear of its click. */
  const open = new Set<Notification>();
  return ({ title, body, button }, onClick) => {
    if (!Notification.isSupported()) return;
    const actions = button === undefined ? [] : [{ type: 'button' as const, text: button }];
    const notification = new Notification({ title, body, actions });
    open.add(notification);
    const forget = () => open.delete(notification);
    const follow = () => {
      forget();
      onClick();
    };
    notification.on('click', follow);
    notification.on('action', follow);
    notification.on('close', forget);
    notification.on('failed', forget);
    notification.show();
  };
}
