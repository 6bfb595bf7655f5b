/** The file that starts the application at login on Linux (XDG Desktop Application Autostart Specification). */
import { posix } from 'node:path';

/** Also the base name of the desktop file that a package installs. */
const appId = 'dev.tokentray.app';

/** As the same package installs it: named like the program. */
const iconName = 'tokentray-app';

/** Where the file belongs; undefined where nobody knows the person's home. */
export function autostartPath(environment: Readonly<Record<string, string | undefined>>): string | undefined {
  const { XDG_CONFIG_HOME: config, HOME: home } = environment;
  // The XDG Base Directory Specification wants a relative path ignored.
  if (config !== undefined && posix.isAbsolute(config)) return posix.join(config, 'autostart', `${appId}.desktop`);
  if (home === undefined || home === '') return undefined;
  return posix.join(home, '.config', 'autostart', `${appId}.desktop`);
}

/** `command`: program and arguments, each as it is. */
export function autostartEntry(command: readonly string[]): string {
  return `[Desktop Entry]
Type=Application
Version=1.5
Name=Tokentray
Comment=Keeps API access tokens fresh
Icon=${iconName}
Exec=${command.map(quoted).join(' ')}
Terminal=false
X-GNOME-Autostart-enabled=true
`;
}

/**
 * Desktop Entry Specification, "The Exec key": reserved characters stand in double quotes, where four of them are escaped;
 * the file's own escape of backslashes comes on top, and a percent sign begins a field code.
 */
function quoted(argument: string): string {
  const inQuotes = argument.replaceAll(/["`$\\]/g, String.raw`\$&`);
  const word = /^[\w@+=:,./-]+$/.test(argument) ? argument : `"${inQuotes}"`;
  return word
    .replaceAll('\\', '\\\\')
    .replaceAll('%', '%%')
    .replaceAll('\n', String.raw`\n`);
}
