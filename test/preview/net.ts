/** `net`: whether there is a network, which tests switch off. */

type Offered = Pick<Electron.Net, 'isOnline' | 'online'>;

export function createNet(isOnline: () => boolean): Offered {
  return {
    isOnline,
    get online() {
      return isOnline();
    },
  };
}
