/** `app.dock`, which is there on macOS alone. */

type Offered = Pick<Electron.Dock, 'getBadge' | 'hide' | 'isVisible' | 'setBadge' | 'setIcon' | 'setMenu' | 'show'>;

export function createDock(): Offered {
  let isVisible = true;
  let badge = '';
  return {
    hide() {
      isVisible = false;
    },
    async show() {
      isVisible = true;
    },
    isVisible: () => isVisible,
    getBadge: () => badge,
    setBadge(text) {
      badge = text;
    },
    setIcon() {},
    setMenu() {},
  };
}
