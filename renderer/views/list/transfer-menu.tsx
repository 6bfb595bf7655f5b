/** The ways of profiles into the list and out of it as files. */
import { useState } from 'react';
import { IconButton } from '../../components/icon-button.tsx';
import { Menu, MenuItem } from '../../components/menu.tsx';
import { useApp } from '../../state/app-context.ts';
import { exportWords } from '../../words/export-words.ts';
import { importWords } from '../../words/import-words.ts';
import { ExportDialog } from '../export/export-dialog.tsx';

export function TransferMenu() {
  const { navigation } = useApp();
  const [isExporting, setIsExporting] = useState(false);
  return (
    <>
      <Menu trigger={<IconButton icon="more" label={importWords.menu} />}>
        <MenuItem icon="import" label={importWords.title} onSelect={() => navigation.go({ view: 'import' })} />
        <MenuItem icon="export" label={exportWords.open} onSelect={() => setIsExporting(true)} />
      </Menu>
      {isExporting ? <ExportDialog ids={null} onClose={() => setIsExporting(false)} /> : null}
    </>
  );
}
