/** Shows in place of everything while the vault is locked. */
import './unlock.css';
import type { VaultLock } from '../../../preload/views.ts';
import { BrandMark } from '../../components/brand-mark.tsx';
import { Button } from '../../components/button.tsx';
import { useApp } from '../../state/app-context.ts';
import { unlockWords } from '../../words/unlock-words.ts';
import { KeychainUnlock } from './keychain-unlock.tsx';
import { PassphraseUnlock } from './passphrase-unlock.tsx';

export function Unlock({ lock }: { readonly lock: VaultLock }) {
  const { api } = useApp();
  return (
    <main className="unlock">
      <div className="unlock-card">
        <BrandMark size={56} />
        {lock.kind === 'passphrase' ? <PassphraseUnlock /> : <KeychainUnlock failure={lock.failure} />}
      </div>
      <div className="unlock-foot">
        <Button kind="quiet" size="small" icon="link" onClick={() => void api.call('app.openLink', { link: 'help' })}>
          {unlockWords.help}
        </Button>
        <Button kind="quiet" size="small" icon="quit" onClick={() => void api.call('app.quit', undefined)}>
          {unlockWords.quit}
        </Button>
      </div>
    </main>
  );
}
