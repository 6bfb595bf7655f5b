import { expect, test } from 'vitest';
import type { ClipboardForms } from '../../../main/desktop/clipboard-forms.ts';
import { createCopyText } from '../../../main/desktop/copy-text.ts';
import type { WriteFocused } from '../../../main/desktop/copy-token.ts';

function copied() {
  const written: ClipboardForms[] = [];
  return { written, port: { write: async (forms: ClipboardForms) => void written.push(forms) } };
}

test('a link is plain text: nothing hides it, and nothing marks it to be taken off again', async () => {
  const { written, port } = copied();
  await createCopyText({ port })('acme', 'https://id.example.com/');
  expect(written).toEqual([{ 'text/plain': 'https://id.example.com/' }]);
});

test('under Wayland it is written only by way of a focused window', async () => {
  const { written, port } = copied();
  const names: string[] = [];
  const writeFocused: WriteFocused = async (name, write) => {
    names.push(name);
    expect(written).toEqual([]);
    return write();
  };
  await createCopyText({ port, writeFocused })('acme', 'https://id.example.com/');
  expect({ names, count: written.length }).toEqual({ names: ['acme'], count: 1 });
});
