/** Lets somebody whose secrets cannot be stored choose another way, without leaving the form. */
import { useApp } from '../../state/app-context.ts';
import { storageChosen, storageChosenDetail } from '../../words/form-words.ts';
import { useSettings } from '../settings/use-settings.ts';
import { VaultDialog } from '../settings/vault-dialog.tsx';

/** Mount it to open it. */
export function StorageChoice({ onClose }: { readonly onClose: () => void }) {
  const { toasts } = useApp();
  const { view } = useSettings();
  if (view === null) return null;
  return (
    <VaultDialog
      isOpen
      mode={view.vaultMode}
      onClose={onClose}
      onChanged={() => {
        toasts.show({ kind: 'done', text: storageChosen, detail: storageChosenDetail });
        onClose();
      }}
    />
  );
}
