/** What the system tells of its power: everything is looked at again after a sleep, and nothing waits at a shutdown. */
import type { PowerMonitor } from 'electron';

export interface PowerParts {
  /** The machine woke up, or somebody is back at it. */
  readonly onBack: () => void;
  /** The system goes down and waits for nobody. */
  readonly onShutdown: () => void;
}

export function followPower(monitor: Pick<PowerMonitor, 'on'>, { onBack, onShutdown }: PowerParts): void {
  monitor.on('resume', onBack);
  monitor.on('unlock-screen', onBack);
  monitor.on('shutdown', onShutdown);
}
