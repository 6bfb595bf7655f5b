/** At which row the one menu of all rows is open. */
import type { Store } from '../../state/store.ts';

export interface RowMenuState {
  /** Of the profile; it stays while the menu goes. Null before it was ever open. */
  readonly id: string | null;
  readonly isOpen: boolean;
}

export type RowMenuPlace = Store<RowMenuState>;

export const closedRowMenu: RowMenuState = { id: null, isOpen: false };

export function openRowMenu(menu: RowMenuPlace, id: string): void {
  menu.update(() => ({ id, isOpen: true }));
}

/** Of the button in the row that the menu opens at. */
export const rowMenuButtonId = (profileId: string): string => `row-menu-${profileId}`;
