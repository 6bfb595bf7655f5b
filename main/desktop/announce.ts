/** Messages of the system's own kind. */
import { Notification } from 'electron';

interface AnnouncementButton {
  readonly text: string;
  readonly onPress: () => void;
}

export interface Announcement {
  readonly title: string;
  readonly body: string;
  /**
   * macOS and Windows have them, the first one best: macOS hides further ones behind a menu. Linux desktops have the click
   * alone, which must do without them.
   */
  readonly buttons?: readonly AnnouncementButton[];
}

export type Announce = (announcement: Announcement, onClick: () => void) => void;

/** One for the life of the process; a message does nothing where the system shows none. */
export function createAnnounce(): Announce {
  /** One that is collected as garbage would no longer hear of its click. */
  const open = new Set<Notification>();
  return ({ title, body, buttons = [] }, onClick) => {
    if (!Notification.isSupported()) return;
    const actions = buttons.map(({ text }) => ({ type: 'button' as const, text }));
    const notification = new Notification({ title, body, actions });
    open.add(notification);
    const forget = () => open.delete(notification);
    notification.on('click', () => {
      forget();
      onClick();
    });
    notification.on('action', ({ actionIndex }) => {
      forget();
      buttons[actionIndex]?.onPress();
    });
    notification.on('close', forget);
    notification.on('failed', forget);
    notification.show();
  };
}
