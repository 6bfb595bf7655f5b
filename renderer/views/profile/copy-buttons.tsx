/** Copies the token, or one of the other forms that the system offers. */
import { useState } from 'react';
import type { ProfileDetail, ProfileView } from '../../../preload/views.ts';
import { Button } from '../../components/button.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { Menu, MenuCheckItem, MenuItem, MenuLine } from '../../components/menu.tsx';
import { useApp } from '../../state/app-context.ts';
import { copyWords } from '../../words/profile-words.ts';
import { needsSignIn } from '../../words/sign-in-words.ts';
import { useJustCopied } from '../../state/use-just-copied.ts';
import { tokenItself } from '../list/row-actions.tsx';

export interface CopyButtonsProps {
  readonly profile: ProfileView;
  /** Empty until the detail is there. */
  readonly kinds: ProfileDetail['copyKinds'];
}

export function CopyButtons({ profile, kinds }: CopyButtonsProps) {
  const { id } = profile;
  // Without a token there is nothing to copy before the sign-in, which is the main thing to do then.
  const buttonKind = profile.token === 'none' && needsSignIn(profile) ? 'secondary' : 'primary';
  const { actions } = useApp();
  const [literal, setLiteral] = useState(false);
  const isCopied = useJustCopied(id);
  return (
    <div className="split">
      <Button
        kind={buttonKind}
        icon={isCopied ? 'check' : 'copy'}
        onClick={() => void actions.copy({ id, ...tokenItself })}
      >
        {isCopied ? copyWords.copied : copyWords.copy}
      </Button>
      <Menu
        trigger={<IconButton kind={buttonKind} icon="chevron" label={copyWords.copyAs} disabled={kinds.length === 0} />}
      >
        {kinds.map(({ kind, label }) => (
          <MenuItem
            key={kind}
            icon="copy"
            label={label}
            onSelect={() => void actions.copy({ id, as: kind, what: label, literal })}
          />
        ))}
        <MenuLine />
        <MenuCheckItem label={copyWords.literal} checked={literal} onCheckedChange={setLiteral} />
      </Menu>
    </div>
  );
}
