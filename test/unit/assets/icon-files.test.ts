import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  appPictures,
  icnsEntries,
  icoPixels,
  macPicture,
  trayDrawings,
  trayPictures,
} from '../../../assets/icon-files.ts';
import { readPng } from '../../fixtures/png-picture.ts';
import type { PngPicture } from '../../fixtures/png-picture.ts';

const folder = join(import.meta.dirname, '../../../assets');

function read(file: string): PngPicture {
  return readPng(readFileSync(join(folder, file)));
}

/** Whether each pixel is covered. */
function coverage({ rgba }: PngPicture): readonly boolean[] {
  return Array.from(
    rgba.filter((_, at) => at % 4 === 3),
    (alpha) => alpha > 127,
  );
}

const trayFiles = trayPictures.map(({ file }) => file);

test.each([...trayPictures, ...appPictures, macPicture])('$file is there with $pixels pixels', ({ file, pixels }) => {
  const { width, height } = read(file);
  expect([width, height]).toEqual([pixels, pixels]);
});

test.each(['', '@2x'])('macOS finds a template of each appearance, at its scale "%s"', (scale) => {
  expect(trayFiles).toEqual(
    expect.arrayContaining(trayDrawings.map((drawing) => `tray/${drawing}Template${scale}.png`)),
  );
});

test.each([16, 20, 24, 32])('each appearance has a picture of %i pixels for light and for dark panels', (pixels) => {
  const files = trayPictures
    .filter((picture) => picture.pixels === pixels)
    .map(({ file }) => file.replace(/@[\d.]+x/, ''));
  const wanted = trayDrawings.flatMap((drawing) => [`tray/${drawing}-on-light.png`, `tray/${drawing}-on-dark.png`]);
  expect(files).toEqual(expect.arrayContaining(wanted));
});

test.each(trayFiles.filter((file) => file.includes('Template')))(
  '%s is black wherever it is not transparent',
  (file) => {
    const { rgba } = read(file);
    const colours = rgba.filter((value, at) => at % 4 !== 3 && rgba[at - (at % 4) + 3] !== 0 && value !== 0);
    expect(colours).toHaveLength(0);
  },
);

test('at 16 pixels and without colour, any two appearances differ in at least a quarter of what they cover', () => {
  const shapes = trayDrawings.map((drawing) => ({ drawing, pixels: coverage(read(`tray/${drawing}Template.png`)) }));
  const alike = shapes.flatMap((one, at) =>
    shapes.slice(at + 1).flatMap((other) => {
      const covered = one.pixels.filter((isOn, index) => isOn || other.pixels[index]).length;
      const different = one.pixels.filter((isOn, index) => isOn !== other.pixels[index]).length;
      return different * 4 < covered ? [`${one.drawing} and ${other.drawing}`] : [];
    }),
  );
  expect(alike).toEqual([]);
});

test('no tray picture is empty or a full square', () => {
  const shares = trayFiles.map((file) => {
    const pixels = coverage(read(file));
    return pixels.filter(Boolean).length / pixels.length;
  });
  expect(Math.min(...shares)).toBeGreaterThan(0.1);
  expect(Math.max(...shares)).toBeLessThan(0.9);
});

test('the icon file of Windows holds all its sizes, each as a PNG of that size', () => {
  const ico = readFileSync(join(folder, 'app/icon.ico'));
  const sizes = Array.from({ length: ico.readUInt16LE(4) }, (_, at) => {
    const entry = 6 + 16 * at;
    const start = ico.readUInt32LE(entry + 12);
    return readPng(ico.subarray(start, start + ico.readUInt32LE(entry + 8))).width;
  });
  expect(sizes).toEqual(icoPixels);
});

test('the icon file of macOS holds all its entries, each as a PNG of its size', () => {
  const icns = readFileSync(join(folder, 'app/icon.icns'));
  const entries: { type: string; pixels: number }[] = [];
  for (let at = 8; at < icns.length;) {
    const length = icns.readUInt32BE(at + 4);
    const png = readPng(icns.subarray(at + 8, at + length));
    entries.push({ type: icns.toString('latin1', at, at + 4), pixels: png.width });
    at += length;
  }
  expect(icns.readUInt32BE(4)).toBe(icns.length);
  expect(entries).toEqual(icnsEntries.map(({ type, pixels }) => ({ type, pixels })));
});
