/** `npm run bench`: every figure with its bound, ratios measured side by side in this run. Judges nothing by exit code. */
import { meetRequirements } from '../requirements.ts';
import { benchCommandLine } from './command-line.ts';
import { benchEngine } from './engine.ts';
import { format } from './report.ts';

const complaint = meetRequirements();
if (complaint !== undefined) {
  process.stderr.write(`${complaint}\n`);
  process.exit(1);
}
process.stdout.write('Measuring for about a minute; figures are medians with the range of single runs.\n');
const lines = [...(await benchCommandLine()), ...(await benchEngine())];
process.stdout.write(`${format(lines)}\n`);
