/** The way between the main process and the preload script of one page. Nothing else in the page can reach it. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { CDPSession, Page } from 'playwright';
import type { PreviewPlatform } from './options.ts';
import { pageScripts } from './page/page-scripts.ts';
import type { FromPage, ToPage } from './page/preload-world.ts';

export interface PageChannel {
  /** Names the page to DevTools. */
  readonly targetId: string;
  readonly devTools: CDPSession;
  /** What is sent while no preload script runs is lost, as in Electron. */
  post(message: ToPage): void;
}

export interface PageChannelParts {
  readonly page: Page;
  /** Path of the preload script; undefined for a window without one. */
  readonly preload: string | undefined;
  readonly platform: PreviewPlatform;
  hear(message: FromPage): void;
}

const worldName = 'preload';

/** Must be awaited before the page goes anywhere. Rejects when the preload script cannot be read. */
export async function openPageChannel(parts: PageChannelParts): Promise<PageChannel> {
  const { page, preload, platform, hear } = parts;
  const devTools = await page.context().newCDPSession(page);
  const keys = { meeting: randomUUID(), binding: `tokentray-${randomUUID()}` };
  let world: number | null = null;

  devTools.on('Runtime.executionContextCreated', ({ context }) => {
    const frame = (context.auxData as { frameId?: string } | undefined)?.frameId;
    if (context.name === worldName && frame === mainFrame) world = context.id;
  });
  devTools.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
    if (executionContextId === world) world = null;
  });
  devTools.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
    if (name === keys.binding && executionContextId === world) hear(JSON.parse(payload) as FromPage);
  });

  await devTools.send('Page.enable');
  const { frameTree } = await devTools.send('Page.getFrameTree');
  const mainFrame = frameTree.frame.id;
  await devTools.send('Runtime.enable');
  const script = preload === undefined ? '' : readFileSync(preload, 'utf8');
  const { main, preload: source } = pageScripts(keys, script, platform);
  await devTools.send('Runtime.addBinding', { name: keys.binding, executionContextName: worldName });
  await devTools.send('Page.addScriptToEvaluateOnNewDocument', { source: main });
  await devTools.send('Page.addScriptToEvaluateOnNewDocument', { source, worldName });

  const { targetInfo } = await devTools.send('Target.getTargetInfo');

  return {
    devTools,
    targetId: targetInfo.targetId,
    post(message) {
      if (world === null) return;
      const functionDeclaration = `(message) => globalThis['${keys.binding}:receive']?.(message)`;
      const call = { functionDeclaration, executionContextId: world, arguments: [{ value: message }] };
      // A page that went away meanwhile has nobody to tell.
      devTools.send('Runtime.callFunctionOn', call).catch(() => undefined);
    },
  };
}
