/** The quick switcher in the window of its own: what shows before there are profiles to find, and after. */
import { useEffect } from 'react';
import { Button } from '../components/button.tsx';
import type { ReadableStore } from '../state/store.ts';
import { useSelected } from '../state/use-store.ts';
import type { WindowState } from '../state/window-state.ts';
import { useTheme } from '../theme/use-theme.ts';
import {
  emptyButton,
  emptyText,
  emptyTitle,
  failedTitle,
  lockedButton,
  lockedTitle,
  switcherTitle,
  tryAgain,
} from '../words/switcher-words.ts';
import type { SwitcherControl, SwitcherHost } from './switcher-control.ts';
import { Switcher } from './switcher.tsx';

export interface SwitcherPageProps {
  readonly control: SwitcherControl;
  readonly state: ReadableStore<WindowState>;
  readonly host: SwitcherHost;
  readonly onReload: () => void;
}

export function SwitcherPage({ control, state, host, onReload }: SwitcherPageProps) {
  useTheme(useSelected(state, selectTheme));
  useEffect(() => {
    function pressed(event: KeyboardEvent): void {
      if (event.key === 'Escape' && !event.defaultPrevented) host.leave();
    }
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [host]);

  return (
    <main className="switcher-page">
      <h1 className="for-screen-readers">{switcherTitle}</h1>
      <PageContent control={control} state={state} host={host} onReload={onReload} />
    </main>
  );
}

function PageContent({ control, state, host, onReload }: SwitcherPageProps) {
  const phase = useSelected(state, selectPhase);
  const failure = useSelected(state, selectFailure);
  const header = useSelected(state, selectHeader);
  const isEmpty = useSelected(state, selectIsEmpty);
  if (phase === 'failed') {
    const words = { title: failure?.what ?? failedTitle, text: failure?.next ?? '', label: tryAgain };
    return <Instead {...words} onPress={onReload} />;
  }
  if (header === null) return null;
  if (header.lock !== null) {
    const { what, next } = header.lock.failure;
    const words = { title: lockedTitle, text: `${what} ${next}`, label: lockedButton };
    return <Instead {...words} onPress={() => host.open({ view: 'list' })} />;
  }
  if (isEmpty) {
    const words = { title: emptyTitle, text: emptyText, label: emptyButton };
    return <Instead {...words} onPress={() => host.open({ view: 'add' })} />;
  }
  return <Switcher control={control} state={state} platform={header.platform} />;
}

interface InsteadProps {
  readonly title: string;
  readonly text: string;
  readonly label: string;
  readonly onPress: () => void;
}

/** One thing to know, and one to do. */
function Instead({ title, text, label, onPress }: InsteadProps) {
  return (
    <div className="switcher-instead">
      <h2>{title}</h2>
      <p>{text}</p>
      <Button kind="primary" autoFocus onClick={onPress}>
        {label}
      </Button>
    </div>
  );
}

function selectTheme({ header }: WindowState) {
  return header?.theme ?? 'system';
}

function selectPhase({ phase }: WindowState) {
  return phase;
}

function selectFailure({ failure }: WindowState) {
  return failure;
}

function selectHeader({ header }: WindowState) {
  return header;
}

function selectIsEmpty({ profiles }: WindowState) {
  return profiles.size === 0;
}
