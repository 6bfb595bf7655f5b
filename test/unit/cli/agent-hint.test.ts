import { describe, expect, it } from 'vitest';
import { agentHint } from '../../../main/cli/agent-hint.ts';
import type { OwnStart } from '../../../main/cli/own-command.ts';
import { profileStatusOf } from '../../fixtures/profile-status.ts';

const start: OwnStart = {
  environment: {},
  home: undefined,
  platform: 'linux',
  execPath: '/usr/bin/node',
  script: '/usr/bin/tokentray',
};
const profiles = [
  { status: profileStatusOf('acme'), words: undefined },
  { status: profileStatusOf('beta', { isDefault: true }), words: undefined },
];

describe('agentHint', () => {
  it('shows how to get a token of the default profile', () => {
    expect(agentHint(profiles, start)).toMatchObject({
      text: 'In another terminal:',
      command: ['tokentray', 'token', 'beta'],
    });
  });

  it('shows how to get a token of the first profile when none is the default', () => {
    expect(agentHint(profiles.slice(0, 1), start).command).toStrictEqual(['tokentray', 'token', 'acme']);
  });

  it('shows how to add a profile when there is none', () => {
    expect(agentHint([], start)).toMatchObject({
      text: 'No profiles yet. Add one in another terminal:',
      command: ['tokentray', 'add', '--file', 'profile.json'],
    });
  });

  it('says where the command works when it works in one folder only', () => {
    const inProject = { ...start, environment: { npm_lifecycle_event: 'start' } };
    expect(agentHint(profiles, inProject).text).toBe('In another terminal, in this folder:');
  });
});
