/**
 * `npm run bench`: every figure with its bound, ratios measured side by side in this run. A bound that is missed is shown, and
 * with `--strict` it is also an exit code of 1: a machine that is busy with something else proves nothing.
 */
import { meetRequirements } from '../requirements.ts';
import { readBenchWords, usage } from './bench-words.ts';
import { parts } from './parts.ts';
import { format } from './report.ts';
import type { Line } from './report.ts';

const words = readBenchWords(process.argv.slice(2));
if (words === undefined) {
  process.stderr.write(usage);
  process.exit(2);
}
const complaint = meetRequirements();
if (complaint !== undefined) {
  process.stderr.write(`${complaint}\n`);
  process.exit(1);
}
const minutes = Math.ceil(words.parts.reduce((sum, name) => sum + parts[name].aboutSeconds, 0) / 60);
process.stdout.write(
  `Measuring for about ${minutes} min; figures are medians with the range of single runs.\n` +
    'Other work on this machine makes them worthless.\n',
);
const startMs = performance.now();
const lines: Line[] = [];
for (const name of words.parts) {
  const { aboutSeconds, run } = parts[name];
  process.stdout.write(`\n${name}, about ${aboutSeconds} s\n`);
  const measured = await run();
  process.stdout.write(`${format(measured)}\n`);
  lines.push(...measured);
}
const missed = lines.filter(({ kept }) => kept === false);
const seconds = Math.round((performance.now() - startMs) / 1_000);
process.stdout.write(`\n${missed.length} of the bounds missed, in ${seconds} seconds.\n`);
if (missed.length > 0) process.stdout.write(`${format(missed)}\n`);
process.exitCode = missed.length > 0 && words.isStrict ? 1 : 0;
