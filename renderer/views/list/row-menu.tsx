/** The one menu of all rows: the forms in which a token can be copied, and what else can be done with a profile. */
import { Menu as Base } from '@base-ui/react/menu';
import { useEffect, useState } from 'react';
import type { ProfileDetail, ProfileView } from '../../../preload/views.ts';
import '../../components/popup.css';
import { MenuCheckItem, MenuGroup, MenuItem, MenuLine } from '../../components/menu.tsx';
import { useApp } from '../../state/app-context.ts';
import { useProfile, useSelected } from '../../state/use-store.ts';
import { rowMenuWords, rowWords } from '../../words/list-words.ts';
import type { ListMemory } from './list-memory.ts';
import { rowMenuButtonId } from './row-menu-place.ts';
import type { RowMenuPlace } from './row-menu-place.ts';
import { toggled } from './selection.ts';

export function RowMenu({ menu, memory }: { readonly menu: RowMenuPlace; readonly memory: ListMemory }) {
  const { id, isOpen } = useSelected(menu, (value) => value);
  const profile = useProfile(id ?? '');
  if (id === null || profile === undefined) return null;
  const button = () => document.getElementById(rowMenuButtonId(id));
  return (
    <Base.Root
      open={isOpen}
      onOpenChange={(isStillOpen) => isStillOpen || menu.update((place) => ({ ...place, isOpen: false }))}
    >
      <Base.Portal>
        <Base.Positioner anchor={button} sideOffset={4} align="end">
          <Base.Popup className="popup" aria-label={rowWords.more(profile.name)} finalFocus={button}>
            <RowMenuItems profile={profile} memory={memory} />
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function RowMenuItems({ profile, memory }: { readonly profile: ProfileView; readonly memory: ListMemory }) {
  const { actions, many } = useApp();
  const { id, isPinned, isDefault } = profile;
  const isSelected = useSelected(memory.selection, ({ ids }) => ids.has(id));
  const kinds = useCopyKinds(id);
  const [literal, setLiteral] = useState(false);
  return (
    <>
      <MenuGroup heading={rowMenuWords.copyAs}>
        {kinds.map(({ kind, label }) => (
          <MenuItem
            key={kind}
            icon="copy"
            label={label}
            onSelect={() => void actions.copy({ id, as: kind, what: label, literal })}
          />
        ))}
        <MenuCheckItem label={rowMenuWords.literal} checked={literal} onCheckedChange={setLiteral} />
      </MenuGroup>
      <MenuLine />
      <MenuItem
        icon="pin"
        label={isPinned ? rowMenuWords.unpin : rowMenuWords.pin}
        onSelect={() => void many.setPinned(id, !isPinned)}
      />
      <MenuItem
        icon="check"
        label={isSelected ? rowMenuWords.unselect : rowMenuWords.select}
        onSelect={() => memory.selection.update((before) => toggled(before, id))}
      />
      {isDefault ? null : (
        <MenuItem icon="star" label={rowMenuWords.makeDefault} onSelect={() => void actions.makeDefault(id)} />
      )}
    </>
  );
}

/** Asked for when the menu opens; empty until they are there. */
function useCopyKinds(id: string): ProfileDetail['copyKinds'] {
  const { api } = useApp();
  const [kinds, setKinds] = useState<ProfileDetail['copyKinds']>([]);
  useEffect(() => {
    let isWanted = true;
    void api.call('profiles.detail', { id }).then((result) => {
      if (isWanted && result.ok) setKinds(result.value.copyKinds);
      return undefined;
    });
    return () => void (isWanted = false);
  }, [api, id]);
  return kinds;
}
