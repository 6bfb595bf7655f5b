/**
 * The plans of all profiles by instant: what is planned next is known at once, however many there are.
 *
 * Invariants: a binary heap, so that no plan is later than the two below it; `places` tells where each plan is in it.
 */

interface Plan {
  readonly profileId: string;
  readonly atMs: number;
}

export class Plans {
  private readonly heap: Plan[] = [];
  private readonly places = new Map<string, number>();

  atMs(profileId: string): number | undefined {
    const place = this.places.get(profileId);
    return place === undefined ? undefined : this.heap[place]?.atMs;
  }

  has(profileId: string): boolean {
    return this.places.has(profileId);
  }

  /** The earliest; undefined when nothing is planned. */
  first(): Plan | undefined {
    return this.heap[0];
  }

  set(profileId: string, atMs: number): void {
    const place = this.places.get(profileId) ?? this.heap.length;
    if (this.heap[place]?.atMs === atMs) return;
    this.settle({ profileId, atMs }, place);
  }

  delete(profileId: string): void {
    const place = this.places.get(profileId);
    if (place === undefined) return;
    this.places.delete(profileId);
    const last = this.heap.pop();
    if (last !== undefined && last.profileId !== profileId) this.settle(last, place);
  }

  clear(): void {
    this.heap.length = 0;
    this.places.clear();
  }

  /** Brings a plan to where it belongs, from a place that is free for it. */
  private settle(plan: Plan, from: number): void {
    let place = from;
    for (let above = parentOf(place); place > 0; above = parentOf(place)) {
      const parent = this.heap[above];
      if (parent === undefined || parent.atMs <= plan.atMs) break;
      this.put(parent, place);
      place = above;
    }
    for (;;) {
      const below = this.earlierChild(place);
      const child = below === undefined ? undefined : this.heap[below];
      if (below === undefined || child === undefined || child.atMs >= plan.atMs) break;
      this.put(child, place);
      place = below;
    }
    this.put(plan, place);
  }

  private earlierChild(place: number): number | undefined {
    const left = 2 * place + 1;
    const [a, b] = [this.heap[left], this.heap[left + 1]];
    if (a === undefined) return undefined;
    return b !== undefined && b.atMs < a.atMs ? left + 1 : left;
  }

  private put(plan: Plan, place: number): void {
    this.heap[place] = plan;
    this.places.set(plan.profileId, place);
  }
}

function parentOf(place: number): number {
  return (place - 1) >> 1;
}
