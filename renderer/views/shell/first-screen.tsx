/** What a newcomer sees: what this is for, and the two ways to begin. */
import './first-screen.css';
import { useMemo } from 'react';
import { BrandMark } from '../../components/brand-mark.tsx';
import { Button } from '../../components/button.tsx';
import { useApp } from '../../state/app-context.ts';
import { useHeader } from '../../state/use-store.ts';
import {
  firstAdd,
  firstDemo,
  firstImport,
  firstSettings,
  firstSystems,
  firstText,
  firstTitle,
} from '../../words/first-words.ts';
import { useShortcuts } from './use-shortcuts.ts';

export function FirstScreen() {
  const { actions, navigation } = useApp();
  const { isDemo, platform } = useHeader();
  const shortcuts = useMemo(
    () => ({
      add: () => navigation.go({ view: 'add' }),
      settings: () => navigation.go({ view: 'settings' }),
    }),
    [navigation],
  );
  useShortcuts(platform, shortcuts);
  return (
    <main className="first">
      <BrandMark size={72} />
      <h1 className="first-title">{firstTitle}</h1>
      <p className="first-text">{firstText}</p>
      <p className="first-systems">{firstSystems}</p>
      <div className="first-actions">
        <Button kind="primary" size="large" icon="add" onClick={() => navigation.go({ view: 'add' })}>
          {firstAdd}
        </Button>
        {isDemo ? null : (
          <Button size="large" icon="flask" onClick={() => void actions.startDemo()}>
            {firstDemo}
          </Button>
        )}
      </div>
      <div className="first-foot">
        <Button kind="quiet" size="small" onClick={() => navigation.go({ view: 'import' })}>
          {firstImport}
        </Button>
        <Button kind="quiet" size="small" onClick={() => navigation.go({ view: 'settings' })}>
          {firstSettings}
        </Button>
      </div>
    </main>
  );
}
