/** What of the settings moves plans. */

/** Ahead of expiry, of a profile that does not say it itself. */
const defaultEarlySeconds = 60;

export interface PlanSettings {
  /** Of profiles that do not say it themselves. */
  readonly earlySeconds: number;
  /** Tells one way to the network (proxy, certificate authorities) from another. */
  readonly network: string;
}

export const defaultPlanSettings: PlanSettings = { earlySeconds: defaultEarlySeconds, network: '' };
