/** Runs the suites one after another and closes each with `name: N passed, N failed`. Arguments: names of suites. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { meetRequirements } from './requirements.ts';

const suites = ['unit', 'integration', 'security', 'e2e'];

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly numFailedTestSuites: number;
}

/** True when something ran and nothing failed or was skipped. */
function runSuite(name: string, folder: string): boolean {
  const reportFile = join(folder, `${name}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--project', name, ...reporters];
  // What tests leave behind, also those that are broken off, goes with the folder.
  const temporary = join(folder, 'tmp');
  mkdirSync(temporary, { recursive: true });
  const env = { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary };
  const { status } = spawnSync(process.execPath, vitest, { stdio: 'inherit', env });
  const report = readReport(reportFile);
  if (report === undefined) {
    process.stdout.write(`${name}: the suite did not finish\n${name}: 0 passed, 1 failed\n`);
    return false;
  }
  const skipped = report.numPendingTests + report.numTodoTests;
  const brokenFiles = report.numFailedTests === 0 ? report.numFailedTestSuites : 0;
  const failed = report.numFailedTests + brokenFiles + skipped;
  if (skipped > 0) process.stdout.write(`${name}: ${skipped} skipped tests count as failed\n`);
  process.stdout.write(`${name}: ${report.numPassedTests} passed, ${failed} failed\n`);
  return status === 0 && failed === 0 && report.numPassedTests > 0;
}

function readReport(file: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    return undefined;
  }
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !suites.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`There is no suite ${unknown.join(', ')}. Suites: ${suites.join(', ')}\n`);
  process.exit(2);
}
const names = wanted.length === 0 ? suites : wanted;
const complaint = names.some((name) => name !== 'unit') ? meetRequirements() : undefined;
if (complaint !== undefined) {
  process.stderr.write(`${complaint}\n`);
  process.exit(1);
}
const folder = mkdtempSync(join(tmpdir(), 'tokentray-'));
const results = names.map((name) => runSuite(name, folder));
rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
process.exitCode = results.every(Boolean) ? 0 : 1;
