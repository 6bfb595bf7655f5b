import { expect, it } from 'vitest';
import { trayMenu } from '../../../main/desktop/tray-menu.ts';
import { snippetKinds } from '../../../main/snippets/snippet.ts';
import { snippetLabel } from '../../../main/snippets/snippet-names.ts';
import { statusNowMs } from '../../fixtures/profile-status.ts';
import { watchedProfile } from '../../fixtures/watched-profile.ts';

it('the tray calls the forms of a token as the window does', () => {
  const rows = trayMenu({ profiles: [watchedProfile('acme')], nowMs: statusNowMs });
  const copies = rows
    .flatMap((row) => (row.kind === 'submenu' ? row.rows : []))
    .flatMap((row) => (row.kind === 'action' && row.action.do === 'copy' ? [[row.label, row.action.as] as const] : []));
  expect(copies).not.toEqual([]);
  for (const [label, kind] of copies) expect(label.toLowerCase()).toBe(`copy ${snippetLabel(kind).toLowerCase()}`);
});

it('a row begins with a capital letter, except for the name of a program', () => {
  expect(snippetKinds.map(snippetLabel)).toEqual([
    'Token',
    'Request header',
    'curl command',
    'PowerShell command',
    'Request for a .http file',
    'Postman environment',
    'Environment variable',
  ]);
});
