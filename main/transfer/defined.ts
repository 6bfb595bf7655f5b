/** Objects without the members that nothing is known of. */

/** Undefined for an object of which nothing is left. */
export function definedIn<Shape extends object>(
  members: Shape,
): { readonly [Key in keyof Shape]?: Exclude<Shape[Key], undefined> } | undefined {
  const left = definedOnly(members);
  return Object.keys(left).length === 0 ? undefined : left;
}

export function definedOnly<Shape extends object>(
  members: Shape,
): { readonly [Key in keyof Shape]?: Exclude<Shape[Key], undefined> } {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as {
    readonly [Key in keyof Shape]?: Exclude<Shape[Key], undefined>;
  };
}
