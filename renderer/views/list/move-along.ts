/** Moves the focus within one row of the list. */
import type { KeyboardEvent } from 'react';

/** Left and right walk through what can be focused in one row. True when there was somewhere to go. */
export function moveAlong({ key, target }: Pick<KeyboardEvent, 'key' | 'target'>): boolean {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
  if (step === undefined || !(target instanceof HTMLElement)) return false;
  const stops = [...(target.closest('.row')?.querySelectorAll<HTMLElement>('.row-main, button, .checkbox') ?? [])];
  const next = stops[stops.indexOf(target) + step];
  next?.focus();
  return next !== undefined;
}
