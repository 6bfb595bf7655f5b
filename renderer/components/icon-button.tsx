/** The button that shows only an icon: its name is read aloud, and shown as a tooltip. */
import { Button as BaseButton } from '@base-ui/react/button';
import './button.css';
import type { ButtonKind, ButtonProps, ButtonSize } from './button.tsx';
import { Icon } from './icons.tsx';
import type { IconName } from './icon-name.ts';
import { Tooltip } from './tooltip.tsx';

export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'icon' | 'kind' | 'size'> {
  readonly icon: IconName;
  /** What it does, in words. */
  readonly label: string;
  /** Shown in the tooltip after the label. */
  readonly shortcut?: string;
  /** Default `quiet`. */
  readonly kind?: ButtonKind;
  /** Default `medium`. */
  readonly size?: ButtonSize;
}

export function IconButton({
  icon,
  label,
  shortcut,
  kind = 'quiet',
  size = 'medium',
  isBusy = false,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip label={label} {...(shortcut === undefined ? {} : { shortcut })}>
      <BaseButton
        {...rest}
        className="button"
        data-kind={kind}
        data-size={size}
        data-icon-only=""
        aria-label={label}
        {...(isBusy ? { disabled: true, focusableWhenDisabled: true, 'aria-busy': true } : {})}
      >
        <Icon name={icon} />
      </BaseButton>
    </Tooltip>
  );
}
