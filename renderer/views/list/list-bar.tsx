/** The head of the list: the product's name, and the ways to add a profile and to the settings. */
import { BrandMark } from '../../components/brand-mark.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { Tag } from '../../components/tag.tsx';
import { useApp } from '../../state/app-context.ts';
import { useHeader } from '../../state/use-store.ts';
import { shortcutText } from '../shell/shortcuts.ts';

export function ListBar() {
  const { navigation } = useApp();
  const { isDemo, platform } = useHeader();
  return (
    <div className="list-bar">
      <div className="list-brand">
        <BrandMark size={20} />
        Tokentray
        {isDemo ? <Tag tone="demo">Demo</Tag> : null}
      </div>
      <IconButton
        icon="settings"
        label="Settings"
        shortcut={shortcutText(',', platform)}
        onClick={() => navigation.go({ view: 'settings' })}
      />
      <IconButton
        icon="add"
        label="Add a tenant"
        shortcut={shortcutText('N', platform)}
        onClick={() => navigation.go({ view: 'add' })}
      />
    </div>
  );
}
