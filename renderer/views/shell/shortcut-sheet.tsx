/** All keyboard shortcuts on one page, from the tables that listen to them. */
import './shortcut-sheet.css';
import type { ReactNode } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Shortcut } from '../../components/shortcut.tsx';
import { useApp } from '../../state/app-context.ts';
import { useHeader } from '../../state/use-store.ts';
import { switcherChoices } from '../../switcher/switcher-keys.ts';
import type { Keys } from '../../words/shortcut-words.ts';
import {
  closeSwitcherWords,
  everywhereStates,
  everywhereTitle,
  listTitle,
  noEverywhere,
  sheetClose,
  sheetSettings,
  sheetTitle,
  shortcutWords,
  switcherChoiceWords,
  switcherSection,
  walkWords,
  windowTitle,
} from '../../words/sheet-words.ts';
import { listShortcuts } from '../list/list-shortcuts.ts';
import { windowShortcuts } from './shortcuts.ts';

export interface ShortcutSheetProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function ShortcutSheet({ isOpen, onClose }: ShortcutSheetProps) {
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={sheetTitle}
      isRead
      actions={
        <Button kind="primary" onClick={onClose}>
          {sheetClose}
        </Button>
      }
    >
      <div className="sheet">
        <Section title={windowTitle}>
          {windowShortcuts.map(({ shortcut, keys }) => (
            <Row key={shortcut} words={shortcutWords[shortcut]} keys={keys} />
          ))}
        </Section>
        <Section title={listTitle}>
          {listShortcuts.map(({ words, keys }) => (
            <Row key={words} words={words} keys={keys} />
          ))}
        </Section>
        <Section title={switcherSection}>
          {switcherChoices.map(({ choice, keys }) => (
            <Row key={choice} words={switcherChoiceWords[choice]} keys={[keys]} />
          ))}
          <Row words={walkWords} keys={[{ key: 'ArrowUp' }, { key: 'ArrowDown' }]} />
          <Row words={closeSwitcherWords} keys={[{ key: 'Escape' }]} />
        </Section>
        <Everywhere onClose={onClose} />
      </div>
    </Dialog>
  );
}

function Everywhere({ onClose }: Pick<ShortcutSheetProps, 'onClose'>) {
  const { navigation } = useApp();
  const { quickSwitcher } = useHeader();
  const state = quickSwitcher === null ? noEverywhere : everywhereStates[quickSwitcher.state];

  function toSettings(): void {
    onClose();
    navigation.go({ view: 'settings' });
  }

  return (
    <Section title={everywhereTitle}>
      <div className="sheet-row">
        <dt>{shortcutWords.switcher}</dt>
        <dd>
          {quickSwitcher === null ? (
            <Button size="small" onClick={toSettings}>
              {sheetSettings}
            </Button>
          ) : (
            <kbd className="shortcut">{quickSwitcher.keys}</kbd>
          )}
        </dd>
      </div>
      {state === '' ? null : (
        <div className="sheet-note">
          <dt className="for-screen-readers">{shortcutWords.switcher}</dt>
          <dd>{state}</dd>
        </div>
      )}
    </Section>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="sheet-section">
      <h3>{title}</h3>
      <dl>{children}</dl>
    </section>
  );
}

function Row({ words, keys }: { readonly words: string; readonly keys: readonly Keys[] }) {
  const { platform } = useHeader();
  return (
    <div className="sheet-row">
      <dt>{words}</dt>
      <dd>
        {keys.map((each) => (
          <Shortcut key={JSON.stringify(each)} keys={each} platform={platform} />
        ))}
      </dd>
    </div>
  );
}
