/** The encodings in which a server may quote a secret back at us, beside the escapes that `readings` takes off. */
import { formEncode } from './client-authentication.ts';

/** The secret itself first; then as another character set reads it, and in base64 and hexadecimal digits. */
export function secretForms(secret: string): readonly string[] {
  const bytes = Buffer.from(secret);
  const written = [
    secret,
    formEncode(secret),
    encodeURIComponent(secret.toWellFormed()),
    JSON.stringify(secret).slice(1, -1),
  ];
  const misread = [bytes.toString('latin1'), new TextDecoder('windows-1252').decode(bytes)];
  const encoded = [...new Set(written)].flatMap((text) => [
    base64Within(text, 0),
    base64Within(text, 1),
    base64Within(text, 2),
    Buffer.from(text).toString('hex'),
  ]);
  return [...new Set([...written, ...misread, ...encoded])];
}

/**
 * What base64 makes of the text wherever a longer one is encoded that holds it, such as `id:secret` or a whole request:
 * three bytes share four characters, so there are three ways, by how many bytes of a group come `before` it. The
 * characters that depend on its neighbours are left out.
 */
function base64Within(text: string, before: number): string {
  const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(text)]);
  const first = Math.ceil((before * 8) / 6);
  const end = Math.floor((bytes.length * 8) / 6);
  return bytes.toString('base64').slice(first, end);
}
