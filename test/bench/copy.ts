/** How long a click on the tray takes in the main process until the clipboard is asked to hold a token that is fresh already. */
import { createTokenClipboard } from '../../main/desktop/clipboard-token.ts';
import { createCopyToken } from '../../main/desktop/copy-token.ts';
import { createProductionGuard } from '../../main/desktop/production-guard.ts';
import { systemClock } from '../../main/clock.ts';
import { createSettings } from '../../main/settings/settings.ts';
import type { Storage } from '../../main/storage/storage.ts';
import type { Engine } from '../../main/tokens/tokens.ts';
import { samplesMs } from './measure.ts';
import type { Line } from './report.ts';

const boundMs = 20;

/** `profileId` has a token that lives long enough. The desktop's own clipboard is left out: it is not in main. */
export async function benchCopy(engine: Engine, storage: Storage, profileId: string): Promise<Line> {
  const clipboard = createTokenClipboard({
    clock: systemClock,
    port: { write: async () => undefined, has: async () => true, clear: () => undefined },
    platform: 'linux',
    marker: 'bench-marker',
    whenWritable: (run) => run(),
  });
  const settings = createSettings(storage.settings);
  const guard = createProductionGuard(systemClock, settings);
  const copy = createCopyToken({ ports: { engine, storage, settings }, clipboard, guard });
  const { median, max } = await samplesMs(() => copy({ id: profileId, as: 'raw', from: 'tray' }), 200);
  await clipboard.close();
  return {
    what: 'tray click to clipboard, token fresh',
    figure: `${median.toFixed(2)} ms (at most ${max.toFixed(2)})`,
    bound: `below ${boundMs} ms`,
    kept: median < boundMs,
  };
}
