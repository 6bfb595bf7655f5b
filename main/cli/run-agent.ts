/** Runs the agent in the terminal until somebody ends it, and shows how the profiles are doing. */
import { keepActivityLog } from '../agent/activity-log.ts';
import type { ActivityPorts } from '../agent/activity-log.ts';
import { startAgent } from '../agent/agent-server.ts';
import type { AgentPorts } from '../agent/ports.ts';
import type { Timer } from '../clock.ts';
import { asTokentrayError, fromErrorRecord } from '../errors.ts';
import type { Storage } from '../storage/storage.ts';
import type { SignIns } from '../tokens/sign-ins.ts';
import type { Engine } from '../tokens/tokens.ts';
import { warnOfDamaged } from './damaged-profiles.ts';
import { failureWords } from './failure.ts';
import type { Output } from './io.ts';
import { changeLines } from './live-log.ts';
import type { Told } from './live-log.ts';
import { liveLines } from './live-table.ts';
import type { Hint } from './live-table.ts';
import { openLiveView } from './live-view.ts';
import type { LiveView, Screen } from './live-view.ts';
import type { StatusInWords } from './status.ts';
import { paint } from './style.ts';

/** The application's services, opened to stay. */
export interface AgentServices extends AgentPorts, Pick<ActivityPorts, 'settings'> {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly storage: Storage;
  readonly engine: Engine;
  readonly signIns: SignIns;
  close(): Promise<void>;
}

export interface AgentRun {
  readonly services: AgentServices;
  readonly title: string;
  readonly hint: (profiles: readonly StatusInWords[]) => Hint;
  readonly out: Output;
  readonly err: Output;
  /** Undefined when the output is a pipe or a file. */
  readonly screen: Screen | undefined;
  /** Resolves when the agent shall end. */
  readonly ended: Promise<void>;
  /** From now on nobody can be asked for a passphrase. */
  onUnlocked(): void;
}

/** Several rows of one refresh change at once. */
const coalesceMs = 25;

/** Looking at thousands of profiles takes a while: the pause before the next look is so many times as long. */
const pausePerLook = 20;

/** Ending may wait for a token request; after this long it says so. */
const silentEndMs = 1_000;

/** Rejects with `ipc.agent_running` and `storage.*`. Closes the services in any case. */
export async function runAgent(run: AgentRun): Promise<void> {
  const { services, ended, err } = run;
  try {
    await unlockWhileSomebodyCanBeAsked(services);
    run.onUnlocked();
    const agent = await startAgent(services);
    const endLog = keepActivityLog(services, { role: 'agent', refreshes: () => true });
    try {
      services.engine.start();
      warnOfDamaged(err, services.storage.profiles);
      const display = openDisplay(run);
      await ended;
      display.close();
    } finally {
      const explain = services.clock.setTimer(silentEndMs, () => {
        err.write('Waiting for a request under way. Ctrl+C ends at once.\n');
      });
      await Promise.all([agent.close(), services.engine.stop()]);
      explain.cancel();
      endLog();
    }
  } finally {
    await services.close();
  }
}

/** A passphrase can be asked for now, but not once the table is drawn. A locked keychain is no reason not to run. */
async function unlockWhileSomebodyCanBeAsked({ storage: { vault }, environment }: AgentServices): Promise<void> {
  if (vault.mode() === undefined && environment['TOKENTRAY_KEYCHAIN'] !== 'passphrase') return;
  try {
    await vault.unlock();
  } catch (thrown) {
    const error = asTokentrayError(thrown);
    if (error.retry !== 'later') throw error;
  }
}

/** Redraws the terminal, or tells a pipe what changed. */
function openDisplay(run: AgentRun): { close(): void } {
  const { clock, engine } = run.services;
  const view = run.screen === undefined ? openLog(run) : openTable(run, run.screen);
  let timer: Timer | undefined;
  let pauseMs = coalesceMs;
  const updateSoon = () => {
    timer ??= clock.setTimer(pauseMs, () => {
      timer = undefined;
      const startMs = clock.monotonic();
      view.update();
      pauseMs = Math.max(coalesceMs, pausePerLook * (clock.monotonic() - startMs));
    });
  };
  const unsubscribe = engine.onChange(updateSoon);
  updateSoon();
  // Whatever ends the process, the terminal is given back.
  const close = () => view.close();
  process.once('exit', close);
  return {
    close() {
      process.off('exit', close);
      unsubscribe();
      timer?.cancel();
      close();
    },
  };
}

function openTable({ services, title, hint, out }: AgentRun, screen: Screen): LiveView {
  const read = statusReader(services);
  return openLiveView({
    screen,
    clock: services.clock,
    draw(size) {
      const profiles = read();
      const picture = { title, profiles, hint: hint(profiles) };
      return liveLines(picture, services.clock.now(), { ...size, paint: (tone, text) => paint(out, tone, text) });
    },
  });
}

/** The title goes first, alone: a reader who wants no more than that has left when the next lines are written. */
function openLog({ services, title, hint, out }: AgentRun): LiveView {
  const read = statusReader(services);
  let told: Told | undefined;
  out.write(`${title}\n`);
  return {
    update() {
      const profiles = read();
      const { text, command } = hint(profiles);
      const change = changeLines(told ?? new Map(), profiles, services.clock.now());
      const lines = [...(told === undefined ? [`${text} ${command.join(' ')}`] : []), ...change.lines];
      told = change.told;
      if (lines.length > 0) out.write(`${lines.join('\n')}\n`);
    },
    close: () => undefined,
  };
}

/** Keeps the last picture while the database cannot be read; whoever asks for a token is told why. */
function statusReader(services: AgentServices): () => readonly StatusInWords[] {
  let last: readonly StatusInWords[] = [];
  return () => {
    try {
      last = services.status().map((status) => ({
        status,
        words:
          status.error === null
            ? undefined
            : failureWords(fromErrorRecord(status.error), services.storage.profiles.get(status.id)?.profile),
      }));
    } catch {
      return last;
    }
    return last;
  };
}
