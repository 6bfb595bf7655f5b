/** What the stored secrets are locked with, and the way to change it. */
import { useState } from 'react';
import type { SettingsView } from '../../../preload/replies.ts';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icons.tsx';
import { useApp } from '../../state/app-context.ts';
import { VaultDialog } from './vault-dialog.tsx';
import { noVaultWords, vaultLabels, vaultWords } from '../../words/vault-words.ts';

export interface VaultSectionProps {
  readonly mode: SettingsView['vaultMode'];
  readonly onChanged: () => void;
}

export function VaultSection({ mode, onChanged }: VaultSectionProps) {
  const { toasts } = useApp();
  const [isOpen, setIsOpen] = useState(false);
  const { title, text } = mode === null ? noVaultWords : vaultWords[mode];
  return (
    <div className="vault">
      <span className="vault-mark">
        <Icon name="lock" size={18} />
      </span>
      <div className="vault-words">
        <p className="vault-title">{title}</p>
        <p className="field-help">{text}</p>
      </div>
      <Button onClick={() => setIsOpen(true)} aria-label={vaultLabels.changeWhat}>
        {vaultLabels.change}
      </Button>
      <VaultDialog
        isOpen={isOpen}
        mode={mode}
        onClose={() => setIsOpen(false)}
        onChanged={() => {
          setIsOpen(false);
          toasts.show({ kind: 'done', text: vaultLabels.done });
          onChanged();
        }}
      />
    </div>
  );
}
