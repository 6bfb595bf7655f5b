/** What the application was started for, from its arguments, and how it is started anew. */
import { ownAppImage } from './app-image.ts';

export interface Launch {
  /** Show built-in tenants in a data folder of its own that is gone at the end. */
  readonly isDemo: boolean;
  /** Started at login: no window until somebody asks for it. */
  readonly isHidden: boolean;
  /** Show the quick switcher: for desktops that give keys to commands, and not to applications. */
  readonly showsSwitcher: boolean;
}

export const demoFlag = '--demo';
export const hiddenFlag = '--hidden';
const switcherFlag = '--quick-switcher';

/** Words that it does not know are Electron's and Chromium's. */
export function readLaunch(argv: readonly string[]): Launch {
  return {
    isDemo: argv.includes(demoFlag),
    isHidden: argv.includes(hiddenFlag),
    showsSwitcher: argv.includes(switcherFlag),
  };
}

/** What starts a process. */
export interface Command {
  readonly program: string;
  readonly arguments: readonly string[];
}

/** Starts the same application anew, for `flag` instead of what it was started for. */
export function ownCommand(
  { execPath, execArgv, argv, env }: Pick<NodeJS.Process, 'execPath' | 'execArgv' | 'argv' | 'env'>,
  flag: string,
): Command {
  const own = argv.slice(1).filter((word) => ![demoFlag, hiddenFlag, switcherFlag].includes(word));
  // What an AppImage mounted is gone as soon as this process is.
  return { program: ownAppImage(execPath, env) ?? execPath, arguments: [...execArgv, ...own, flag] };
}

/** Whether the window opens without being asked for. */
export function opensAtStart(situation: {
  readonly launch: Launch;
  readonly hasTray: boolean;
  readonly hasProfiles: boolean;
  /** The system started it when the person logged in, and could not give it a flag, as macOS. */
  readonly isLogin: boolean;
  /** Nothing can be renewed before somebody enters the passphrase. */
  readonly asksForPassphrase: boolean;
}): boolean {
  const { launch, isLogin, hasTray, hasProfiles, asksForPassphrase } = situation;
  if (asksForPassphrase) return true;
  return !launch.isHidden && !launch.showsSwitcher && !isLogin && (launch.isDemo || !hasTray || !hasProfiles);
}
