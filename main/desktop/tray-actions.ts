/** Carries out what somebody chose in the tray's menu. */
import { asTokentrayError } from '../errors.ts';
import type { CopyFromTray } from './copy-from-tray.ts';
import type { MenuAction } from './menu-model.ts';
import type { DesktopPorts } from './ports.ts';
import type { TraySession } from './tray-session.ts';

export interface TrayActionParts {
  readonly ports: {
    readonly engine: Pick<DesktopPorts['engine'], 'token'>;
    readonly settings: Pick<DesktopPorts['settings'], 'set'>;
  };
  readonly copy: CopyFromTray;
  readonly session: Omit<TraySession, 'takes'>;
  readonly open: (destination?: Extract<MenuAction, { do: 'open' }>['destination']) => void;
  /** Never rejects. */
  readonly openLogs: () => Promise<void>;
  readonly openSwitcher: () => void;
  readonly quit: () => void;
  /** Says what went wrong with a profile. */
  readonly fail: (id: string, error: unknown) => void;
}

export function createTrayActions(parts: TrayActionParts): (action: MenuAction) => void {
  const { copy, session, open, openLogs, openSwitcher, quit, fail } = parts;
  const { engine, settings } = parts.ports;

  async function failing(id: string, work: Promise<unknown>): Promise<void> {
    try {
      await work;
    } catch (error) {
      fail(id, asTokentrayError(error));
    }
  }

  return (action) => {
    switch (action.do) {
      case 'copy':
        return void copy(action.id, action.as);
      case 'refresh':
        return void failing(action.id, engine.token(action.id, { force: true }));
      case 'make-default':
        return void failing(action.id, settings.set('defaultProfile', action.id));
      case 'sign-in':
        return session.signIn(action.ids);
      case 'copy-sign-in-link':
        return void session.copyLink(action.id);
      case 'cancel-sign-in':
        return session.cancel(action.id);
      case 'cancel-sign-ins':
        return session.cancelAll();
      case 'sign-out':
        return void session.signOut(action.id);
      case 'open':
        return open(action.destination);
      case 'open-switcher':
        return openSwitcher();
      case 'open-logs':
        return void openLogs();
      case 'quit':
        return quit();
    }
  };
}
