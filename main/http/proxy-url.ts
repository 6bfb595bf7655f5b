/** Reads the URL of a proxy. */

export interface Proxy {
  readonly secure: boolean;
  /** Without brackets. */
  readonly hostname: string;
  readonly port: number;
  /** `host:port` for messages; never holds the credentials. */
  readonly host: string;
  /** Value of `Proxy-Authorization` (RFC 7617); secret. */
  readonly authorization?: string;
}

/** What is wrong with the URL, as words that follow its source and quote nothing of it: it may hold a password. */
export interface ProxyProblem {
  readonly problem: string;
}

/** `http://` may be left out, as curl allows. */
export function readProxyUrl(value: string): Proxy | ProxyProblem {
  const url = URL.parse(value.includes('://') ? value : `http://${value}`);
  if (url === null) return { problem: 'holds no URL such as http://proxy.example.com:8080' };
  const secure = url.protocol === 'https:';
  if (!secure && url.protocol !== 'http:') return { problem: 'names a kind of proxy other than http and https' };
  // A `/`, `?` or `#` in a password that was not encoded ends the host early: what follows is part of the password.
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '')
    return { problem: 'has something behind the host; write special characters of a password as %XX' };
  const port = url.port === '' ? (secure ? 443 : 80) : Number(url.port);
  const authorization = basicCredentials(url);
  return {
    secure,
    hostname: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port,
    host: `${url.hostname}:${port}`,
    ...(authorization === undefined ? {} : { authorization }),
  };
}

function basicCredentials(url: URL): string | undefined {
  if (url.username === '' && url.password === '') return undefined;
  const pair = `${percentDecoded(url.username)}:${percentDecoded(url.password)}`;
  return `Basic ${Buffer.from(pair, 'utf8').toString('base64')}`;
}

/** A `%` that was not encoded itself is taken as it stands. */
function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
