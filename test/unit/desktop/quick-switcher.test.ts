import { beforeEach, describe, expect, it } from 'vitest';
import { createQuickSwitcher } from '../../../main/desktop/quick-switcher.ts';
import type { QuickSwitcher } from '../../../main/desktop/quick-switcher.ts';

let done: string[];
let registered: Map<string, () => void>;
let taken: Set<string>;
let isVisible: boolean;
let changes: number;

beforeEach(() => {
  done = [];
  registered = new Map();
  taken = new Set();
  isVisible = false;
  changes = 0;
});

function create(over: { readonly isWayland?: boolean } = {}): QuickSwitcher {
  const switcher = createQuickSwitcher({
    shortcuts: {
      register(accelerator, run) {
        if (accelerator.includes('unreadable')) throw new TypeError('conversion failure');
        if (taken.has(accelerator) || registered.has(accelerator)) return false;
        registered.set(accelerator, run);
        return true;
      },
      unregister: (accelerator) => void registered.delete(accelerator),
    },
    window: {
      prepare: () => done.push('prepare'),
      show: () => see(true),
      hide: () => see(false),
      isVisible: () => isVisible,
      destroy: () => done.push('destroy'),
    },
    platform: 'linux',
    isWayland: over.isWayland ?? false,
    onChange: () => changes++,
    onRefused: (keys) => done.push(`refused ${keys}`),
  });
  function see(next: boolean): void {
    isVisible = next;
    done.push(next ? 'show' : 'hide');
    switcher.visibilityChanged();
  }
  return switcher;
}

const press = (accelerator: string) => registered.get(accelerator)?.();

describe('a shortcut that is set', () => {
  it('makes the window once, hidden, and shows it when it is pressed', () => {
    create().setShortcut('Alt+Space');
    expect(done).toEqual(['prepare']);
    press('Alt+Space');
    expect(done).toEqual(['prepare', 'show']);
  });

  it('hides the window when it is pressed again, and keeps it', () => {
    create().setShortcut('Alt+Space');
    press('Alt+Space');
    press('Alt+Space');
    expect(done).toEqual(['prepare', 'show', 'hide']);
  });

  it('is told with how it reads on this system', () => {
    const switcher = create();
    switcher.setShortcut('CommandOrControl+Shift+K');
    expect(switcher.shortcut()).toEqual({ keys: 'Ctrl+Shift+K', state: 'ready' });
    expect(changes).toBe(1);
  });

  it('takes the place of the one before', () => {
    const switcher = create();
    switcher.setShortcut('Alt+Space');
    switcher.setShortcut('Alt+T');
    expect([...registered.keys()]).toEqual(['Alt+T']);
  });

  it('is registered once, however often it is set', () => {
    const switcher = create();
    switcher.setShortcut('Alt+Space');
    switcher.setShortcut('Alt+Space');
    expect(done).toEqual(['prepare']);
  });
});

describe('without a shortcut', () => {
  it('there is no window, and nothing is registered', () => {
    const switcher = create();
    switcher.setShortcut(null);
    expect(done).toEqual([]);
    expect(switcher.shortcut()).toBeNull();
  });

  it('any more, the window is gone and the keys are free', () => {
    const switcher = create();
    switcher.setShortcut('Alt+Space');
    switcher.setShortcut(null);
    expect(done).toEqual(['prepare', 'destroy']);
    expect(registered.size).toBe(0);
  });

  it('the window comes for whoever asks in another way, and is gone afterwards', () => {
    const switcher = create();
    switcher.show();
    switcher.hide();
    expect(done).toEqual(['show', 'hide', 'destroy']);
  });
});

describe('keys that another program has', () => {
  beforeEach(() => {
    taken.add('Alt+Space');
  });

  it('are told, and the window is there for all other ways', () => {
    const switcher = create();
    switcher.setShortcut('Alt+Space');
    expect(switcher.shortcut()?.state).toBe('refused');
    expect(done).toEqual(['prepare', 'refused Alt+Space']);
  });

  it('are no keys of the menu', () => {
    const switcher = create();
    switcher.setShortcut('Alt+Space');
    expect(switcher.accelerator()).toBeUndefined();
  });

  it('are not taken from that program when others are set', () => {
    registered.set('Alt+Space', () => undefined);
    const switcher = create();
    switcher.setShortcut('Alt+Space');
    switcher.setShortcut('Alt+T');
    expect(registered.has('Alt+Space')).toBe(true);
  });

  it('and those that Electron cannot read are the same to the person', () => {
    const switcher = create();
    switcher.setShortcut('unreadable');
    expect(switcher.shortcut()?.state).toBe('refused');
  });
});

describe('under Wayland', () => {
  it('nobody is told that the keys work before they did', () => {
    const switcher = create({ isWayland: true });
    switcher.setShortcut('Alt+Space');
    expect(switcher.shortcut()?.state).toBe('unconfirmed');
    press('Alt+Space');
    expect(switcher.shortcut()?.state).toBe('ready');
    expect(changes).toBe(2);
  });
});

it('nothing is left at the end', () => {
  const switcher = create();
  switcher.setShortcut('Alt+Space');
  switcher.close();
  expect(registered.size).toBe(0);
  expect(done.at(-1)).toBe('destroy');
});
