/** A message of the system's own kind about the application itself. */
import { Notification } from 'electron';

export interface Announcement {
  readonly title: string;
  readonly body: string;
}

/** Does nothing where the system shows none. */
export function announce({ title, body }: Announcement, onClick: () => void): void {
  if (!Notification.isSupported()) return;
  const notification = new Notification({ title, body });
  notification.on('click', onClick);
  notification.show();
}
