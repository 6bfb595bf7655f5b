/** What holds for the whole application. */
import { describe, expect, it } from 'vitest';
import { appHeader } from '../../../main/ipc/app-header.ts';
import type { HeaderParts } from '../../../main/ipc/app-header.ts';
import { TokentrayError } from '../../../main/errors.ts';
import type { DamagedProfile } from '../../../main/storage/storage.ts';

function parts(
  over: { damaged?: readonly DamagedProfile[]; theme?: string; elsewhere?: TokentrayError } = {},
): HeaderParts {
  return {
    ports: {
      version: '1.2.3',
      settings: { get: () => over.theme } as unknown as HeaderParts['ports']['settings'],
      storage: { profiles: { damaged: () => over.damaged ?? [] } },
    },
    desktop: {
      isDemo: false,
      platform: 'freebsd',
      hasTray: () => true,
      isOnline: () => true,
      quickSwitcher: () => null,
      isSigningInToAll: () => false,
      agentElsewhere: () => over.elsewhere,
    },
    door: { lock: () => null },
  };
}

describe('the header of the window', () => {
  it('names each profile whose definition cannot be read', () => {
    const damaged = { id: 'id-1', name: 'acme', issues: [] } as unknown as DamagedProfile;
    const [failure] = appHeader(parts({ damaged: [damaged] })).damagedProfiles;
    expect(failure?.code).toBe('storage.profile_damaged');
    expect(failure?.what).toContain('acme');
  });

  it('tells of another agent', () => {
    const header = appHeader(parts({ elsewhere: new TokentrayError('ipc.agent_running') }));
    expect(header.otherAgent?.code).toBe('ipc.agent_running');
  });

  it('takes a theme that it does not know for that of the system', () => {
    expect(appHeader(parts({ theme: 'sepia' })).theme).toBe('system');
  });

  it('has nothing to tell when all is well', () => {
    expect(appHeader(parts())).toMatchObject({ lock: null, otherAgent: null, damagedProfiles: [] });
  });
});
