/** The head of the list: the product's name, and the ways to add a profile and to the settings. */
import { BrandMark } from '../../components/brand-mark.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { Tag } from '../../components/tag.tsx';
import { useApp } from '../../state/app-context.ts';
import { useHeader } from '../../state/use-store.ts';
import { barWords } from '../../words/list-words.ts';
import { shortcutText } from '../shell/shortcuts.ts';
import { TransferMenu } from './transfer-menu.tsx';

export function ListBar() {
  const { navigation } = useApp();
  const { isDemo, platform } = useHeader();
  return (
    <div className="list-bar">
      <div className="list-brand">
        <BrandMark size={20} />
        Tokentray
        {isDemo ? <Tag tone="demo">{barWords.demo}</Tag> : null}
      </div>
      <TransferMenu />
      <IconButton
        icon="settings"
        label={barWords.settings}
        shortcut={shortcutText(',', platform)}
        onClick={() => navigation.go({ view: 'settings' })}
      />
      <IconButton
        icon="add"
        label={barWords.add}
        shortcut={shortcutText('N', platform)}
        onClick={() => navigation.go({ view: 'add' })}
      />
    </div>
  );
}
