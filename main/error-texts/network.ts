/** Texts for `network.*`: the way to the server, and answers that are no answers. */
import { codes, durationWords, given, itsWords, proxy, server, systemReason } from './phrases.ts';
import type { ErrorData } from '../errors.ts';
import type { ErrorTemplates } from './phrases.ts';

const onTheWay = 'Check the network connection, VPN and proxy';
const checkAddress = 'Check the tenant and "endpoints" of the profile';
const ownRoots =
  'If your company inspects traffic or runs its own CA, set its certificate with "tokentray settings set caFile /path/to/ca.pem"';
const proxyPlaces = '"tokentray settings get proxy" or HTTPS_PROXY';
const proxyExample = 'HTTPS_PROXY=http://user:password@proxy.example.com:8080';

const isProxy = ({ peer }: ErrorData) => peer === 'proxy';
/** RFC 8628 section 3.5. */
const waitsForPerson = ({ oauthError }: ErrorData) => oauthError === 'authorization_pending';
const peer = (data: ErrorData) => (isProxy(data) ? proxy(data) : server(data));

export const networkTexts: ErrorTemplates<'network'> = {
  'network.dns': {
    what: ({ host }) => (host === undefined ? 'The host was not found' : `The host ${host} was not found`),
    next: `${checkAddress} for typing mistakes, then the network connection, VPN and proxy`,
  },
  'network.refused': {
    what: (data) => `${server(data)} does not accept connections: nothing listens there`,
    next: `${checkAddress}, and whether the server is running`,
  },
  'network.unreachable': {
    what: (data) => `${server(data)} cannot be reached from this network${given(': ', data.systemCode)}`,
    next: `${onTheWay}; it is tried again by itself`,
  },
  'network.reset': {
    what: (data) => `${server(data)} closed the connection before it answered`,
    next: `Try again; if it goes on, a firewall or proxy may be cutting the connection`,
  },
  'network.connect_timeout': {
    what: (data) => `${server(data)} could not be connected to in time`,
    next: `${onTheWay}; where only a proxy leads out, name it in HTTPS_PROXY or with "tokentray settings set proxy"`,
  },
  'network.timeout': {
    what: (data) => `${server(data)} took the request and did not answer in time`,
    next: 'Try again in a while; if it goes on, ask whoever runs the server',
  },
  'network.tls_untrusted': {
    what: (data) => `${peer(data)} shows a certificate from an authority that this machine does not trust`,
    next: ownRoots,
  },
  'network.tls_expired': {
    what: (data) => `the certificate of ${peer(data)} has run out or is not valid yet`,
    next: (data) =>
      `Check this machine's date and time; if they are right, the ${isProxy(data) ? 'proxy' : 'server'} needs a new certificate`,
  },
  'network.tls_hostname': {
    what: (data) => `the certificate of ${peer(data)} was issued for another name`,
    next: (data) =>
      `${isProxy(data) ? `Check ${proxyPlaces}` : checkAddress}: the name must be the one in the certificate`,
  },
  'network.tls_failed': {
    what: (data) => `no secure connection to ${peer(data)} could be agreed${given(': ', data.systemCode)}`,
    next: (data) =>
      isProxy(data)
        ? `Check ${proxyPlaces}: most proxies are reached by http://, also for https requests`
        : 'Check that the address is an https one and that no proxy or old software stands in between',
  },
  'network.proxy_unreachable': {
    what: (data) => `${proxy(data)} cannot be reached${given(': ', data.systemCode)}`,
    next: `Check ${proxyPlaces}, and the network connection`,
  },
  'network.proxy_auth_required': {
    what: (data) => `${proxy(data)} wants a user name and password`,
    next: ({ detail = proxyExample }) =>
      `Set ${detail} in the environment, and start the agent again with it if one runs; the setting proxy may stay, but holds no passwords`,
  },
  'network.proxy_auth_rejected': {
    what: (data) => `${proxy(data)} refused the user name or password`,
    next: ({ detail = 'HTTPS_PROXY' }) =>
      `Correct them in ${detail}, special characters written as %XX, and start the agent again with it if one runs`,
  },
  'network.proxy_auth_unsupported': {
    what: (data) => `${proxy(data)} wants a sign-in that Tokentray does not support${given(': ', data.detail)}`,
    next: 'Ask for a proxy with user name and password, or run a local relay that signs in and set it as the proxy',
  },
  'network.proxy_refused': {
    what: (data) => `${proxy(data)} refused to connect${codes(data)}`,
    next: 'Ask whoever runs the proxy to allow the host, or add the host to NO_PROXY if it can be reached directly',
  },
  'network.proxy_invalid': {
    what: (data) => `the address of the proxy cannot be used${given(': ', data.detail)}`,
    next: 'Correct it with "tokentray settings set proxy http://proxy.example.com:8080" or in HTTPS_PROXY',
  },
  'network.too_large': {
    what: (data) => `the answer of ${server(data)} is far larger than any that was asked for and was cut off`,
    next: `${checkAddress}, and its "issuer" where it has one: something else is probably answering`,
  },
  'network.redirected': {
    what: (data) =>
      `${server(data)} redirects the request${given(' to ', data.detail)}${codes(data)}, and secrets do not follow`,
    next: `${checkAddress}; set "endpoints.token" to the final address if it is the right one`,
  },
  'network.bad_answer': {
    what: (data) => `the answer of ${server(data)} is not a token answer${given(': ', data.detail)}${codes(data)}`,
    next: `${checkAddress}: something else may be answering; if it is the token endpoint, ask whoever runs the server for plain bearer tokens`,
  },
  'network.token_expired': {
    what: (data) => `${server(data)} issued a token that had already expired when it arrived`,
    next: 'Try again; if it goes on, have whoever runs the server check its clock and the lifetime of its tokens',
  },
  'network.server_error': {
    what: (data) => `${server(data)} has a fault of its own${codes(data)}.${itsWords(data)}`,
    next: ({ retryAfterMs }) =>
      `Nothing needs to be changed; try again in ${retryAfterMs === undefined ? 'a while' : durationWords(retryAfterMs)}`,
  },
  'network.rate_limited': {
    what: (data) =>
      `${server(data)} ${waitsForPerson(data) ? 'waits for a person to finish the sign-in' : 'was asked too often'}${codes(data)}.${itsWords(data)}`,
    next: (data) => {
      if (waitsForPerson(data)) return 'Finish the sign-in there; it is asked again';
      const { retryAfterMs } = data;
      return retryAfterMs === undefined
        ? 'Wait a while before you try again'
        : `Wait ${durationWords(retryAfterMs)} before you try again`;
    },
  },
  'network.failed': {
    what: (data) => `the request to ${server(data)} failed${given(': ', data.systemCode ?? data.detail)}`,
    next: `${onTheWay}, and try again`,
  },
  'network.ca_file_unreadable': {
    what: (data) =>
      `the file of trusted certificates${given(' ', data.path)} cannot be used${given(': ', data.detail) || systemReason(data)}`,
    next: 'Correct it with "tokentray settings set caFile /path/to/ca.pem", or in NODE_EXTRA_CA_CERTS if it is named there',
  },
};
