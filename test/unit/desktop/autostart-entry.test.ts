import { describe, expect, it } from 'vitest';
import { autostartEntry, autostartPath } from '../../../main/desktop/autostart-entry.ts';

describe('the place of the autostart file', () => {
  it.each([
    [{ XDG_CONFIG_HOME: '/cfg', HOME: '/home/jane' }, '/cfg/autostart/dev.tokentray.app.desktop'],
    [{ HOME: '/home/jane' }, '/home/jane/.config/autostart/dev.tokentray.app.desktop'],
    [{ XDG_CONFIG_HOME: 'cfg', HOME: '/home/jane' }, '/home/jane/.config/autostart/dev.tokentray.app.desktop'],
    [{}, undefined],
  ])('with %j is %s', (environment, path) => {
    expect(autostartPath(environment)).toBe(path);
  });
});

describe('the command in the autostart file', () => {
  const execOf = (...command: string[]) =>
    autostartEntry(command)
      .split('\n')
      .find((line) => line.startsWith('Exec='));

  it.each([
    [['/opt/Tokentray/tokentray', '--hidden'], 'Exec=/opt/Tokentray/tokentray --hidden'],
    [['/home/jane doe/Tokentray.AppImage'], 'Exec="/home/jane doe/Tokentray.AppImage"'],
    [['/x/100%/tray'], 'Exec="/x/100%%/tray"'],
    [['/x/$HOME/`id`/"tray"'], 'Exec="/x/\\\\$HOME/\\\\`id\\\\`/\\\\"tray\\\\""'],
    [['/x/back\\slash'], 'Exec="/x/back\\\\\\\\slash"'],
    [['/x/two\nlines'], 'Exec="/x/two\\nlines"'],
  ])('quotes %j as the specification wants it', (command, line) => {
    expect(execOf(...command)).toBe(line);
  });

  it('stays on one line whatever the path holds', () => {
    expect(autostartEntry(['/x\nHidden=true'])).not.toContain('\nHidden=true');
  });
});
