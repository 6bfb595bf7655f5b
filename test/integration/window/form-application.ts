/** Answers the window's calls with the application's own code, over storage in memory and a scripted tenant. */
import { answer } from '../../../main/ipc/answer.ts';
import type { Calls } from '../../../main/ipc/answer.ts';
import { draftCalls } from '../../../main/ipc/draft-calls.ts';
import { createOpenImports } from '../../../main/ipc/open-imports.ts';
import { pasteCalls, withPasted } from '../../../main/ipc/paste-calls.ts';
import { createPastedSecrets } from '../../../main/ipc/pasted-secrets.ts';
import { profileDetail } from '../../../main/ipc/profile-detail.ts';
import { settingsCalls } from '../../../main/ipc/settings-calls.ts';
import { describeSystems } from '../../../main/systems/registry.ts';
import type { CallName } from '../../../preload/contract.ts';
import { CallApplication } from '../../fixtures/call-application.ts';

export class FormApplication extends CallApplication {
  /** What the person chooses where a file is asked for; null: nothing. */
  chosenFile: string | null = null;
  /** Pages that the system's browser was to open, as `isc credentials`. */
  readonly opened: string[] = [];
  private readonly pasted = createPastedSecrets(this.clock);
  private readonly calls: Partial<Calls> = {
    ...withPasted(
      draftCalls(this, { openSystemLink: async ({ system }, link) => void this.opened.push(`${system} ${link}`) }),
      this.pasted,
    ),
    ...pasteCalls({ pasted: this.pasted, imports: createOpenImports(this.clock) }),
    ...settingsCalls(this, { chooseCertificates: async () => this.chosenFile }),
    'systems.describe': describeSystems,
    'profiles.detail': ({ id }) => profileDetail(this, id),
  };

  /** Undefined for what is not answered here. */
  readonly answer = async (name: CallName, input: unknown): Promise<unknown> => {
    if (!(name in this.calls)) return undefined;
    return answer(this.calls, name, input ?? undefined, (id) => this.storage.profiles.get(id)?.profile);
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
