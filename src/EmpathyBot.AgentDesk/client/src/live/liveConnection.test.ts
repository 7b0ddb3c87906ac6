import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { waitBeforeTry } from './backoff';
import { LiveConnection, type Stream } from './liveConnection';

class StreamInHand implements Stream {
  readyState = 0;
  onopen: ((event: Event) => void) | null = null;
  onerror: ((event: Event) => void) | null = null;
  private readonly listeners = new Map<string, (event: MessageEvent<string>) => void>();
  addEventListener(type: string, listener: (event: MessageEvent<string>) => void) {
    this.listeners.set(type, listener);
  }
  close() {
    this.readyState = 2;
  }
  opens() {
    this.readyState = 1;
    this.onopen?.({} as Event);
  }
  breaks(forGood: boolean) {
    this.readyState = forGood ? 2 : 0;
    this.onerror?.({} as Event);
  }
  says(type: string, data: object) {
    this.listeners.get(type)?.({ data: JSON.stringify(data) } as MessageEvent<string>);
  }
}

function connect() {
  const streams: StreamInHand[] = [];
  const heard: string[] = [];
  const connection = new LiveConnection(
    () => {
      const stream = new StreamInHand();
      streams.push(stream);
      return stream;
    },
    {
      onState: (state) => heard.push(state),
      onCatchUp: () => heard.push('catch up'),
      onChange: (change) => heard.push(`change ${change.conversationId} ${change.ticketId}`),
      onTyping: (id) => heard.push(`typing ${id}`),
    },
    () => 0,
  );
  connection.start();
  return { connection, streams, heard, latest: () => streams.at(-1)! };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('passes on what the server tells', () => {
  const { heard, latest } = connect();
  latest().opens();
  latest().says('change', { conversationId: 'c', ticketId: 't' });
  latest().says('typing', { conversationId: 'c' });
  expect(heard).toEqual(['live', 'change c t', 'typing c']);
});

it('leaves a broken stream to the browser, says that it is lost, and catches up once it is back', () => {
  const { streams, heard, latest } = connect();
  latest().opens();
  latest().breaks(false);
  latest().opens();
  expect(heard).toEqual(['live', 'lost', 'live', 'catch up']);
  expect(streams).toHaveLength(1);
});

it('opens a new stream when the browser gave up, waiting longer each time', () => {
  const { streams, latest } = connect();
  latest().breaks(true);
  vi.advanceTimersByTime(999);
  expect(streams).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(streams).toHaveLength(2);
  latest().breaks(true);
  vi.advanceTimersByTime(1_999);
  expect(streams).toHaveLength(2);
  vi.advanceTimersByTime(1);
  expect(streams).toHaveLength(3);
});

it('tries at once when the network is back', () => {
  const { connection, streams, latest } = connect();
  latest().breaks(true);
  connection.retryNow();
  expect(streams).toHaveLength(2);
});

it('stays silent once stopped', () => {
  const { connection, streams, heard, latest } = connect();
  connection.stop();
  latest().breaks(true);
  vi.advanceTimersByTime(60_000);
  expect([streams.length, heard.length]).toEqual([1, 0]);
});

it('never waits longer than fifteen seconds, and less by chance', () => {
  expect([0, 1, 2, 3, 4, 99].map((attempt) => waitBeforeTry(attempt, () => 0))).toEqual([1000, 2000, 4000, 8000, 15000, 15000]);
  expect(waitBeforeTry(0, () => 1)).toBe(750);
});
