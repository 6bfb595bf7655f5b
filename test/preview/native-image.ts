/** `nativeImage`: PNG and JPEG pictures from files and memory. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { pictureSize } from './picture-size.ts';
import type { PreviewPlatform, PreviewSize } from './options.ts';
import type { ShownIcon } from './pretended-desktop.ts';

type Offered =
  | 'addRepresentation'
  | 'getAspectRatio'
  | 'getScaleFactors'
  | 'getSize'
  | 'isEmpty'
  | 'isMacTemplateImage'
  | 'isTemplateImage'
  | 'setTemplateImage'
  | 'toDataURL'
  | 'toPNG';

interface Representation {
  readonly scaleFactor: number;
  readonly data: Buffer;
  readonly size: PreviewSize;
}

export class NativeImageStandIn implements Pick<Electron.NativeImage, Offered> {
  readonly #representations: Representation[] = [];
  readonly #fileName: string;
  isMacTemplateImage = false;

  constructor(fileName = '') {
    this.#fileName = fileName;
  }

  static shown(image: NativeImageStandIn): ShownIcon {
    const hash = createHash('sha256').update(image.toPNG()).digest('hex').slice(0, 16);
    return {
      name: image.#fileName === '' ? hash : image.#fileName,
      dataUrl: image.toDataURL(),
      isTemplate: image.isMacTemplateImage,
    };
  }

  addRepresentation({ buffer, dataURL, scaleFactor = 1 }: Electron.AddRepresentationOptions): void {
    const data = buffer ?? Buffer.from(/^data:image\/\w+;base64,(.*)$/s.exec(dataURL ?? '')?.[1] ?? '', 'base64');
    const size = pictureSize(data);
    if (size === null) return;
    this.#representations.push({ scaleFactor, data, size });
    this.#representations.sort((one, other) => one.scaleFactor - other.scaleFactor);
  }

  isEmpty(): boolean {
    return this.#representations.length === 0;
  }

  getSize(scaleFactor = 1): Electron.Size {
    const { size, scaleFactor: own } = this.#best(scaleFactor) ?? { size: { width: 0, height: 0 }, scaleFactor: 1 };
    return { width: Math.round(size.width / own), height: Math.round(size.height / own) };
  }

  getAspectRatio(): number {
    const { width, height } = this.getSize();
    return height === 0 ? 1 : width / height;
  }

  getScaleFactors(): number[] {
    return this.#representations.map(({ scaleFactor }) => scaleFactor);
  }

  toPNG({ scaleFactor = 1 }: Electron.ToPNGOptions = {}): Buffer {
    return this.#best(scaleFactor)?.data ?? Buffer.alloc(0);
  }

  toDataURL(options: Electron.ToDataURLOptions = {}): string {
    return `data:image/png;base64,${this.toPNG(options).toString('base64')}`;
  }

  setTemplateImage(option: boolean): void {
    this.isMacTemplateImage = option;
  }

  isTemplateImage(): boolean {
    return this.isMacTemplateImage;
  }

  #best(scaleFactor: number): Representation | undefined {
    return this.#representations.find((one) => one.scaleFactor >= scaleFactor) ?? this.#representations.at(-1);
  }
}

const scales = [1, 1.25, 1.33, 1.4, 1.5, 1.8, 2, 2.5, 3, 4, 5];

/** The functions of `nativeImage`. Pictures of other kinds, such as SVG, come out empty, as they do in Electron. */
export function createNativeImage(platform: PreviewPlatform) {
  const asReal = (image: NativeImageStandIn) => image as unknown as Electron.NativeImage;
  const fromData = (data: Buffer) => {
    const image = new NativeImageStandIn();
    image.addRepresentation({ buffer: data });
    return asReal(image);
  };
  return {
    createEmpty: () => asReal(new NativeImageStandIn()),
    createFromBuffer: (buffer) => fromData(buffer),
    createFromDataURL(dataURL) {
      const image = new NativeImageStandIn();
      image.addRepresentation({ dataURL });
      return asReal(image);
    },
    createFromPath(path) {
      const [, stem = path, ending = ''] = /^(.*?)(\.\w+)$/.exec(path) ?? [];
      const image = new NativeImageStandIn(basename(path));
      for (const scaleFactor of scales) {
        const file = scaleFactor === 1 ? path : `${stem}@${scaleFactor}x${ending}`;
        if (existsSync(file)) image.addRepresentation({ buffer: readFileSync(file), scaleFactor });
      }
      if (platform === 'darwin' && stem.endsWith('Template')) image.setTemplateImage(true);
      return asReal(image);
    },
  } satisfies Pick<
    typeof Electron.NativeImage,
    'createEmpty' | 'createFromBuffer' | 'createFromDataURL' | 'createFromPath'
  >;
}
