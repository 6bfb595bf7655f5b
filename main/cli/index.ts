/** Composition root of the command line: wires the process's streams, the agent and the services to the commands. */
import packageJson from '../../package.json' with { type: 'json' };
import { connectAgent } from '../agent/agent-client.ts';
import { systemClock } from '../clock.ts';
import { openServices } from '../services.ts';
import { ownDataFolder } from '../storage/data-folder.ts';
import type { AgentHost } from './agent-command.ts';
import type { ExitCode } from './exit-code.ts';
import { failureWords, reportFailure } from './failure.ts';
import { createIo } from './io.ts';
import type { CliIo } from './io.ts';
import { openBrowser } from './open-browser.ts';
import { askPassphrase } from './passphrase.ts';
import { runCommandLine } from './run.ts';
import { createSession } from './session.ts';
import type { Session } from './session.ts';
import { understandsEscapes } from './terminal-screen.ts';

/** Runs the command line and returns the exit code; never rejects. `argv` begins after the program's name. */
export function runCli(argv: readonly string[], io: CliIo = processIo()): Promise<ExitCode> {
  return runCommandLine(argv, { session: openSession(io), host: agentHost(io), debug: isDebugging() });
}

/** Says, as a command does, why something failed before the command line was read; returns the exit code. */
export function failCli(thrown: unknown, io: CliIo = processIo()): Promise<ExitCode> {
  return reportFailure(thrown, openSession(io), { json: false, debug: isDebugging() });
}

function isDebugging(): boolean {
  return process.env['TOKENTRAY_DEBUG'] === '1';
}

function openSession(io: CliIo): Session {
  const environment = process.env;
  return createSession({
    io,
    clock: systemClock,
    version: packageJson.version,
    passphrase: environment['TOKENTRAY_PASSPHRASE'],
    home: () => ownDataFolder(environment),
    environment,
    connectAgent: async () => connectAgent(ownDataFolder(environment)),
    openServices: async () => openAskingServices(io, false, () => true),
    openBrowser: (url) => openBrowser(url, { platform: process.platform, environment, clock: systemClock }),
  });
}

function agentHost(io: CliIo): AgentHost {
  return {
    environment: process.env,
    stdout: process.stdout,
    openServices: (mayAsk) => openAskingServices(io, true, mayAsk),
    async startDemo() {
      const { startDemo } = await import('../demo/demo.ts');
      return startDemo({
        clock: systemClock,
        openServices: (environment) => openServices({ environment, staysRunning: true }),
      });
    },
  };
}

/** Services that ask the person at the terminal for the vault's passphrase, as long as `mayAsk` says so. */
function openAskingServices(io: CliIo, staysRunning: boolean, mayAsk: () => boolean): ReturnType<typeof openServices> {
  const services = openServices({
    environment: process.env,
    staysRunning,
    passphrase: async () => (mayAsk() ? askPassphrase(io, services.storage.vault.mode() === undefined) : undefined),
  });
  // Known only when the command has said what it had to say.
  services.engine.onFailure((_profile, error) => {
    if (error.code !== 'storage.session_lost') return;
    const { what, next } = failureWords(error);
    io.err.write(`${what}\n${next}\n`);
  });
  return services;
}

function processIo(): CliIo {
  return createIo({
    stdin: () => process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    noColour: (process.env['NO_COLOR'] ?? '') !== '' || !understandsEscapes(process.env),
  });
}
