/** Short messages at the edge of the window, announced to screen readers, gone by themselves. */
import './button.css';
import './toasts.css';
import { Toast as Base } from '@base-ui/react/toast';
import type { ReactNode } from 'react';
import type { Toasts } from '../state/toast-request.ts';
import { componentWords } from '../words/component-words.ts';
import { Icon } from './icons.tsx';

export type ToastManager = ReturnType<typeof Base.createToastManager>;
export const createToastManager = (): ToastManager => Base.createToastManager();

/** The same words twice refresh the message that is already there. */
export function createToasts(manager: ToastManager): Toasts {
  return {
    show({ kind, text, detail, action, lastsMs }) {
      const id = `${kind}:${text}`;
      manager.add({
        id,
        type: kind,
        title: text,
        description: detail,
        priority: kind === 'failed' ? 'high' : 'low',
        timeout: lastsMs ?? (kind === 'failed' ? 10_000 : 5_000),
        ...(action === undefined ? {} : { actionProps: actionProps(action, () => manager.close(id)) }),
      });
    },
  };
}

function actionProps(action: { readonly label: string; run(): void }, close: () => void) {
  return {
    children: action.label,
    onClick() {
      close();
      action.run();
    },
  };
}

const marks = { done: 'check', warning: 'alert', failed: 'alert' } as const;

export function ToastArea({ manager, children }: { readonly manager: ToastManager; readonly children: ReactNode }) {
  return (
    <Base.Provider toastManager={manager} limit={3}>
      {children}
      <Base.Portal>
        <Base.Viewport className="toasts" aria-label={componentWords.messages}>
          <ToastList />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}

/**
 * The library announces failures from a copy of their words, and hides from screen readers the message that holds the
 * buttons, which the keyboard reaches all the same. Here it stays in reach, and is only not announced a second time.
 */
const spokenElsewhere = { 'aria-hidden': false, 'aria-live': 'off' } as const;

function ToastList() {
  const { toasts } = Base.useToastManager();
  return toasts.map((toast) => (
    <Base.Root key={toast.id} toast={toast} className="toast" {...(toast.priority === 'high' ? spokenElsewhere : {})}>
      <Base.Content className="toast-content">
        <span className="toast-mark">
          <Icon name={marks[(toast.type ?? 'done') as keyof typeof marks]} size={14} />
        </span>
        <div className="toast-words">
          <Base.Title className="toast-title" />
          <Base.Description className="toast-detail" />
        </div>
        {toast.actionProps === undefined ? null : (
          <Base.Action className="button" data-kind="secondary" data-size="small" />
        )}
        <Base.Close
          className="button toast-close"
          data-kind="quiet"
          data-size="small"
          data-icon-only=""
          aria-hidden={false}
          aria-label={componentWords.dismiss}
        >
          <Icon name="close" size={14} />
        </Base.Close>
      </Base.Content>
    </Base.Root>
  ));
}
