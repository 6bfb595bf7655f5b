/** The audience of a service account's assertion: the token endpoint with its port written out. */

/** The port that each scheme leaves out. */
const defaultPorts: Readonly<Record<string, string>> = { https: '443', http: '80' };

/**
 * `https://{fqdn}:443/am/oauth2/access_token`: any port that is there stays. Built as text, because URL classes drop the
 * port that the scheme implies; what is no such URL stays as it is.
 */
export function tokenAudience(tokenEndpoint: string): string {
  const [, scheme = '', authority = '', rest = ''] = /^(https?):\/\/([^/?#]*)(.*)$/is.exec(tokenEndpoint) ?? [];
  const port = defaultPorts[scheme.toLowerCase()];
  if (port === undefined || /:\d+$/.test(authority)) return tokenEndpoint;
  return `${scheme}://${authority.replace(/:$/, '')}:${port}${rest}`;
}
