import { waitBeforeTry } from './backoff';

export type LiveState = 'connecting' | 'live' | 'lost';

export interface Change {
  conversationId: string;
  ticketId: string | null;
}

/** What of an EventSource is used, so that a test can stand in for it. */
export interface Stream {
  readonly readyState: number;
  onopen: ((event: Event) => void) | null;
  onerror: ((event: Event) => void) | null;
  addEventListener(type: string, listener: (event: MessageEvent<string>) => void): void;
  close(): void;
}

export interface LiveHandlers {
  onState(state: LiveState): void;
  /** The stream is up after a loss: what happened meanwhile is unknown, so everything is to be read again. */
  onCatchUp(): void;
  onChange(change: Change): void;
  onTyping(conversationId: string): void;
}

const closed = 2;

/**
 * Keeps one stream of events open. The browser mends a broken stream itself and asks for what it missed; when the
 * server refuses (a restart behind a proxy, say) the browser gives up for good, and then this opens a new one.
 */
export class LiveConnection {
  private stream: Stream | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private attempt = 0;
  private wasLost = false;
  private ended = false;

  constructor(
    private readonly open: () => Stream,
    private readonly handlers: LiveHandlers,
    private readonly random: () => number = Math.random,
  ) {}

  start(): void {
    if (this.ended) return;
    clearTimeout(this.timer);
    this.stream?.close();
    const stream = this.open();
    this.stream = stream;
    stream.onopen = () => this.opened();
    stream.onerror = () => this.failed(stream);
    stream.addEventListener('change', (event) => this.handlers.onChange(readChange(event.data)));
    stream.addEventListener('typing', (event) => this.handlers.onTyping(readChange(event.data).conversationId));
  }

  /** Tries at once, for when the browser says that the network is back. */
  retryNow(): void {
    if (!this.wasLost) return;
    this.attempt = 0;
    this.start();
  }

  stop(): void {
    this.ended = true;
    clearTimeout(this.timer);
    this.stream?.close();
  }

  private opened(): void {
    this.attempt = 0;
    this.handlers.onState('live');
    if (this.wasLost) this.handlers.onCatchUp();
    this.wasLost = false;
  }

  private failed(stream: Stream): void {
    if (this.ended || stream !== this.stream) return;
    this.wasLost = true;
    this.handlers.onState('lost');
    if (stream.readyState !== closed) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.start(), waitBeforeTry(this.attempt++, this.random));
  }
}

function readChange(data: string): Change {
  const { conversationId = '', ticketId = null } = JSON.parse(data) as Partial<Change>;
  return { conversationId, ticketId };
}
