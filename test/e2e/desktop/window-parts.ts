/** What a person finds in the window, by what it is called there. */
import type { Locator, Page } from 'playwright';

/** Of the list; `name` is what it begins with. */
export function profileRow(page: Page, name: string, more = ''): Locator {
  return page
    .getByRole('grid', { name: 'Profiles' })
    .getByRole('row', { name: new RegExp(`^${name}\\b.*${more}`, 's') });
}

/** The heading of the page that is open. */
export function pageTitle(page: Page, name: string): Locator {
  return page.getByRole('heading', { name, level: 1, exact: true });
}

export function button(page: Page, name: string): Locator {
  return page.getByRole('button', { name, exact: true });
}
