/** On a desktop without a tray: how to come back after the window was closed. */
import { useState } from 'react';
import { Icon } from '../../components/icons.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { useHeader } from '../../state/use-store.ts';
import { noTrayWords } from '../../words/list-words.ts';

export function NoTrayHint() {
  const { hasTray } = useHeader();
  const [isDismissed, setDismissed] = useState(false);
  if (hasTray || isDismissed) return null;
  return (
    <div className="list-foot">
      <Icon name="info" size={14} />
      <p>{noTrayWords.hint}</p>
      <IconButton icon="close" label={noTrayWords.dismiss} size="small" onClick={() => setDismissed(true)} />
    </div>
  );
}
