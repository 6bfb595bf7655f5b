/** Every request of every page: the application's own addresses are served by it, and going elsewhere is asked of it first. */
import type { BrowserContext, Page, Request as PageRequest, Route } from 'playwright';
import { mayNavigate } from './navigation.ts';
import type { SchemeAddress } from './scheme-address.ts';
import type { WebRequestGate } from './web-request.ts';

/** The window that a page belongs to. */
export interface PageOwner {
  readonly contents: Electron.WebContents;
  /** True while the page goes where the main process sent it. */
  isExpected(url: string): boolean;
}

export interface RequestParts {
  readonly context: BrowserContext;
  readonly address: SchemeAddress;
  readonly gate: WebRequestGate;
  readonly owners: ReadonlyMap<Page, PageOwner>;
  /** Null for a page that a script opens this very moment. */
  mayLive(page: Page | null): boolean;
  serve(request: Request): Promise<Response>;
}

export async function routeRequests(parts: RequestParts): Promise<void> {
  await parts.context.route('**/*', (route, request) => decide(parts, route, request));
}

async function decide(parts: RequestParts, route: Route, request: PageRequest): Promise<void> {
  const { address, owners, gate } = parts;
  const page = pageOf(request);
  const owner = page === null ? undefined : owners.get(page);
  if (owner === undefined && !parts.mayLive(page)) return route.abort('aborted');
  if (owner !== undefined && request.isNavigationRequest() && !isAllowed(parts, owner, request)) {
    return route.abort('aborted');
  }
  const answer = await gate.ask(detailsOf(request, address.toApp(request.url())));
  if (answer.cancel === true) return route.abort('blockedbyclient');
  if (answer.redirectURL !== undefined) {
    return route.fulfill({ status: 307, headers: { location: address.toChromium(answer.redirectURL) } });
  }
  return address.isServed(request.url()) ? serve(parts, route, request) : route.continue();
}

/** Null for a page that a script opens this very moment. */
function pageOf(request: PageRequest): Page | null {
  try {
    return request.frame().page();
  } catch {
    return null;
  }
}

function isAllowed({ address }: RequestParts, owner: PageOwner, request: PageRequest): boolean {
  const url = request.url();
  const page = request.frame().page();
  const isMainFrame = request.frame() === page.mainFrame();
  // A reload goes where the page is already, and Electron does not ask before it.
  if (isMainFrame && (owner.isExpected(url) || url === page.url().split('#')[0])) return true;
  return mayNavigate(owner.contents, { url: address.toApp(url), isMainFrame });
}

async function serve({ address, serve }: RequestParts, route: Route, request: PageRequest): Promise<void> {
  const body = request.postDataBuffer();
  try {
    const asked = new Request(address.toApp(request.url()), {
      method: request.method(),
      headers: await request.allHeaders(),
      ...(body === null ? {} : { body: new Uint8Array(body) }),
    });
    const response = await serve(asked);
    const headers = Object.fromEntries(response.headers);
    await route.fulfill({ status: response.status, headers, body: Buffer.from(await response.arrayBuffer()) });
  } catch (error) {
    process.stderr.write(`[window] ${request.url()}: ${String(error)}\n`);
    await route.abort('failed').catch(() => undefined);
  }
}

function detailsOf(request: PageRequest, url: string): Electron.OnBeforeRequestListenerDetails {
  const kinds = {
    document: 'mainFrame',
    stylesheet: 'stylesheet',
    script: 'script',
    image: 'image',
    font: 'font',
  } as const;
  const kind = request.resourceType();
  const resourceType = Object.hasOwn(kinds, kind) ? kinds[kind as keyof typeof kinds] : 'other';
  return { id: 0, url, method: request.method(), resourceType, referrer: '', timestamp: Date.now(), uploadData: [] };
}
