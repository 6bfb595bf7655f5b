/**
 * `npm run bench`: every figure with its bound, ratios measured side by side in this run. A bound that is missed is shown, and
 * with `--strict` it is also an exit code of 1: a machine that is busy with something else proves nothing.
 */
import { meetRequirements } from '../requirements.ts';
import { benchCommandLine } from './command-line.ts';
import { benchEngine } from './engine.ts';
import { format } from './report.ts';
import { benchWindow } from './window.ts';

const [flag, ...more] = process.argv.slice(2);
if (more.length > 0 || (flag !== undefined && flag !== '--strict')) {
  process.stderr.write('The bench takes --strict alone: npm run bench -- --strict\n');
  process.exit(2);
}
const complaint = meetRequirements();
if (complaint !== undefined) {
  process.stderr.write(`${complaint}\n`);
  process.exit(1);
}
process.stdout.write('Measuring for about a minute; figures are medians with the range of single runs.\n');
const startMs = performance.now();
const lines = [...(await benchCommandLine()), ...(await benchEngine()), ...(await benchWindow())];
const missed = lines.filter(({ kept }) => kept === false).length;
const seconds = Math.round((performance.now() - startMs) / 1_000);
process.stdout.write(`${format(lines)}\n${missed} of the bounds missed, in ${seconds} seconds.\n`);
process.exitCode = missed > 0 && flag === '--strict' ? 1 : 0;
