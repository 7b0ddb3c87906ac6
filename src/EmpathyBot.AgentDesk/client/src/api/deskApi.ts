import type { Agents, AuditPage, Conversation, DeskAgent, HandoffItem, Me, Outcome, Overview, Phrase, WaysIn } from './types';

/** An answer of the desk API that is not a success; status 0 means that no answer came at all. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }

  /** True when nothing came back, so that the request may or may not have arrived. */
  get isUnreachable(): boolean {
    return this.status === 0;
  }
}

const root = '/api/desk';
const answerWithinMs = 20_000;
/** A file takes its time over a poor line. */
const fileWithinMs = 120_000;

async function call<T>(path: string, init: RequestInit, withinMs = answerWithinMs): Promise<T> {
  let response: Response;
  try {
    response = await fetch(root + path, { ...init, credentials: 'same-origin', signal: AbortSignal.timeout(withinMs) });
  } catch {
    // fetch tells only that it failed, never why: to the agent all of it is one thing.
    throw new ApiError(0, 'unreachable', 'The desk cannot reach the server.');
  }
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw toError(response.status, body);
  return body as T;
}

function toError(status: number, body: unknown): ApiError {
  const error = (body as { error?: { code?: unknown; message?: unknown } } | null)?.error;
  const code = typeof error?.code === 'string' ? error.code : `http-${status}`;
  const message = typeof error?.message === 'string' ? error.message : `The server answered with status ${status}.`;
  return new ApiError(status, code, message);
}

const get = <T>(path: string) => call<T>(path, { method: 'GET' });

// The header keeps other sites out: a form of theirs cannot send it.
const post = <T = unknown>(path: string, body: object = {}, headers: Record<string, string> = {}) =>
  call<T>(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Desk': '1', ...headers },
    body: JSON.stringify(body),
  });

/** Where the browser goes to sign in with the identity provider. */
export const providerAddress = `${root}/sign-in/openid`;

/** The audit log as a file. */
export const auditDownload = (format: 'jsonl' | 'csv') => `${root}/audit/download?format=${format}`;

const handoff = (id: string, verb: string) => `/handoffs/${encodeURIComponent(id)}/${verb}`;

export const deskApi = {
  me: () => get<Me>('/me'),
  waysIn: () => get<WaysIn>('/sign-in'),
  /** With the development sign-in there is no password. */
  signIn: (name: string, password: string | null) => post<Me | null>('/sign-in', password === null ? { name } : { name, password }),
  signInFromTeams: (token: string) => post<Me>('/sign-in/teams', { token }),
  changePassword: (current: string, next: string) => post<Me>('/password', { current, next }),
  audit: (act: string, before: number | null) =>
    get<AuditPage>(`/audit?${new URLSearchParams({ ...(act && { act }), ...(before !== null && { before: String(before) }) })}`),
  signOut: () => post('/sign-out'),
  handoffs: async () => (await get<{ items: HandoffItem[] }>('/handoffs')).items,
  conversation: (id: string) => get<Conversation>(`/conversations/${encodeURIComponent(id)}`),
  accept: (id: string) => post(handoff(id, 'accept')),
  /** The key is the same for every try of one message, so that a server may refuse to say it twice. */
  say: (id: string, text: string, key: string) => post(handoff(id, 'messages'), { text }, { 'Idempotency-Key': key }),
  sendFile: (id: string, file: File, key: string) =>
    call(
      `${handoff(id, 'files')}?name=${encodeURIComponent(file.name)}`,
      {
        method: 'POST',
        headers: { 'Content-Type': file.type || 'application/octet-stream', 'X-Desk': '1', 'Idempotency-Key': key },
        body: file,
      },
      fileWithinMs,
    ),
  typing: (id: string) => post(handoff(id, 'typing')),
  close: (id: string, outcome: Outcome, note: string) => post(handoff(id, 'close'), { outcome, note }),
  transfer: (id: string, to: string) => post(handoff(id, 'transfer'), { to }),
  returnToBot: (id: string, note: string, word: string) => post(handoff(id, 'return'), { note, word }),
  takeOver: (id: string) => post(handoff(id, 'take-over')),
  note: (id: string, text: string, forHolder: boolean, key: string) =>
    post(handoff(id, 'notes'), { text, forHolder }, { 'Idempotency-Key': key }),
  phrases: async (conversationId: string) =>
    (await get<{ items: Phrase[] }>(`/conversations/${encodeURIComponent(conversationId)}/phrases`)).items,
  agents: () => get<Agents>('/agents'),
  seat: () => get<DeskAgent>('/me/seat'),
  setSeat: (seat: { available?: boolean; limit?: number; teams?: string[] }) => post<DeskAgent>('/me/seat', seat),
  supervision: (since: string) => get<Overview>(`/supervision?since=${encodeURIComponent(since)}`),
};
