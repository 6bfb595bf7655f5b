/** Who may call: the top frame of our own window, while it shows our own page. */

/** The parts of Electron's WebFrameMain that tell where a message comes from. */
export interface SenderFrame {
  readonly url: string;
  /** Null for a top frame. */
  readonly parent: unknown;
}

/** `origin` such as `app://tokentray`. A frame that has gone is nobody's. */
export function isTrustedSender(
  sender: { readonly frame: SenderFrame | null; readonly contents: unknown },
  own: { readonly contents: unknown; readonly origin: string },
): boolean {
  const { frame, contents } = sender;
  if (own.contents === undefined || contents !== own.contents) return false;
  return frame !== null && frame.parent === null && originOf(frame.url) === own.origin;
}

/** `URL.origin` is `null` for schemes that the web does not know. */
function originOf(text: string): string | undefined {
  const url = URL.parse(text);
  return url === null || url.username !== '' || url.password !== '' ? undefined : `${url.protocol}//${url.host}`;
}
