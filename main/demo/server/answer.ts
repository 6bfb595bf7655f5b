/** What a demo tenant answers, before it becomes bytes. */

export interface DemoAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export function json(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): DemoAnswer {
  return {
    status,
    headers: { 'content-type': 'application/json;charset=UTF-8', ...headers },
    body: JSON.stringify(body),
  };
}

export function page(status: number, headers: Readonly<Record<string, string>> = {}): DemoAnswer {
  const body = `<!doctype html><html><head><title>${status}</title></head><body><h1>${status}</h1></body></html>`;
  return { status, headers: { 'content-type': 'text/html;charset=UTF-8', ...headers }, body };
}

/** RFC 6749 section 5.2. */
export function oauthError(
  status: number,
  error: string,
  description: string,
  headers: Readonly<Record<string, string>> = {},
): DemoAnswer {
  return json(status, { error, error_description: description }, { 'cache-control': 'no-store', ...headers });
}

/** An error of the REST API, in the form that the vendor's API reference gives. */
export function apiError(status: number, detailCode: string, text: string, trackingId: string): DemoAnswer {
  const messages = [{ locale: 'en-US', localeOrigin: 'DEFAULT', text }];
  return json(status, { detailCode, trackingId, messages, causes: [] });
}
