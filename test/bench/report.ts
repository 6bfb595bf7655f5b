/** One line for each figure: what was measured, the figure, and the bound it is meant to keep. */

export interface Line {
  readonly what: string;
  readonly figure: string;
  /** Absent for figures that are only reported. */
  readonly bound?: string;
  readonly kept?: boolean;
}

type Ratio = Readonly<Record<'median' | 'min' | 'max', number>>;

export function ratioLine(what: string, ratio: Ratio, bound: number): Line {
  return { ...figureLine(what, ratio), bound: `at most ${bound}`, kept: ratio.median <= bound };
}

/** A ratio that is only reported. */
export function figureLine(what: string, ratio: Ratio): Line {
  return { what, figure: `${ratio.median.toFixed(2)}  (${ratio.min.toFixed(2)} to ${ratio.max.toFixed(2)})` };
}

export function format(lines: readonly Line[]): string {
  const width = Math.max(...lines.map((line) => line.what.length));
  return lines
    .map(({ what, figure, bound, kept }) => {
      const verdict = bound === undefined ? '' : `${bound}: ${kept === true ? 'ok' : 'MISSED'}`;
      return `${what.padEnd(width)}  ${figure.padEnd(28)} ${verdict}`.trimEnd();
    })
    .join('\n');
}

/** A promise that is kept or not. */
export function truthLine(what: string, kept: boolean): Line {
  return { what, figure: kept ? 'yes' : 'no', bound: 'yes', kept };
}
