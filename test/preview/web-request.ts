/** `session.webRequest.onBeforeRequest`: lets the application cancel or redirect what its pages ask for. */

type Listener = (
  details: Electron.OnBeforeRequestListenerDetails,
  callback: (response: Electron.CallbackResponse) => void,
) => void;
type Offered = Pick<Electron.WebRequest, 'onBeforeRequest'>;

export interface WebRequestGate {
  /** What the listener answers; nothing special when there is none. */
  ask(details: Electron.OnBeforeRequestListenerDetails): Promise<Electron.CallbackResponse>;
}

export function createWebRequest(): { readonly webRequest: Offered; readonly gate: WebRequestGate } {
  let patterns: readonly RegExp[] = [];
  let listener: Listener | null = null;
  return {
    webRequest: {
      onBeforeRequest(first: Electron.WebRequestFilter | Listener | null, second?: Listener | null) {
        const filter = second === undefined ? null : (first as Electron.WebRequestFilter);
        listener = second === undefined ? (first as Listener | null) : second;
        patterns = filter === null ? [/^/] : filter.urls.map(toPattern);
      },
    },
    gate: {
      async ask(details) {
        if (listener === null || !patterns.some((pattern) => pattern.test(details.url))) return {};
        const { promise, resolve } = Promise.withResolvers<Electron.CallbackResponse>();
        listener(details, resolve);
        return promise;
      },
    },
  };
}

/** A match pattern as extensions write them: `*://*.example.com/*`. */
function toPattern(text: string): RegExp {
  if (text === '<all_urls>') return /^/;
  const parts = text.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join('.*')}$`);
}
