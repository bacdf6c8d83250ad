/** More than most questions need: what is chosen by visits alone is kept elsewhere. */
const MOST_KEPT = 4_000_000;

let room = new Uint8Array(1_000_000);
let taken = 0;

/**
 * No rows, for as long as a question takes. The room of one question is used again by the next: thrown away, that of some
 * questions would fill the object's memory before anybody cleared it up.
 */
export function newMask(rows: number): Uint8Array {
  if (taken + rows > room.length) {
    if (room.length + rows > MOST_KEPT) return new Uint8Array(rows);
    // The old room stays with those who have masks in it.
    room = new Uint8Array(Math.min(Math.max(room.length * 2, rows), MOST_KEPT));
    taken = 0;
  }
  const mask = room.subarray(taken, taken + rows);
  taken += rows;
  return mask.fill(0);
}

/** Makes a mask of its own of what `choose` finds; the room that this takes is free again afterwards. */
export function ownMask(choose: () => Uint8Array): Uint8Array {
  const before = { room, taken };
  const mask = choose().slice();
  taken = room === before.room ? before.taken : 0;
  return mask;
}

/** The same rows, to be changed. */
export function copyOf(mask: Uint8Array): Uint8Array {
  const copy = newMask(mask.length);
  copy.set(mask);
  return copy;
}

let list = new Uint32Array(0);

/** Room for so many places, until somebody else asks for it. */
export function newList(places: number): Uint32Array {
  if (places > list.length) list = new Uint32Array(places * 2);
  return list;
}

/** Nobody uses a mask any more: a question is answered without waiting for anything, and before the next one. */
export function forgetMasks(): void {
  taken = 0;
}
