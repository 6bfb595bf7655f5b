/** Texts about failures name fields as the profile file has them; here they get the labels of the form. */
import { describeSystems } from '../systems/registry.ts';

const labels = labelsByPath();

/**
 * `"endpoints.api"` becomes `"API"`. What is called otherwise in each system, or has no field, stays; so do names of
 * profiles and words of a server.
 */
export function inFieldLabels(text: string): string {
  return text.replace(/(?<!profile |said: )"([a-z][A-Za-z]*(?:\.[a-z][A-Za-z]*)?)"/g, (quoted, path: string) => {
    const label = labels.get(path);
    return label === undefined ? quoted : `"${label}"`;
  });
}

/** Of fields that have one label wherever they are. */
function labelsByPath(): ReadonlyMap<string, string> {
  const found = new Map<string, Set<string>>();
  for (const { auths } of describeSystems()) {
    for (const { path, label } of auths.flatMap(({ fields }) => fields)) {
      found.set(path, (found.get(path) ?? new Set()).add(label));
    }
  }
  const single = new Map<string, string>();
  for (const [path, [label, ...others]] of found) {
    if (label !== undefined && others.length === 0) single.set(path, label);
  }
  return single;
}
