/** A command line whose terminal, database, agent and tenant belong to the test. */
import { TokentrayError } from '../../../main/errors.ts';
import type { Profile } from '../../../main/profiles/profile.ts';
import type { AgentHost } from '../../../main/cli/agent-command.ts';
import type { CliIo, Output } from '../../../main/cli/io.ts';
import { runCommandLine } from '../../../main/cli/run.ts';
import type { LineListener } from '../../../main/cli/typed-lines.ts';
import { createSession } from '../../../main/cli/session.ts';
import type { CliAgent, CliServices } from '../../../main/cli/session.ts';
import { createSettings } from '../../../main/settings/settings.ts';
import { anyById, anyByName, readable } from '../../../main/storage/maybe-damaged.ts';
import type { AnyProfile } from '../../../main/storage/maybe-damaged.ts';
import type { TokenIdentity } from '../../../main/systems/token-identity.ts';
import { createEngine } from '../../../main/tokens/create-engine.ts';
import { createEnrolment } from '../../../main/tokens/enrolment.ts';
import { assertSendable, tokenOrigin } from '../../../main/tokens/obtain.ts';
import type { ObtainToken } from '../../../main/tokens/obtain.ts';
import { readStatus } from '../../../main/tokens/read-status.ts';
import { FakeClock } from '../../fixtures/fake-clock.ts';
import { FakeHttp } from '../../fixtures/fake-http.ts';
import { FakeSignIns } from '../../fixtures/fake-sign-ins.ts';
import { MemoryStorage } from '../../fixtures/memory-storage.ts';
import { nothingToComplete } from '../../fixtures/nothing-to-complete.ts';
import { noMarks } from '../../fixtures/profile-status.ts';

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  /** Standard input, as a pipe. */
  readonly input?: string;
  /** Answers of the person at the terminal; absent: there is no terminal. */
  readonly answers?: readonly string[];
  /** True: standard output is a terminal, too. */
  readonly isOnScreen?: boolean;
}

/** One data folder and one tenant, on which any number of commands run. */
export class FakeCli {
  readonly clock = new FakeClock();
  readonly storage = new MemoryStorage(this.clock);
  readonly settings = createSettings(this.storage.settings);
  /** Secrets that the tenant has seen, in order. */
  readonly seenSecrets: (string | undefined)[] = [];
  /** What the tenant does instead of issuing a token. */
  refusal: TokentrayError | undefined;
  lifetimeMs = 600_000;
  /** Who the tenant's tokens are for. */
  identity: TokenIdentity | undefined;
  agent: CliAgent | undefined;
  /** What becomes of opening the services instead. */
  servicesFailure: TokentrayError | undefined;
  /** The data folder; nothing is there unless a test makes it. */
  home = '/nowhere/tokentray';
  /** Of the process. */
  environment: Readonly<Record<string, string>> = {};
  /** What becomes of looking for the agent instead. */
  agentFailure: TokentrayError | undefined;
  readonly signIns = new FakeSignIns();
  /** Addresses that were opened in the browser. */
  readonly opened: string[] = [];
  /** False: there is no browser. */
  hasBrowser = true;
  /** Whoever listens to what is typed. */
  keyboard: LineListener | undefined;
  /** Questions that were asked without echo, and with. */
  readonly questions: string[] = [];
  debug = false;

  private readonly obtain: ObtainToken = async (profile, secrets, { scope } = {}) => {
    assertSendable(profile, secrets, tokenOrigin(profile));
    this.seenSecrets.push(secrets?.values.clientSecret);
    if (this.refusal !== undefined) throw this.refusal;
    const obtainedAtMs = this.clock.now();
    const accessToken = `token-${this.seenSecrets.length}${scope === undefined ? '' : `-${scope}`}`;
    return {
      record: {
        accessToken,
        tokenType: 'Bearer',
        obtainedAtMs,
        expiresAtMs: obtainedAtMs + this.lifetimeMs,
        clockOffsetMs: null,
        ...(this.identity === undefined ? {} : { identity: this.identity }),
      },
      origin: tokenOrigin(profile),
      sentAtMonotonicMs: this.clock.monotonic(),
    };
  };

