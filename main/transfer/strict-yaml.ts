/** Reads YAML of unknown origin as the JSON that it could have been: no tags, no anchors, nothing twice. */
import { LineCounter, isScalar, parseDocument, visit } from 'yaml';
import { fileInvalid } from './strict-json.ts';

const deepest = 16;
/** One that a tool wrote has a few thousand, and reading them takes much longer than reading JSON. */
const mostCharacters = 256 * 1024;

/** Throws `config.file_invalid`, which tells a line and quotes nothing. */
export function readStrictYaml(text: string): unknown {
  if (text.length > mostCharacters) throw fileInvalid('it is larger than any configuration of a tool that is known');
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      schema: 'core',
      logLevel: 'silent',
    });
    const [error] = [...document.errors, ...document.warnings];
    if (error !== undefined)
      throw fileInvalid(`it is no YAML that can be read: line ${lines.linePos(error.pos[0]).line}`);
    visit(document, {
      Alias: () => {
        throw fileInvalid('it uses an alias of YAML, which no tool that is known writes');
      },
      Node: (_key, node, path) => {
        if (path.length > deepest * 2) throw fileInvalid(`its values are nested more than ${deepest} deep`);
        if ('tag' in node && typeof node.tag === 'string' && !node.tag.startsWith('tag:yaml.org,2002:')) {
          throw fileInvalid('it uses a tag of YAML, which no tool that is known writes');
        }
      },
      Pair: (_key, { key }) => {
        const isName = isScalar(key) && typeof key.value === 'string' && key.value !== '__proto__';
        if (!isName) throw fileInvalid('it has a key that is no plain name');
      },
    });
    return document.toJS({ maxAliasCount: 0 }) as unknown;
  } catch (error) {
    // Deep nesting ends in a RangeError of the parser; whatever else it throws may quote the text.
    if (error instanceof Error && 'code' in error && error.code === 'config.file_invalid') throw error;
    throw fileInvalid('it is no YAML that can be read');
  }
}
