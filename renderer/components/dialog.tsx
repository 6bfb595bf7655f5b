/** A dialog above the window: one with content of its own, and one that asks before something happens. */
import './dialog.css';
import { AlertDialog as BaseAlert } from '@base-ui/react/alert-dialog';
import { Dialog as Base } from '@base-ui/react/dialog';
import { useRef } from 'react';
import type { ReactNode } from 'react';

export interface DialogProps {
  readonly isOpen: boolean;
  /** Asked by Escape, by a press outside, and by whatever the content offers. */
  readonly onClose: () => void;
  readonly title: string;
  readonly text?: ReactNode;
  readonly children?: ReactNode;
  /** Buttons, the main one last. */
  readonly actions: ReactNode;
  /** True: it is read from the top, and has the focus itself at first; otherwise what can be operated first has it. */
  readonly isRead?: boolean;
}

export function Dialog({ isOpen, onClose, title, text, children, actions, isRead = false }: DialogProps) {
  const popup = useRef<HTMLDivElement>(null);
  return (
    <Base.Root open={isOpen} onOpenChange={(open) => open || onClose()}>
      <Base.Portal>
        <Base.Backdrop className="dialog-backdrop" />
        <Base.Popup ref={popup} className="dialog" {...(isRead ? { initialFocus: popup } : {})}>
          <div>
            <Base.Title className="dialog-title">{title}</Base.Title>
            {text === undefined ? null : <Base.Description className="dialog-text">{text}</Base.Description>}
          </div>
          {children}
          <div className="dialog-actions">{actions}</div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

/** The same as an alert: a press outside does not close it, and screen readers announce it at once. */
export function AlertDialog({ isOpen, onClose, title, text, children, actions }: DialogProps) {
  return (
    <BaseAlert.Root open={isOpen} onOpenChange={(open) => open || onClose()}>
      <BaseAlert.Portal>
        <BaseAlert.Backdrop className="dialog-backdrop" />
        <BaseAlert.Popup className="dialog">
          <div>
            <BaseAlert.Title className="dialog-title">{title}</BaseAlert.Title>
            {text === undefined ? null : <BaseAlert.Description className="dialog-text">{text}</BaseAlert.Description>}
          </div>
          {children}
          <div className="dialog-actions">{actions}</div>
        </BaseAlert.Popup>
      </BaseAlert.Portal>
    </BaseAlert.Root>
  );
}
