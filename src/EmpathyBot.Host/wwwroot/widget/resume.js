// What brings a customer back to their conversation: one opaque value that the server changes at each use.

/**
 * @param {string} base address of the server, so that two servers embedded in one page do not mix
 * @returns reads and writes { resume, conversationId }; conversationId only once that conversation was really started
 */
export function resumeStore(base) {
  const key = `empathybot:${base}`;
  let memory = {};

  return {
    read() {
      try {
        return JSON.parse(localStorage.getItem(key)) ?? memory;
      } catch {
        // Storage is forbidden (private windows, policies) or holds something else: the conversation then lives as long as the page.
        return memory;
      }
    },

    write(value) {
      memory = value;
      try {
        localStorage.setItem(key, JSON.stringify(value));
      } catch {
        // As above: kept in memory.
      }
    },

    clear() {
      memory = {};
      try {
        localStorage.removeItem(key);
      } catch {
        // As above.
      }
    },

    // The value rotates: two tabs that asked at once would each make the other's worthless.
    exclusively: work => (navigator.locks ? navigator.locks.request(key, work) : work()),
  };
}
