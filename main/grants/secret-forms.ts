/** The spellings in which a server may quote a client secret back at us. */
import { formEncode } from './client-authentication.ts';

/** Every form worth removing from an error, longest first; empty without a secret. */
export function secretForms(clientId: string, clientSecret: string | undefined): readonly string[] {
  if (clientSecret === undefined || clientSecret === '') return [];
  const written = [
    clientSecret,
    formEncode(clientSecret),
    encodeURIComponent(clientSecret.toWellFormed()),
    JSON.stringify(clientSecret).slice(1, -1),
    clientSecret.replaceAll(/\s+/g, ' '),
  ];
  const credentials = [
    clientSecret,
    `${clientId}:${clientSecret}`,
    `${formEncode(clientId)}:${formEncode(clientSecret)}`,
  ];
  const encoded = credentials.flatMap((text) => [
    Buffer.from(text).toString('base64'),
    Buffer.from(text).toString('base64').replace(/=+$/, ''),
    Buffer.from(text).toString('base64url'),
    Buffer.from(text).toString('hex'),
  ]);
  const forms = new Set([...written, ...encoded].filter((form) => form !== ''));
  return [...forms].toSorted((a, b) => b.length - a.length);
}
