/** On a desktop without a tray: how to come back after the window was closed. */
import { useState } from 'react';
import { Icon } from '../../components/icons.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { useHeader } from '../../state/use-store.ts';

export function NoTrayHint() {
  const { hasTray } = useHeader();
  const [isDismissed, setDismissed] = useState(false);
  if (hasTray || isDismissed) return null;
  return (
    <div className="list-foot">
      <Icon name="info" size={14} />
      <p>
        This desktop shows no tray icons. Tokentray goes on when you close this window; start it again to come back.
      </p>
      <IconButton icon="close" label="Dismiss this hint" size="small" onClick={() => setDismissed(true)} />
    </div>
  );
}
