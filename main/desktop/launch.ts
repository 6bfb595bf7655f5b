/** What the application was started for, from its arguments. */

export interface Launch {
  /** Show built-in tenants in a data folder of its own that is gone at the end. */
  readonly isDemo: boolean;
  /** Started at login: no window until somebody asks for it. */
  readonly isHidden: boolean;
}

export const demoFlag = '--demo';
export const hiddenFlag = '--hidden';

/** Words that it does not know are Electron's and Chromium's. */
export function readLaunch(argv: readonly string[]): Launch {
  return { isDemo: argv.includes(demoFlag), isHidden: argv.includes(hiddenFlag) };
}

/** The arguments that start the same application anew, for `flag` instead of what it was started for. */
export function relaunchArguments(
  { execArgv, argv }: Pick<NodeJS.Process, 'execArgv' | 'argv'>,
  flag: string,
): readonly string[] {
  const own = argv.slice(1).filter((word) => word !== demoFlag && word !== hiddenFlag);
  return [...execArgv, ...own, flag];
}

/** Whether the window opens without being asked for. */
export function opensAtStart(situation: {
  readonly launch: Launch;
  readonly hasTray: boolean;
  readonly hasProfiles: boolean;
  /** Nothing can be renewed before somebody enters the passphrase. */
  readonly asksForPassphrase: boolean;
}): boolean {
  const { launch, hasTray, hasProfiles, asksForPassphrase } = situation;
  if (asksForPassphrase) return true;
  return !launch.isHidden && (launch.isDemo || !hasTray || !hasProfiles);
}
