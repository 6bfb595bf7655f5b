/** The button with words, in the four weights that the window knows. */
import './button.css';
import { Button as BaseButton } from '@base-ui/react/button';
import type { Ref } from 'react';
import { Icon } from './icons.tsx';
import type { IconName } from './icon-name.ts';

/** `primary`: the one thing to do here · `secondary` · `quiet`: no outline · `danger`: takes something away. */
export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger';
export type ButtonSize = 'small' | 'medium' | 'large';

export interface ButtonProps extends Omit<BaseButton.Props, 'className' | 'style' | 'ref'> {
  /** Default `secondary`. */
  readonly kind?: ButtonKind;
  /** Default `medium`. */
  readonly size?: ButtonSize;
  readonly icon?: IconName;
  /** True while what it started goes on: it keeps its place and the focus, and does nothing. */
  readonly isBusy?: boolean;
  readonly ref?: Ref<HTMLElement>;
}

export function Button({ kind = 'secondary', size = 'medium', icon, isBusy = false, children, ...rest }: ButtonProps) {
  return (
    <BaseButton
      {...rest}
      className="button"
      data-kind={kind}
      data-size={size}
      {...(isBusy ? { disabled: true, focusableWhenDisabled: true, 'aria-busy': true } : {})}
    >
      {icon === undefined ? null : <Icon name={isBusy ? 'refresh' : icon} />}
      {children}
    </BaseButton>
  );
}
