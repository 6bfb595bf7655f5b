/** Colour, only where it can be shown. */
import { styleText } from 'node:util';
import type { Output } from './io.ts';

export type Tone = 'strong' | 'faint' | 'good' | 'warning' | 'bad';

const formats = {
  strong: 'bold',
  faint: 'dim',
  good: 'green',
  warning: 'yellow',
  bad: 'red',
} as const satisfies Record<Tone, Parameters<typeof styleText>[0]>;

export function paint(output: Pick<Output, 'colour'>, tone: Tone, text: string): string {
  return output.colour ? styleText(formats[tone], text, { validateStream: false }) : text;
}
