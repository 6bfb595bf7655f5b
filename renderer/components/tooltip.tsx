/** A short explanation that appears beside what is pointed at or focused. It adds nothing that is not also named. */
import './tooltip.css';
import { Tooltip as Base } from '@base-ui/react/tooltip';
import type { ReactElement } from 'react';

export interface TooltipProps {
  readonly label: string;
  readonly shortcut?: string;
  /** One element that takes a ref and can be focused. */
  readonly children: ReactElement<Record<string, unknown>>;
}

export function Tooltip({ label, shortcut, children }: TooltipProps) {
  return (
    <Base.Root>
      <Base.Trigger render={children} />
      <Base.Portal>
        <Base.Positioner sideOffset={6}>
          <Base.Popup className="tooltip">
            {label}
            {shortcut === undefined ? null : <kbd>{shortcut}</kbd>}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
