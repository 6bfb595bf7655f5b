/** Answers the window's calls with the application's own code, over storage in memory and a scripted tenant. */
import { answer } from '../../../main/ipc/answer.ts';
import type { Calls } from '../../../main/ipc/answer.ts';
import { draftCalls } from '../../../main/ipc/draft-calls.ts';
import { profileDetail } from '../../../main/ipc/profile-detail.ts';
import { settingsCalls } from '../../../main/ipc/settings-calls.ts';
import { describeSystems } from '../../../main/systems/registry.ts';
import type { CallName } from '../../../preload/contract.ts';
import { CallApplication } from '../../fixtures/call-application.ts';

export class FormApplication extends CallApplication {
  private readonly calls: Partial<Calls> = {
    ...draftCalls(this),
    ...settingsCalls(this),
    'systems.describe': describeSystems,
    'profiles.detail': ({ id }) => profileDetail(this, id),
  };

  /** Undefined for what is not answered here. */
  readonly answer = async (name: CallName, input: unknown): Promise<unknown> => {
    if (!(name in this.calls)) return undefined;
    return answer(this.calls as Calls, name, input ?? undefined, (id) => this.storage.profiles.get(id)?.profile);
  };

  /** What is stored under this name; undefined when nothing is. */
  async storedSecret(name: string): Promise<string | undefined> {
    const { values } = (await this.storage.profiles.secrets(this.idOf(name))) ?? {};
    return values?.clientSecret;
  }

  /** Its clock begins long ago; the window's is the real one. */
  async toPresent(): Promise<this> {
    await this.clock.advance(Date.now() - this.clock.now());
    return this;
  }
}
