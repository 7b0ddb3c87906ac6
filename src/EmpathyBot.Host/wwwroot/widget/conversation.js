// One customer's line to the server: asks for a token, opens Direct Line, and says honestly how the connection is.
// Direct Line itself refreshes the token while it is valid and catches up after a dropped socket; what it cannot do alone
// (a token that ran out, a server that was away, a network that came back) is done here.

import { resumeStore } from './resume.js';
import { loadWebChat } from './webchat-loader.js';

const Status = { online: 2, expiredToken: 3, failedToConnect: 4, ended: 5 };
const TokenTimeout = 15_000;
// When tokens run out this often, new ones will not help: stop asking and say so.
const RenewalsAtMost = 3;
const RenewalsWithin = 30_000;

// The shop's word on who is signed in is short-lived; without a new one the server will not say whose conversation this is.
const signInExpired = new Set(['CustomerTokenExpired', 'CustomerTokenInvalid']);

export class Conversation {
  #base;
  #locale;
  #customerToken;
  #onState;
  #onLine;
  #resume;
  // The line that Web Chat has, and the one that is listened to: none once it has failed or ended, whatever it still says.
  #line;
  #heard;
  #lineConversation;
  #renewals = [];
  #busy = false;
  state = 'idle';

  /**
   * @param {object} options
   * @param {() => string | undefined} options.customerToken read at each request, as the page may renew it
   * @param {(state: string) => void} options.onState connecting | renewing | online | reconnecting | offline | unreachable | signInExpired | ended
   * @param {(webChat, line, isNew: boolean) => void} options.onLine a line to show; isNew where it is another conversation
   */
  constructor({ base, locale, customerToken, onState, onLine }) {
    this.#base = base;
    this.#locale = locale;
    this.#customerToken = customerToken;
    this.#onState = onState;
    this.#onLine = onLine;
    this.#resume = resumeStore(base);
    addEventListener('offline', () => this.#heard && this.#say('offline'));
    // A socket that slept through an outage may look open and be dead; a new line is sure.
    addEventListener('online', () => this.state === 'offline' && this.connect());
  }

  /** Whether there is something to come back to. */
  get hasBegun() {
    return Boolean(this.#resume.read().conversationId);
  }

  async connect() {
    if (this.#busy) return;
    this.#busy = true;
    this.#heard = undefined;
    this.#say(this.#line ? 'renewing' : 'connecting');
    try {
      const [webChat, pass] = await Promise.all([loadWebChat(this.#base), this.#askForToken()]);
      this.#open(webChat, pass);
    } catch (error) {
      console.warn('The chat could not connect.', error);
      if (signInExpired.has(error.code)) this.#say('signInExpired');
      else this.#fail();
    } finally {
      this.#busy = false;
    }
  }

  /** Leaves the conversation that ended and begins another. */
  startNew() {
    this.#resume.clear();
    return this.connect();
  }

  #askForToken() {
    return this.#resume.exclusively(async () => {
      const kept = this.#resume.read();
      const response = await this.#post(kept.resume);
      // A refused `resume` must not shut the customer out; one that a busy or broken server did not look at is kept.
      const refused = kept.resume && [400, 401, 403, 404, 410].includes(response.status);
      const answer = refused ? await this.#post() : response;
      if (!answer.ok) throw await refusalOf(answer);

      const pass = await answer.json();
      const started = kept.conversationId === pass.conversationId;
      this.#resume.write({ resume: pass.resume, ...(started && { conversationId: pass.conversationId }) });
      return { ...pass, started };
    });
  }

  #post(resume) {
    return fetch(`${this.#base}/api/token`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ locale: this.#locale, resume, customerToken: this.#customerToken() }),
      signal: AbortSignal.timeout(TokenTimeout),
    });
  }

  #open(webChat, pass) {
    const isNew = pass.conversationId !== this.#lineConversation;
    const line = webChat.createDirectLine({
      domain: new URL(pass.domain, `${this.#base}/`).href,
      token: pass.token,
      conversationStartProperties: { locale: this.#locale },
      // A conversation that was started is joined again: from where this page was, or from its beginning after a reload.
      ...(pass.started && { conversationId: pass.conversationId, watermark: isNew ? '' : this.#line.watermark }),
    });

    this.#line = this.#heard = line;
    this.#lineConversation = pass.conversationId;
    this.#watchSocket(line);
    this.#watchStream(line);
    line.connectionStatus$.subscribe({ next: status => line === this.#heard && this.#onStatus(line, status, pass) });
    this.#onLine(webChat, line, isNew);
  }

  #onStatus(line, status, pass) {
    if (status === Status.online) {
      this.#resume.write({ ...this.#resume.read(), conversationId: pass.conversationId });
      this.#say('online');
    } else if (status === Status.expiredToken) {
      this.#renew();
    } else if (status === Status.failedToConnect) {
      // If it was the conversation that could not be joined, the next try starts it.
      this.#resume.write({ resume: this.#resume.read().resume });
      this.#fail();
    } else if (status === Status.ended) {
      this.#end();
    }
  }

  #renew() {
    const now = performance.now();
    this.#renewals = [...this.#renewals.filter(at => now - at < RenewalsWithin), now];
    if (this.#renewals.length > RenewalsAtMost) this.#fail();
    else this.connect();
  }

  // The end of a conversation that is found while reconnecting comes as an error of the stream and not as a status. Web Chat
  // has no use for that error (it would only throw it on); the strip tells the customer.
  #watchStream(line) {
    const stream = line.activity$;
    const error = reason => {
      if (line !== this.#heard) return;
      if (reason?.message === 'conversation ended') this.#end();
      else this.#fail();
    };
    line.activity$ = {
      subscribe: ({ next, complete }) => stream.subscribe({ next: activity => next?.(activity), error, complete: () => complete?.() }),
    };
  }

  // Direct Line stays "online" while its socket is gone and it waits to reconnect (3 to 15 seconds); the customer should know.
  #watchSocket(line) {
    if (!line.services?.WebSocket) return;
    const tell = state => line === this.#heard && this.#say(state);
    line.services.WebSocket = class extends line.services.WebSocket {
      constructor(url) {
        super(url);
        this.addEventListener('open', () => tell('online'));
        this.addEventListener('close', () => tell(navigator.onLine ? 'reconnecting' : 'offline'));
      }
    };
  }

  #end() {
    this.#heard = undefined;
    this.#say('ended');
  }

  #fail() {
    this.#heard = undefined;
    this.#say(navigator.onLine ? 'unreachable' : 'offline');
  }

  #say(state) {
    if (state === this.state) return;
    this.state = state;
    this.#onState(state);
  }
}

async function refusalOf(response) {
  const body = await response.json().catch(() => undefined);
  const error = new Error(`The server answered ${response.status} when asked for a token.`);
  return Object.assign(error, { code: body?.error?.code });
}
