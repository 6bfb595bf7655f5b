/** A sign-in that the agent carries out, in the hands of another process. */
import { asTokentrayError, toErrorRecord } from '../errors.ts';
import { hasEnded } from '../tokens/sign-ins.ts';
import type { SignIn, SignInState } from '../tokens/sign-ins.ts';
import type { SignInAction, SignInReply } from './protocol.ts';

/** The two requests about one attempt. Both reject with `ipc.agent_lost`. */
export interface SignInChannel {
  /** Waits for another version than the known one, but not for ever. */
  follow(known: string): Promise<SignInReply>;
  act(action: SignInAction): Promise<SignInReply>;
}

/** Fails with `ipc.agent_lost` when the agent goes away. */
export class RemoteSignIn implements Omit<SignIn, 'profileId'> {
  readonly id: string;
  readonly ended: Promise<SignInState>;
  private now: SignInState;
  private readonly channel: SignInChannel;
  private readonly listeners = new Set<() => void>();

  constructor(channel: SignInChannel, first: SignInReply) {
    this.id = first.id;
    this.now = first.state;
    this.channel = channel;
    this.ended = this.followToTheEnd(first.version);
  }

  state(): SignInState {
    return this.now;
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  // What actions lead to is heard of by following, in its order.
  async paste(redirectUrl: string): Promise<void> {
    await this.channel.act({ action: 'paste', url: redirectUrl });
  }

  async accept(): Promise<void> {
    await this.channel.act({ action: 'accept' });
  }

  cancel(): void {
    this.channel.act({ action: 'cancel' }).catch(() => undefined);
  }

  private async followToTheEnd(first: string): Promise<SignInState> {
    let known = first;
    while (!hasEnded(this.now)) {
      try {
        const { version, state } = await this.channel.follow(known);
        if (version === known) continue;
        known = version;
        this.now = state;
      } catch (thrown) {
        this.now = { kind: 'failed', error: toErrorRecord(asTokentrayError(thrown)) };
      }
      for (const listener of this.listeners) listener();
    }
    return this.now;
  }
}