  private readonly engine = createEngine({
    clock: this.clock,
    storage: this.storage,
    obtain: this.obtain,
    random: () => 0.5,
  });

  /** The API that a probe asks. */
  readonly http = new FakeHttp([], this.clock);

  readonly services: CliServices = {
    storage: this.storage,
    settings: this.settings,
    http: this.http,
    engine: this.engine,
    enrolment: createEnrolment({
      clock: this.clock,
      storage: this.storage,
      obtain: this.obtain,
      complete: nothingToComplete,
    }),
    signIns: this.signIns,
    stored: (name) => this.stored(name),
    profile: (name) => readable(this.stored(name)),
    status: () =>
      this.storage.profiles
        .list()
        .map((stored) => readStatus({ engine: this.engine, clock: this.clock }, stored, noMarks)),
    close: async () => undefined,
  };

  async run(argv: readonly string[], options: RunOptions = {}): Promise<Outcome> {
    const out = collect(options.isOnScreen);
    const err = collect(options.answers !== undefined);
    const session = createSession({
      io: this.io(out, err, options),
      clock: this.clock,
      version: '1.2.3',
      passphrase: undefined,
      home: () => this.home,
      environment: this.environment,
      openServices: async () => {
        if (this.servicesFailure !== undefined) throw this.servicesFailure;
        return this.services;
      },
      connectAgent: async () => {
        if (this.agentFailure !== undefined) throw this.agentFailure;
        return this.agent;
      },
      openBrowser: async (url) => {
        this.opened.push(url);
        return this.hasBrowser;
      },
    });
    const code = await runCommandLine(argv, { session, host: noAgentHere, debug: this.debug });
    return { code, out: out.text(), err: err.text() };
  }

  /** Stores a profile as `add` does. */
  async addProfile(profile: Partial<Profile> = {}, clientSecret?: string): Promise<void> {
    await this.services.enrolment.add(
      { ...exampleProfile, ...profile },
      clientSecret === undefined ? undefined : { clientSecret },
    );
  }

  private stored(name: string | undefined): AnyProfile {
    const { profiles } = this.storage;
    const id = this.settings.get('defaultProfile');
    const stored = name === undefined ? anyById(profiles, id ?? '') : anyByName(profiles, name);
    if (stored !== undefined) return stored;
    throw new TokentrayError(name === undefined ? 'config.no_default_profile' : 'config.profile_not_found');
  }

  /** Spoils the stored definition of a profile. */
  damage(name: string): void {
    this.storage.damagedIds.add(this.storage.profiles.find(name)?.id ?? '');
  }

  private io(out: Output, err: Output, { input = '', answers }: RunOptions): CliIo {
    const left = [...(answers ?? [])];
    const answer = async (question: string) => {
      this.questions.push(question);
      const next = left.shift();
      if (next === undefined) throw new TokentrayError('internal.cancelled');
      return next;
    };
    return {
      out,
      err,
      input: {
        isTerminal: answers !== undefined,
        readAll: async () => input,
        follow: (listener) => {
          this.keyboard = listener;
          return () => (this.keyboard = undefined);
        },
      },
      prompt: { isPossible: () => answers !== undefined, secret: answer, line: answer },
    };
  }
}

export const exampleProfile = {
  name: 'acme',
  system: 'oauth',
  auth: 'client_credentials',
  clientId: 'client-1',
  endpoints: { token: 'https://id.example.com/token' },
} as const satisfies Profile;

const noAgentHere = {} as AgentHost;

interface CollectedOutput extends Output {
  text(): string;
}

export function collect(isTerminal = false): CollectedOutput {
  let text = '';
  return {
    isTerminal,
    columns: isTerminal ? 80 : undefined,
    colour: false,
    write: (more) => void (text += more),
    flushed: async () => undefined,
    text: () => text,
  };
}

/** An agent that goes away when it is asked for anything that `over` does not answer. */
export function fakeAgent(over: Partial<CliAgent> = {}): CliAgent {
  const gone = () => Promise.reject(new TokentrayError('ipc.agent_lost'));
  return {
    token: gone,
    tokenJson: gone,
    add: gone,
    addMany: gone,
    edit: gone,
    status: gone,
    signIn: gone,
    signOut: gone,
    poke: async () => undefined,
    ...over,
  };
}
