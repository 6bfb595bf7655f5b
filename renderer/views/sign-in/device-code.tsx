/** The code of a device sign-in, large enough to be read from across a desk. */
import { spelledCode } from '../../words/sign-in-words.ts';

export function DeviceCode({ code }: { readonly code: string }) {
  return (
    <p className="device-code">
      <span aria-hidden="true">{code}</span>
      <span className="for-screen-readers">{spelledCode(code)}</span>
    </p>
  );
}
