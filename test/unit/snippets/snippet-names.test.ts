import { expect, it } from 'vitest';
import { trayMenu } from '../../../main/desktop/tray-menu.ts';
import { snippetKinds } from '../../../main/snippets/snippet.ts';
import { snippetLabel } from '../../../main/snippets/snippet-names.ts';
import { statusNowMs } from '../../fixtures/profile-status.ts';
import { watchedProfile } from '../../fixtures/watched-profile.ts';

it('tray and window call the forms of a token the same', () => {
  const rows = trayMenu({ profiles: [watchedProfile('acme')], nowMs: statusNowMs });
  const menu = JSON.stringify(rows).toLowerCase();
  for (const kind of snippetKinds) expect(menu).toContain(`"copy ${snippetLabel(kind).toLowerCase()}"`);
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
