/**
 * `Notification`: shown in the strip, where it can be clicked, answered by its buttons and dismissed. As Electron's
 * documentation has it, macOS and Windows show buttons and Linux none.
 */
import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { createAppEvent } from './app-event.ts';
import type { Lifecycle } from './lifecycle.ts';
import type { PreviewPlatform } from './options.ts';
import type { NotificationControl, PretendedDesktop } from './pretended-desktop.ts';

type Offered =
  | 'actions'
  | 'body'
  | 'close'
  | 'groupId'
  | 'id'
  | 'show'
  | 'silent'
  | 'subtitle'
  | 'timeoutType'
  | 'title'
  | 'urgency';

export function createNotificationClass(lifecycle: Lifecycle, desktop: PretendedDesktop, platform: PreviewPlatform) {
  return class Notification extends EventEmitter implements Pick<Electron.Notification, Offered> {
    readonly id: string;
    readonly groupId: string;
    title: string;
    subtitle: string;
    body: string;
    silent: boolean;
    urgency: Electron.Notification['urgency'];
    timeoutType: Electron.Notification['timeoutType'];
    actions: Electron.NotificationAction[];
    #control: NotificationControl | null = null;

    constructor(options: Electron.NotificationConstructorOptions = {}) {
      lifecycle.requireReady('Cannot create Notification');
      super();
      this.id = options.id ?? randomUUID();
      this.groupId = options.groupId ?? '';
      this.title = options.title ?? '';
      this.subtitle = options.subtitle ?? '';
      this.body = options.body ?? '';
      this.silent = options.silent ?? false;
      this.urgency = options.urgency ?? 'normal';
      this.timeoutType = options.timeoutType ?? 'default';
      this.actions = options.actions ?? [];
      if (platform !== 'win32' && this.actions.some(({ type }) => type === 'selection')) {
        throw new TypeError('Only Windows has actions of the type selection');
      }
    }

    static isSupported(): boolean {
      return true;
    }

    /** Shown again it takes the place of its earlier showing. */
    show(): void {
      this.#control?.dismiss();
      let isOpen = true;
      const { title, body } = this;
      const actions = platform === 'linux' ? [] : this.actions.map(({ text }) => text ?? '');
      const end = (reason: string) => {
        if (!isOpen) return;
        isOpen = false;
        desktop.changed();
        this.emit('close', createAppEvent({ reason }));
      };
      const control: NotificationControl = {
        shown: () => ({ title, body, actions, isOpen }),
        click: () => {
          if (!isOpen) throw new Error(`The notification "${title}" is closed`);
          isOpen = false;
          desktop.changed();
          this.emit('click', createAppEvent());
        },
        press: (action) => {
          const actionIndex = actions.indexOf(action);
          if (!isOpen || actionIndex === -1) throw new Error(`The notification "${title}" shows no button ${action}`);
          isOpen = false;
          desktop.changed();
          this.emit('action', createAppEvent({ actionIndex, selectionIndex: -1 }), actionIndex, -1);
        },
        dismiss: () => end('userCanceled'),
      };
      this.#control = control;
      desktop.notifications.push(control);
      desktop.changed();
      this.emit('show', createAppEvent());
    }

    close(): void {
      this.#control?.dismiss();
    }
  };
}
