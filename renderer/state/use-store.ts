/** Renders a component when what it looks at in a store changes, and only then. */
import { useCallback, useRef, useSyncExternalStore } from 'react';
import type { AppHeader, ProfileView } from '../../preload/views.ts';
import { useApp } from './app-context.ts';
import type { Route } from './navigation.ts';
import type { ReadableStore } from './store.ts';
import type { WindowState } from './window-state.ts';

/** `isEqual` says when a newly selected value is as good as the one before; default: the same value. */
export function useSelected<Value, Selected>(
  store: ReadableStore<Value>,
  select: (value: Value) => Selected,
  isEqual: (a: Selected, b: Selected) => boolean = Object.is,
): Selected {
  const last = useRef<{ readonly selected: Selected } | null>(null);
  const snapshot = useCallback((): Selected => {
    const selected = select(store.get());
    if (last.current !== null && isEqual(last.current.selected, selected)) return last.current.selected;
    last.current = { selected };
    return selected;
  }, [store, select, isEqual]);
  return useSyncExternalStore(store.subscribe, snapshot);
}

export function useWindowState<Selected>(
  select: (state: WindowState) => Selected,
  isEqual?: (a: Selected, b: Selected) => boolean,
): Selected {
  return useSelected(useApp().state, select, isEqual);
}

/** Undefined once the profile is removed. */
export function useProfile(id: string): ProfileView | undefined {
  return useWindowState(useCallback((state) => state.profiles.get(id), [id]));
}

/** Undefined where there is none of this name. */
export function useProfileNamed(name: string | null): ProfileView | undefined {
  return useWindowState(
    useCallback(
      ({ profiles }) => (name === null ? undefined : [...profiles.values()].find((profile) => profile.name === name)),
      [name],
    ),
  );
}

/** Call only in views that show after loading. */
export function useHeader(): AppHeader {
  const header = useWindowState(selectHeader);
  if (header === null) throw new Error('no header before the state is loaded');
  return header;
}

export function useRoute(): Route {
  const { navigation } = useApp();
  return useSyncExternalStore(navigation.subscribe, navigation.get);
}

export function sameItems<Item>(a: readonly Item[], b: readonly Item[]): boolean {
  return a.length === b.length && a.every((item, index) => Object.is(item, b[index]));
}

function selectHeader(state: WindowState): AppHeader | null {
  return state.header;
}
