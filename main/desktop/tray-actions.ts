/** Carries out what somebody chose in the tray's menu. */
import { asTokentrayError } from '../errors.ts';
import type { CopyFromTray } from './copy-from-tray.ts';
import type { MenuAction } from './menu-model.ts';
import type { DesktopPorts } from './ports.ts';

export interface TrayActionParts {
  readonly ports: {
    readonly engine: Pick<DesktopPorts['engine'], 'token'>;
    readonly settings: Pick<DesktopPorts['settings'], 'set'>;
  };
  readonly copy: CopyFromTray;
  readonly open: (destination?: Extract<MenuAction, { do: 'open' }>['destination']) => void;
  readonly quit: () => void;
  /** Says what went wrong with a profile. */
  readonly fail: (id: string, error: unknown) => void;
}

export function createTrayActions({ ports, copy, open, quit, fail }: TrayActionParts): (action: MenuAction) => void {
  const { engine, settings } = ports;

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
      case 'open':
        return open(action.destination);
      case 'quit':
        return quit();
    }
  };
}
