/** Serves the window's pages from the files of the build, under a scheme of their own and a strict policy. */
import { readFile } from 'node:fs/promises';
import type { CustomScheme, Protocol } from 'electron';
import { appFile, appScheme } from './app-address.ts';
import { contentSecurityPolicy } from './content-security-policy.ts';

const scheme: CustomScheme = { scheme: appScheme, privileges: { standard: true, secure: true } };

/** Only before ready. */
export function registerAppScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  protocol.registerSchemesAsPrivileged([scheme]);
}

/** `folder`: what the build of the window wrote. Nothing else is ever served. */
export function serveAppPages(protocol: Pick<Protocol, 'handle'>, folder: string): void {
  protocol.handle(appScheme, (request) => answerPage(request, folder));
}

export async function answerPage(
  request: { readonly method: string; readonly url: string },
  folder: string,
): Promise<Response> {
  const file = request.method === 'GET' ? appFile(request.url, folder) : undefined;
  const content = file === undefined ? undefined : await contentOf(file.path);
  if (file === undefined || content === undefined) return new Response(null, { status: 404, headers: always });
  return new Response(content, { headers: { ...always, 'content-type': file.contentType } });
}

const always = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

async function contentOf(path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return await readFile(path);
  } catch {
    return undefined;
  }
}
