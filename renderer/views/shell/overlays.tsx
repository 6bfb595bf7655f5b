/** What lies above the window wherever the person is in it: the quick switcher, and the sheet of shortcuts. */
import { useCallback, useMemo } from 'react';
import { useApp } from '../../state/app-context.ts';
import { useHeader, useSelected, useWindowState } from '../../state/use-store.ts';
import { ShortcutSheet } from './shortcut-sheet.tsx';
import { SwitcherDialog } from './switcher-dialog.tsx';
import { useShortcuts } from './use-shortcuts.ts';

export function Overlays() {
  const { overlay } = useApp();
  const { platform } = useHeader();
  const shown = useSelected(overlay, (value) => value);
  const hasProfiles = useWindowState(({ order }) => order.length > 0);
  const close = useCallback(() => overlay.update(() => null), [overlay]);
  const handlers = useMemo(
    () => ({
      switcher: () => overlay.update(() => 'switcher'),
      shortcuts: () => overlay.update(() => 'shortcuts'),
    }),
    [overlay],
  );
  useShortcuts(platform, handlers);
  return (
    <>
      <SwitcherDialog isOpen={shown === 'switcher' && hasProfiles} onClose={close} />
      <ShortcutSheet isOpen={shown === 'shortcuts'} onClose={close} />
    </>
  );
}
