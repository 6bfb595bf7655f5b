/** Hours of an agent's life in a moment; `npm run bench` has a whole day and looks at the memory as well. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Workplace } from '../fixtures/disk-storage.ts';
import { SimulatedSoak } from '../fixtures/soak/simulated-soak.ts';

let place: Workplace;
const unhandled: unknown[] = [];
const note = (reason: unknown) => void unhandled.push(reason);

beforeEach(() => {
  place = new Workplace();
  unhandled.length = 0;
  process.on('unhandledRejection', note);
});
afterEach(() => {
  process.off('unhandledRejection', note);
  place.clean();
});

it.each([1, 2, 3])(
  'two hours with servers that fail, sleep, questions and edits lose no profile and ask for nothing twice (seed %i)',
  async (seed) => {
    const soak = await SimulatedSoak.begin({ home: place.home, seed, profiles: 25, faultPart: 0.2 });
    await soak.run(120);
    await soak.recover();
    await soak.close();
    expect([...soak.complaints, ...unhandled]).toEqual([]);
    // Else nothing was tried.
    expect(soak.http.watch.requests).toBeGreaterThan(200);
  },
);
