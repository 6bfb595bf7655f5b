/** The service accounts of a demo tenant of PingOne AIC. */

export interface ServiceAccount {
  /** Such as `449d7e27-7889-47af-a736-83b6bbf97ec5`. */
  readonly id: string;
  /** RSA; the tenant never has the private one. */
  readonly publicJwk: Readonly<Record<string, unknown>>;
  /** All that its tokens can be given. */
  readonly scopes: readonly string[];
}
