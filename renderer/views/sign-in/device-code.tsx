/** The code of a device sign-in, large enough to be read from across a desk. */

/** Read aloud letter by letter. */
export function DeviceCode({ code }: { readonly code: string }) {
  return (
    <p className="device-code">
      <span aria-hidden="true">{code}</span>
      <span className="for-screen-readers">Code: {code.split('').join(' ')}</span>
    </p>
  );
}
