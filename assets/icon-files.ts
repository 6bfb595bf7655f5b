/** Which pictures are made from which drawing, in which sizes: what the build script renders and a test finds again. */

/** Drawings in `tray/`. The last is shown for a moment after a copy. */
export const trayDrawings = ['ok', 'working', 'expiring', 'attention', 'locked', 'copied'] as const;
type TrayDrawing = (typeof trayDrawings)[number];

export interface Rendering {
  /** Path of the drawing below this folder. */
  readonly drawing: string;
  /** Width and height in pixels. */
  readonly pixels: number;
  /** What `currentColor` stands for in the drawing. */
  readonly colour?: string;
  /** The part of the drawing that is shown, as a `viewBox`; absent: all of it. */
  readonly view?: string;
}

export interface Picture extends Rendering {
  /** Path of the PNG below this folder. */
  readonly file: string;
}

/** Width and height of a tray icon at 100 %. */
const trayPixels = 16;

/** Windows takes the one of its scale factor, a Linux panel the largest; Electron finds them by their names. */
const panelScales = [1, 1.25, 1.5, 2, 2.5, 3, 4] as const;
const macScales = [1, 2, 3] as const;

type Palette = Readonly<Record<TrayDrawing, string>>;

/** Calm while all is well; the shape says the same as the colour. Each has a contrast of at least 4.5 to its panel. */
const onLight: Palette = {
  ok: '#24292f',
  working: '#24292f',
  expiring: '#8a5300',
  attention: '#c2182b',
  locked: '#57606a',
  copied: '#17733a',
};
const onDark: Palette = {
  ok: '#ffffff',
  working: '#ffffff',
  expiring: '#ffc247',
  attention: '#ff8080',
  locked: '#b8c0c9',
  copied: '#6ee29a',
};

/** In the order in which they are rendered. */
export const trayPictures: readonly Picture[] = trayDrawings.flatMap((drawing) =>
  [
    // The system colours a template itself and looks at nothing but its alpha.
    scaled(drawing, `${drawing}Template`, macScales, '#000000'),
    scaled(drawing, `${drawing}-on-light`, panelScales, onLight[drawing]),
    scaled(drawing, `${drawing}-on-dark`, panelScales, onDark[drawing]),
  ].flat(),
);

function scaled(drawing: TrayDrawing, name: string, scales: readonly number[], colour: string): readonly Picture[] {
  return scales.map((scale) => ({
    drawing: `tray/${drawing}.svg`,
    file: `tray/${name}${scale === 1 ? '' : `@${scale}x`}.png`,
    pixels: trayPixels * scale,
    colour,
  }));
}

const smallIconPixels = [16, 20, 24, 32, 40, 48] as const;
const largeIconPixels = [64, 128, 256, 512, 1024] as const;

/** macOS wants a margin around its icons, which the drawing has; elsewhere they fill their square. */
const withoutMargin = '84 84 856 856';

/** For Windows and Linux; named as the icon folders of Linux desktops want them. */
export const appPictures: readonly Picture[] = [
  ...smallIconPixels.map((pixels) => ({ drawing: 'app/icon-small.svg', file: iconFile(pixels), pixels })),
  ...largeIconPixels.map((pixels) => ({
    drawing: 'app/icon.svg',
    file: iconFile(pixels),
    pixels,
    view: withoutMargin,
  })),
];

function iconFile(pixels: number): string {
  return `app/icons/${pixels}x${pixels}.png`;
}

/** For macOS. */
export const macPicture: Picture = { drawing: 'app/icon.svg', file: 'app/icon.png', pixels: 1024 };

/** Sizes in the `.ico` file of Windows; more than 256 it cannot name. */
export const icoPixels: readonly number[] = [16, 20, 24, 32, 40, 48, 64, 128, 256];

/** What goes into the `.icns` file of macOS, by the four letters that say size and scale. */
export const icnsEntries: readonly (Rendering & { readonly type: string })[] = [
  { type: 'ic11', pixels: 32, drawing: 'app/icon-small.svg' },
  { type: 'ic12', pixels: 64, drawing: 'app/icon.svg' },
  { type: 'ic07', pixels: 128, drawing: 'app/icon.svg' },
  { type: 'ic13', pixels: 256, drawing: 'app/icon.svg' },
  { type: 'ic08', pixels: 256, drawing: 'app/icon.svg' },
  { type: 'ic14', pixels: 512, drawing: 'app/icon.svg' },
  { type: 'ic09', pixels: 512, drawing: 'app/icon.svg' },
  { type: 'ic10', pixels: 1024, drawing: 'app/icon.svg' },
];
