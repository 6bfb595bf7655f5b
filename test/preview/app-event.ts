/** The event objects that Electron hands to listeners. */

/** `emit` first, then look at `defaultPrevented`. */
export function createAppEvent<Params extends object = object>(params?: Params): Electron.Event<Params> {
  let isPrevented = false;
  const event = {
    preventDefault() {
      isPrevented = true;
    },
    get defaultPrevented() {
      return isPrevented;
    },
  };
  const withParams = Object.create(event, Object.getOwnPropertyDescriptors(params ?? {})) as Electron.Event<Params>;
  return withParams;
}
