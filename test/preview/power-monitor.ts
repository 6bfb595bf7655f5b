/** `powerMonitor`: tells of sleep and locks, which tests and the strip cause. */
import { EventEmitter } from 'node:events';
import type { Lifecycle } from './lifecycle.ts';

type Offered = Pick<
  Electron.PowerMonitor,
  'getSystemIdleState' | 'getSystemIdleTime' | 'isOnBatteryPower' | 'onBatteryPower'
>;

/** Its source of events only exists once the application is ready. */
export function createPowerMonitor(lifecycle: Lifecycle): Offered & EventEmitter {
  const events = new EventEmitter();
  events.on('newListener', () => lifecycle.requireReady('powerMonitor cannot be listened to'));
  const afterReady = <Value>(value: Value): Value => {
    lifecycle.requireReady('powerMonitor cannot be used');
    return value;
  };
  return Object.assign(events, {
    onBatteryPower: false,
    isOnBatteryPower: () => afterReady(false),
    getSystemIdleTime: () => afterReady(0),
    getSystemIdleState: () => afterReady('active' as const),
  } satisfies Offered);
}
