// Direct Line as Web Chat brings it (DirectLineJS), with what it does not tell: that its socket is gone, and how its stream ended.

const Status = { online: 2, expiredToken: 3, failedToConnect: 4, ended: 5 };

/**
 * @param {object} options of createDirectLine
 * @param {{ online(), expired(), refused(), ended(), failed(), dropped(openFor: number | undefined) }} hear
 *   dropped: how long the socket had been open, in milliseconds, or undefined where it never was
 */
export function openLine(webChat, options, hear) {
  const line = webChat.createDirectLine(options);
  watchSocket(line, hear);
  watchStream(line, hear);
  watchStatus(line, hear);
  return line;
}

function watchStatus(line, hear) {
  line.connectionStatus$.subscribe({
    next: status => {
      if (status === Status.online) hear.online();
      else if (status === Status.expiredToken) hear.expired();
      else if (status === Status.failedToConnect) hear.refused();
      else if (status === Status.ended) hear.ended();
    },
  });
}

// It stays "online" while its socket is gone.
function watchSocket(line, hear) {
  if (!line.services?.WebSocket) return;
  line.services.WebSocket = class extends line.services.WebSocket {
    constructor(url) {
      super(url);
      let openedAt;
      this.addEventListener('open', () => {
        openedAt = performance.now();
        hear.online();
      });
      this.addEventListener('close', () => hear.dropped(openedAt === undefined ? undefined : performance.now() - openedAt));
    }
  };
}

// The end of a conversation that is found while reconnecting comes as an error of the stream and not as a status. Web Chat
// has no use for that error (it would only throw it on). Where answers are asked for and not pushed, a server that does not
// answer ends the stream in silence.
function watchStream(line, hear) {
  const stream = line.activity$;
  line.activity$ = {
    subscribe: ({ next, complete }) => stream.subscribe({
      next: activity => next?.(activity),
      error: reason => (reason?.message === 'conversation ended' ? hear.ended() : hear.failed()),
      complete: () => {
        complete?.();
        hear.dropped();
      },
    }),
  };
}
