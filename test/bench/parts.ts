/** The parts of the bench by name, in the order in which they run. */
import { benchCommandLine } from './command-line.ts';
import { benchVault } from './vault.ts';
import { benchIdle } from './idle.ts';
import type { Line } from './report.ts';
import { benchRequest } from './request.ts';
import { benchScale } from './scale.ts';
import { benchScaleCommandLine } from './scale-command-line.ts';
import { benchRealSoak, benchSimulatedSoak } from './soak.ts';
import { benchSwitcher } from './switcher.ts';
import { benchWake } from './wake.ts';
import { benchWindow } from './window.ts';

interface Part {
  /** On a machine with nothing else to do. */
  readonly aboutSeconds: number;
  readonly run: () => Promise<readonly Line[]>;
}

export const parts = {
  cli: { aboutSeconds: 25, run: benchCommandLine },
  request: { aboutSeconds: 15, run: benchRequest },
  vault: { aboutSeconds: 3, run: benchVault },
  scale: { aboutSeconds: 15, run: benchScale },
  'scale-cli': { aboutSeconds: 25, run: benchScaleCommandLine },
  wake: { aboutSeconds: 10, run: benchWake },
  window: { aboutSeconds: 20, run: benchWindow },
  switcher: { aboutSeconds: 20, run: benchSwitcher },
  idle: { aboutSeconds: 70, run: benchIdle },
  'soak-simulated': { aboutSeconds: 30, run: benchSimulatedSoak },
  soak: { aboutSeconds: 645, run: benchRealSoak },
} as const satisfies Readonly<Record<string, Part>>;

export type PartName = keyof typeof parts;

export const partNames = Object.keys(parts) as PartName[];
