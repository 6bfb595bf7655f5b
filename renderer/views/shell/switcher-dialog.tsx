/** The quick switcher above the window. */
import { Dialog as Base } from '@base-ui/react/dialog';
import '../../components/dialog.css';
import './switcher-dialog.css';
import { useEffect, useMemo } from 'react';
import { useApp } from '../../state/app-context.ts';
import { useHeader } from '../../state/use-store.ts';
import { createSwitcherControl } from '../../switcher/switcher-control.ts';
import { Switcher } from '../../switcher/switcher.tsx';
import { switcherTitle } from '../../words/switcher-words.ts';

export interface SwitcherDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function SwitcherDialog({ isOpen, onClose }: SwitcherDialogProps) {
  return (
    <Base.Root open={isOpen} onOpenChange={(open) => open || onClose()}>
      <Base.Portal>
        <Base.Backdrop className="dialog-backdrop" />
        <Base.Popup className="switcher-dialog">
          <Base.Title className="for-screen-readers">{switcherTitle}</Base.Title>
          <Content onClose={onClose} />
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

/** Made anew each time it opens, and so empty. */
function Content({ onClose }: Pick<SwitcherDialogProps, 'onClose'>) {
  const { api, clock, state, navigation, toasts } = useApp();
  const { platform } = useHeader();
  const control = useMemo(
    () =>
      createSwitcherControl({
        api,
        clock,
        profiles: () => state.get().profiles.values(),
        host: {
          leave: onClose,
          open(destination) {
            onClose();
            navigation.go(destination);
          },
          tell: (toast) => toasts.show(toast),
        },
      }),
    [api, clock, state, navigation, toasts, onClose],
  );
  useEffect(() => {
    control.begin();
    return control.reset;
  }, [control]);
  return <Switcher control={control} state={state} platform={platform} />;
}
