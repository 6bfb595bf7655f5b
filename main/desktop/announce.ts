/** Messages of the system's own kind. */
import { Notification } from 'electron';

interface Announcement {
  readonly title: string;
  readonly body: string;
}

export type Announce = (announcement: Announcement, onClick: () => void) => void;

/** One for the life of the process; a message does nothing where the system shows none. */
export function createAnnounce(): Announce {
  /** One that is collected as garbage would no longer hear of its click. */
  const open = new Set<Notification>();
  return ({ title, body }, onClick) => {
    if (!Notification.isSupported()) return;
    const notification = new Notification({ title, body });
    open.add(notification);
    const forget = () => open.delete(notification);
    notification.on('click', () => {
      forget();
      onClick();
    });
    notification.on('close', forget);
    notification.on('failed', forget);
    notification.show();
  };
}
