/** Measuring side by side: two things in turn, A B A B …, so that a machine whose speed drifts is fair to both. */

export interface Figures {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  /** 95 of 100 are no greater. */
  readonly most: number;
}

export function figures(values: readonly number[]): Figures {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
  return { median: at(0.5), min: at(0), max: at(1), most: at(0.95) };
}

export interface Comparison {
  readonly aMs: Figures;
  readonly bMs: Figures;
  /** A divided by B, pair by pair. */
  readonly ratio: Figures;
}

/** Runs each `warmups` times uncounted, then `pairs` times counted. */
export async function sideBySide(
  a: () => Promise<unknown>,
  b: () => Promise<unknown>,
  { pairs, warmups = 3 }: { pairs: number; warmups?: number },
): Promise<Comparison> {
  const aMs: number[] = [];
  const bMs: number[] = [];
  for (let pair = -warmups; pair < pairs; pair++) {
    // The first of a pair alternates, so that neither always runs in the other's wake.
    const firstA = pair % 2 === 0;
    const first = await timeMs(firstA ? a : b);
    const second = await timeMs(firstA ? b : a);
    if (pair < 0) continue;
    aMs.push(firstA ? first : second);
    bMs.push(firstA ? second : first);
  }
  return { aMs: figures(aMs), bMs: figures(bMs), ratio: figures(aMs.map((ms, at) => ms / (bMs[at] ?? Number.NaN))) };
}

export async function timeMs(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

export async function samplesMs(run: () => Promise<unknown>, count: number, warmups = 50): Promise<Figures> {
  const values: number[] = [];
  for (let sample = -warmups; sample < count; sample++) {
    const ms = await timeMs(run);
    if (sample >= 0) values.push(ms);
  }
  return figures(values);
}

export interface Rounds<Name extends string> {
  readonly ms: Readonly<Record<Name, Figures>>;
  /** Round by round. */
  ratio(a: Name, b: Name): Figures;
}

/** Several things in turn, A B C A B C …, each round beginning with another one. */
export async function inRounds<Name extends string>(
  runs: Readonly<Record<Name, () => Promise<unknown>>>,
  { rounds, warmups = 3 }: { rounds: number; warmups?: number },
): Promise<Rounds<Name>> {
  const names = Object.keys(runs) as Name[];
  const samples = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = -warmups; round < rounds; round++) {
    for (let at = 0; at < names.length; at++) {
      const name = names[(at + round + warmups) % names.length];
      if (name === undefined) continue;
      const ms = await timeMs(runs[name]);
      if (round >= 0) samples[name].push(ms);
    }
  }
  return {
    ms: Object.fromEntries(names.map((name) => [name, figures(samples[name])])) as Record<Name, Figures>,
    ratio: (a, b) => figures(samples[a].map((ms, at) => ms / (samples[b][at] ?? Number.NaN))),
  };
}
