/** The strip as HTML: the pretended desktop's panel with tray, menu, notifications, questions and links. */
import type { MenuRow } from './menu-rows.ts';
import type { PretendedDesktop, ShownIcon, ShownTray } from './pretended-desktop.ts';

/** What a click in the strip means. Numbers are places in the lists of the desktop. */
export type StripAction =
  | { readonly do: 'click' | 'rightClick' | 'closeMenu'; readonly tray: number }
  | { readonly do: 'choose'; readonly tray: number; readonly labels: readonly string[] }
  | { readonly do: 'clickNotification' | 'dismissNotification'; readonly notification: number }
  | { readonly do: 'pressNotification'; readonly notification: number; readonly label: string }
  | { readonly do: 'answer'; readonly dialog: number; readonly button: number }
  | { readonly do: 'visit'; readonly url: string };

/** Content of the strip's body. */
export function stripHtml(desktop: PretendedDesktop, clipboardForms: readonly string[]): string {
  const trays = [...desktop.trays].map((tray, place) => trayHtml(tray.shown(), place));
  const notifications = desktop.notifications.flatMap((control, place) => {
    const { title, body, actions, isOpen } = control.shown();
    if (!isOpen) return [];
    const text = `<b>${escape(title)}</b><span>${escape(body)}</span>`;
    const open = button({ do: 'clickNotification', notification: place }, text, 'text');
    const buttons = actions.map((label) =>
      button({ do: 'pressNotification', notification: place, label }, escape(label)),
    );
    const dismiss = button({ do: 'dismissNotification', notification: place }, '×', 'small', 'Dismiss');
    return [card(`${open}${buttons.join('')}${dismiss}`)];
  });
  const dialogs = [...desktop.dialogs].map(({ shown }, place) => {
    const answers = shown.buttons.map((label, at) =>
      button({ do: 'answer', dialog: place, button: at }, escape(label)),
    );
    return card(
      `<b>${escape(shown.message)}</b><span>${escape(shown.detail)}</span><p>${answers.join('')}</p>`,
      'dialog',
    );
  });
  const links = [...new Set(desktop.opened)].map((url) =>
    card(`Opens: ${button({ do: 'visit', url }, escape(url), 'text')}`),
  );
  const clipboard = clipboardForms.length === 0 ? 'empty' : clipboardForms.map(escape).join(', ');
  const panel = `<nav aria-label="Panel">${trays.join('') || '<i>No tray</i>'}</nav>`;
  return `${panel}${dialogs.join('')}${notifications.join('')}${links.join('')}<footer>Clipboard: ${clipboard}</footer>`;
}

function trayHtml({ icon, toolTip, title, openMenu }: ShownTray, tray: number): string {
  const label = escape(toolTip || 'Tray');
  const face = `${pictureHtml(icon)}<span>${escape(title)}</span>`;
  const head = `<div class="tray">${button({ do: 'click', tray }, face, 'icon', label, { do: 'rightClick', tray })}
    <span class="tip">${label.replaceAll('\n', '<br>')}</span>${button({ do: 'rightClick', tray }, '▾', 'small', 'Menu')}</div>`;
  if (openMenu === null) return head;
  const close = button({ do: 'closeMenu', tray }, 'Close menu', 'text');
  return `${head}<ul role="menu">${openMenu.map((row) => rowHtml(row, tray, [])).join('')}<li>${close}</li></ul>`;
}

function rowHtml(row: MenuRow, tray: number, above: readonly string[]): string {
  if (row.type === 'separator') return '<li><hr></li>';
  const labels = [...above, row.label];
  const sublabel = row.sublabel === '' ? '' : `<small>${escape(row.sublabel)}</small>`;
  const text = `${row.isChecked ? '✓ ' : ''}${escape(row.label)}${sublabel}`;
  if (row.rows.length > 0 && row.isEnabled) {
    const inner = row.rows.map((deeper) => rowHtml(deeper, tray, labels)).join('');
    return `<li><details><summary>${text}</summary><ul role="menu">${inner}</ul></details></li>`;
  }
  if (!row.isEnabled) return `<li><button role="menuitem" disabled>${text}</button></li>`;
  return `<li>${button({ do: 'choose', tray, labels }, text, 'row')}</li>`;
}

function pictureHtml({ dataUrl, isTemplate }: ShownIcon): string {
  return `<img alt="" src="${escape(dataUrl)}"${isTemplate ? ' class="template"' : ''}>`;
}

const card = (content: string, role = 'status') => `<section role="${role}">${content}</section>`;

function button(action: StripAction, html: string, kind = '', label = '', onRight?: StripAction): string {
  const name = label === '' ? '' : ` aria-label="${label}" title="${label}"`;
  const right = onRight === undefined ? '' : ` data-right="${escape(JSON.stringify(onRight))}"`;
  return `<button class="${kind}"${name} data-action="${escape(JSON.stringify(action))}"${right}>${html}</button>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
}
