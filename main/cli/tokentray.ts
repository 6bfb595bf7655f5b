#!/usr/bin/env node
/**
 * The program: checks the version of Node, hands over a stored token the quick way, and leaves everything else to the full
 * command line. This file and what it imports must load in old versions of Node.
 */
import { ownDataFolder } from '../storage/data-folder.ts';
import { useCompileCache } from './compile-cache.ts';
import { quickToken } from './quick-token.ts';
import { writeOut } from './write-out.ts';

const oldestNode = 24;

/** Pipes are written and sockets closed long before. */
const promptGraceMs = 1_000;

async function main(argv: readonly string[]): Promise<void> {
  try {
    const home = ownDataFolder(process.env);
    const text = await quickToken(argv, home, process.env['TOKENTRAY_PASSPHRASE']);
    if (text !== undefined) {
      writeOut(1, text);
      process.exit(0);
    }
    await runFully(argv, home);
  } catch (error) {
    const { failCli } = await import('./index.ts');
    process.exitCode = await failCli(error);
  }
  leaveBehindPrompts();
}

/**
 * A keychain prompt that nobody answers holds a thread that `process.exit` would wait for. Whatever else ends by itself has
 * ended by then; what still runs is replaced by a process that only passes the exit code on.
 */
function leaveBehindPrompts(): void {
  setTimeout(replaceProcess, promptGraceMs).unref();
}

function replaceProcess(): void {
  if (process.platform === 'win32') return;
  process.execve?.('/bin/sh', ['sh', '-c', `exit ${process.exitCode ?? 0}`], {});
}

/** In the form that the full command line gives its failures. */
function oldNodeText(json: boolean): string {
  const what = `tokentray needs Node.js ${oldestNode} or newer, and this is ${process.version}.`;
  const next = `Install Node.js ${oldestNode} or newer, and run it with that.`;
  return `${json ? JSON.stringify({ error: { code: 'internal.unexpected', what, next, exit: 1 } }) : what}\n`;
}

async function runFully(argv: readonly string[], home: string): Promise<void> {
  useCompileCache(home);
  const { runCli } = await import('./index.ts');
  process.exitCode = await runCli(argv);
}

if (Number.parseInt(process.versions.node, 10) < oldestNode) {
  process.stderr.write(oldNodeText(process.argv.includes('--json')));
  process.exitCode = 1;
} else {
  void main(process.argv.slice(2));
}
