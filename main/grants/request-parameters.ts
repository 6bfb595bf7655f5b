/** The parameters of a request to an authorization server: those that the profile adds, and those of the grant. */

/** Those of `own` win; the ones that are undefined or empty are not sent. */
export function requestParameters(
  added: Readonly<Record<string, string>> | undefined,
  own: Readonly<Record<string, string | undefined>>,
): URLSearchParams {
  const all = new URLSearchParams(added);
  for (const [name, value] of Object.entries(own)) {
    if (value !== undefined && value !== '') all.set(name, value);
  }
  return all;
}
