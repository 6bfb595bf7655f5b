/** The list and the page beside it; with little room one of the two. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { useApp } from '../../state/app-context.ts';
import type { Route } from '../../state/navigation.ts';
import { useHeader, useRoute, useWindowState } from '../../state/use-store.ts';
import type { WindowState } from '../../state/window-state.ts';
import { ImportPage } from '../import/import-page.tsx';
import { shellWords } from '../../words/shell-words.ts';
import { createListMemory } from '../list/list-memory.ts';
import { ListPane } from '../list/list-pane.tsx';
import type { Places } from '../places.tsx';
import { CompareView } from '../profile/compare/compare-view.tsx';
import { ProfileView } from '../profile/profile-view.tsx';
import { useIsWide } from './use-is-wide.ts';
import { useShortcuts } from './use-shortcuts.ts';

export function Panes({ places }: { readonly places: Places }) {
  const { navigation } = useApp();
  const { platform } = useHeader();
  const route = useRoute();
  const isWide = useIsWide();
  const [memory] = useState(createListMemory);
  const panes = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLElement>(null);
  const [focusAsked, setFocusAsked] = useState(0);
  const firstId = useWindowState(firstShown);
  const hasProfiles = firstId !== null;
  // With room for both, a page beside the list is never empty.
  const shown: Route = isWide && route.view === 'list' && hasProfiles ? { view: 'profile', id: firstId } : route;
  const showsList = hasProfiles && (isWide || shown.view === 'list');
  const showsContent = shown.view !== 'list';
  const key = routeKey(shown);
  const keyBefore = useRef(key);

  const open = useCallback(
    (id: string, byKeyboard: boolean) => {
      navigation.go({ view: 'profile', id });
      if (byKeyboard) setFocusAsked((count) => count + 1);
    },
    [navigation],
  );

  useEffect(() => {
    if (focusAsked > 0) enter(panes.current);
  }, [focusAsked]);

  useEffect(() => {
    // What had the focus is gone with the page before: the keyboard goes on where the person looks.
    if (keyBefore.current !== key && document.activeElement === document.body) enter(panes.current);
    keyBefore.current = key;
    content.current?.scrollTo(0, 0);
  }, [key]);

  const shortcuts = useMemo(
    () => ({
      add: () => navigation.go({ view: 'add' }),
      settings: () => navigation.go({ view: 'settings' }),
      leave: () => navigation.back(),
      search() {
        if (!isWide) navigation.go({ view: 'list' });
        memory.searchAsked.update(() => true);
      },
    }),
    [navigation, isWide, memory],
  );
  useShortcuts(platform, shortcuts);

  return (
    <div ref={panes} className="panes" data-panes={showsList && showsContent ? 2 : 1}>
      {showsList ? (
        <ListPane
          memory={memory}
          selectedId={shown.view === 'profile' ? shown.id : null}
          isPage={!showsContent}
          onOpen={open}
        />
      ) : null}
      {showsContent ? (
        <main ref={content} className="content">
          <div className="content-inner">
            {shown.view === 'profile' && !isWide ? <BackToList /> : null}
            <RoutePage key={key} route={shown} places={places} />
          </div>
        </main>
      ) : null}
    </div>
  );
}

function BackToList() {
  const { navigation } = useApp();
  return (
    <div className="content-back">
      <Button kind="quiet" size="small" icon="back" onClick={() => navigation.go({ view: 'list' })}>
        {shellWords.allProfiles}
      </Button>
    </div>
  );
}

function RoutePage({ route, places: { Settings, ProfileForm } }: { readonly route: Route; readonly places: Places }) {
  if (route.view === 'profile') return <ProfileView id={route.id} />;
  if (route.view === 'compare') return <CompareView {...route} />;
  if (route.view === 'edit') return <ProfileForm {...route} />;
  if (route.view === 'add') return <ProfileForm />;
  if (route.view === 'import') return <ImportPage id={route.id} />;
  return route.view === 'settings' ? <Settings /> : null;
}

/** The focus goes to the title of the page, or to the row of the list that the person came from. */
function enter(panes: HTMLElement | null): void {
  const title = panes?.querySelector<HTMLElement>('.content h1');
  const row = panes?.querySelector<HTMLElement>('.row-main[tabindex="0"]');
  (title ?? row)?.focus({ preventScroll: true });
}

function routeKey(route: Route): string {
  return 'id' in route ? `${route.view}:${route.id}` : route.view;
}

/** The default profile, else the first of the list. */
function firstShown({ order, profiles }: WindowState): string | null {
  return order.find((id) => profiles.get(id)?.isDefault === true) ?? order[0] ?? null;
}
