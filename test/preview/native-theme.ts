/** `nativeTheme`: light or dark, by the system or by the application. */
import { EventEmitter } from 'node:events';

type Source = Electron.NativeTheme['themeSource'];
type Offered =
  | 'inForcedColorsMode'
  | 'prefersReducedTransparency'
  | 'shouldDifferentiateWithoutColor'
  | 'shouldUseDarkColors'
  | 'shouldUseDarkColorsForSystemIntegratedUI'
  | 'shouldUseHighContrastColors'
  | 'shouldUseInvertedColorScheme'
  | 'themeSource';

export class NativeThemeStandIn extends EventEmitter implements Pick<Electron.NativeTheme, Offered> {
  readonly inForcedColorsMode = false;
  readonly prefersReducedTransparency = false;
  readonly shouldDifferentiateWithoutColor = false;
  readonly shouldUseHighContrastColors = false;
  readonly shouldUseInvertedColorScheme = false;
  #source: Source = 'system';
  #isSystemDark = false;

  /** The person switches the desktop between light and dark. */
  static setSystemDark(theme: NativeThemeStandIn, isDark: boolean): void {
    if (theme.#isSystemDark === isDark) return;
    theme.#isSystemDark = isDark;
    theme.emit('updated');
  }

  get themeSource(): Source {
    return this.#source;
  }

  set themeSource(source: Source) {
    if (!['system', 'light', 'dark'].includes(source)) throw new TypeError(`Unknown theme source ${source}`);
    if (source === this.#source) return;
    this.#source = source;
    this.emit('updated');
  }

  get shouldUseDarkColors(): boolean {
    return this.#source === 'system' ? this.#isSystemDark : this.#source === 'dark';
  }

  get shouldUseDarkColorsForSystemIntegratedUI(): boolean {
    return this.#isSystemDark;
  }
}
