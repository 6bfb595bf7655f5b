/** What the window's files weigh on the way to the person. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';

const assets = 'out/renderer/assets';

it('the window weighs less than 250 KB compressed', async () => {
  const files = await readdir(assets);
  const sizes = await Promise.all(files.map(async (file) => gzipSync(await readFile(join(assets, file))).length));
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(250 * 1_024);
});
