/** One line for each figure: what was measured, the figure, and the bound it is meant to keep. */

export interface Line {
  readonly what: string;
  readonly figure: string;
  /** Absent for figures that are only reported. */
  readonly bound?: string;
  readonly kept?: boolean;
}

export function ratioLine(what: string, ratio: { median: number; min: number; max: number }, bound: number): Line {
  const figure = `${ratio.median.toFixed(2)}  (${ratio.min.toFixed(2)} to ${ratio.max.toFixed(2)})`;
  return { what, figure, bound: `at most ${bound}`, kept: ratio.median <= bound };
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
