/** The strip: a page that shows the pretended desktop and in which a person clicks. */
import type { Page } from 'playwright';
import type { PretendedDesktop } from './pretended-desktop.ts';
import { stripHtml } from './strip-html.ts';
import type { StripAction } from './strip-html.ts';
import { stripAddress, stripPage } from './strip-page.ts';
import type { SystemClipboard } from './system-clipboard.ts';

export interface StripParts {
  readonly page: Page;
  readonly desktop: PretendedDesktop;
  readonly clipboard: SystemClipboard;
  visit(url: string): void;
}

const binding = 'tellHost';

export async function showStrip({ page, desktop, clipboard, visit }: StripParts): Promise<void> {
  await page.exposeFunction(binding, (text: string) => act(desktop, JSON.parse(text) as StripAction, visit));
  await page.route(stripAddress, (route) => route.fulfill({ contentType: 'text/html', body: stripPage(binding) }));
  await page.goto(stripAddress);

  let isStale = false;
  let drawn = '';
  async function draw(): Promise<void> {
    isStale = false;
    const html = stripHtml(desktop, [...clipboard.forOthers().keys()]);
    // An open submenu stays open where nothing changed.
    if (html === drawn) return;
    drawn = html;
    await page.evaluate(`document.body.innerHTML = ${JSON.stringify(html)}`).catch(() => undefined);
  }
  // Many changes come at once; they are drawn once.
  const redraw = () => {
    if (isStale) return;
    isStale = true;
    setImmediate(() => void draw());
  };
  desktop.onChange(redraw);
  clipboard.onChange(redraw);
  await draw();
}

function act(desktop: PretendedDesktop, action: StripAction, visit: (url: string) => void): void {
  switch (action.do) {
    case 'visit':
      return visit(action.url);
    case 'answer':
      return [...desktop.dialogs][action.dialog]?.answer(action.button);
    case 'clickNotification':
      return desktop.notifications[action.notification]?.click();
    case 'pressNotification':
      return desktop.notifications[action.notification]?.press(action.label);
    case 'dismissNotification':
      return desktop.notifications[action.notification]?.dismiss();
    case 'choose':
      return [...desktop.trays][action.tray]?.choose(action.labels);
    case 'click':
    case 'rightClick':
    case 'closeMenu':
      return [...desktop.trays][action.tray]?.[action.do]();
  }
}
