/** The options of curl that say what is sent where, and those that take a value which has to be skipped. */

export type CurlPart =
  | 'url'
  | 'method'
  | 'header'
  | 'data'
  | 'data-raw'
  | 'data-urlencode'
  | 'json'
  | 'form'
  | 'form-string'
  | 'user'
  | 'get'
  | 'bearer';

interface CurlOption {
  /** Absent: of no meaning here. */
  readonly part?: CurlPart;
  readonly takesValue: boolean;
}

const valued = (part: CurlPart): CurlOption => ({ part, takesValue: true });
const skipped: CurlOption = { takesValue: true };

const long: Readonly<Record<string, CurlOption>> = {
  url: valued('url'),
  request: valued('method'),
  header: valued('header'),
  data: valued('data'),
  'data-ascii': valued('data'),
  'data-binary': valued('data'),
  'data-raw': valued('data-raw'),
  'data-urlencode': valued('data-urlencode'),
  json: valued('json'),
  form: valued('form'),
  'form-string': valued('form-string'),
  user: valued('user'),
  'oauth2-bearer': valued('bearer'),
  get: { part: 'get', takesValue: false },
  ...Object.fromEntries(
    [
      'cacert',
      'capath',
      'cert',
      'cert-type',
      'ciphers',
      'connect-timeout',
      'connect-to',
      'cookie',
      'cookie-jar',
      'config',
      'dump-header',
      'interface',
      'key',
      'key-type',
      'limit-rate',
      'max-redirs',
      'max-time',
      'noproxy',
      'output',
      'pass',
      'proxy',
      'proxy-user',
      'referer',
      'resolve',
      'retry',
      'retry-delay',
      'retry-max-time',
      'stderr',
      'tls-max',
      'trace',
      'trace-ascii',
      'user-agent',
      'write-out',
    ].map((name) => [name, skipped]),
  ),
};

const short: Readonly<Record<string, CurlOption>> = {
  X: valued('method'),
  H: valued('header'),
  d: valued('data'),
  F: valued('form'),
  u: valued('user'),
  G: { part: 'get', takesValue: false },
  ...Object.fromEntries(Array.from('AbcCDeEKmoPQrtTUwxyYz').map((letter) => [letter, skipped])),
};

/** Without the dashes; undefined for a switch without a value that says nothing here. */
export function curlOption(name: string): CurlOption | undefined {
  const options = name.length === 1 ? short : long;
  return Object.hasOwn(options, name) ? options[name] : undefined;
}
