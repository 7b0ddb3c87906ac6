/** How often "is typing" is told at most while someone types. */
export const tellEveryMs = 3_000;

/** How long a customer counts as typing after the last sign of it. */
export const typingLastsMs = 5_000;

/** Calls `tell` at the first keystroke and then at most every three seconds; `rest` begins anew after a message. */
export function tellTyping(tell: () => void, now: () => number = Date.now) {
  let toldAt = Number.NEGATIVE_INFINITY;
  return {
    stroke() {
      if (now() - toldAt < tellEveryMs) return;
      toldAt = now();
      tell();
    },
    rest() {
      toldAt = Number.NEGATIVE_INFINITY;
    },
  };
}
