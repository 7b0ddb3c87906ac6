// One customer's line to the server, kept up: says honestly how it is, and mends it. Direct Line itself refreshes the token
// while it is valid. What it cannot do alone (a token that ran out, a network that came back) or does slowly (a server that
// was away: it waits up to 15 seconds, then 20 more for each try) is done here.

import { openLine } from './direct-line.js';
import { askForPass } from './pass.js';
import { resumeStore } from './resume.js';
import { loadWebChat } from './webchat-loader.js';

// When tokens run out this often, new ones will not help: stop asking and say so.
const RenewalsAtMost = 3;
const RenewalsWithin = 30_000;
// Seconds before each try to reach a server that went away; after the last, the customer may try.
const ReconnectAfter = [1, 2, 4, 8, 15, 15, 15, 15, 15, 15];
// A connection that held this long begins the row anew.
const Held = 30_000;
// Some networks let no WebSocket through: after so many that never opened, the answers are asked for instead.
const SocketsRefused = 2;
// The shop's word on who is signed in is short-lived; without a new one the server will not say whose conversation this is.
const signInExpired = new Set(['CustomerTokenExpired', 'CustomerTokenInvalid']);

export class Conversation {
  #base;
  #locale;
  #customerToken;
  #onState;
  #onLine;
  #resumes;
  // The line that Web Chat has, and the one that is listened to: none once it has failed or ended, whatever it still says.
  #line;
  #heard;
  #id;
  #renewals = [];
  #drops = 0;
  #socketsRefused = 0;
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
    this.#resumes = resumeStore(base);
    addEventListener('offline', () => this.#heard && this.#say('offline'));
    // A socket that slept through an outage may look open and be dead; a new line is sure.
    addEventListener('online', () => this.state === 'offline' && this.connect());
  }

  /** Whether there is something to come back to. */
  get hasBegun() {
    return Boolean(this.#resumes.read().conversationId);
  }

  async connect() {
    if (this.#busy) return;
    this.#heard = undefined;
    this.#drops = 0;
    this.#say(this.#line ? 'renewing' : 'connecting');
    try {
      await this.#begin();
    } catch (error) {
      console.warn('The chat could not connect.', error);
      this.#fail(error);
    }
  }

  /** Leaves the conversation that ended and begins another. */
  startNew() {
    this.#resumes.clear();
    this.#id = undefined;
    return this.connect();
  }

  async #begin() {
    this.#busy = true;
    try {
      const request = { base: this.#base, locale: this.#locale, customerToken: this.#customerToken(), resumes: this.#resumes };
      const [webChat, pass] = await Promise.all([loadWebChat(this.#base), askForPass(request)]);
      // The server has forgotten the conversation that the customer has before their eyes: they decide when to leave it.
      if (this.#id && this.#id !== pass.conversationId) this.#end();
      else this.#open(webChat, pass);
    } finally {
      this.#busy = false;
    }
  }

  #open(webChat, pass) {
    const isNew = pass.conversationId !== this.#id;
    const options = {
      domain: new URL(pass.domain, `${this.#base}/`).href,
      token: pass.token,
      webSocket: this.#socketsRefused < SocketsRefused,
      conversationStartProperties: { locale: this.#locale },
      // A conversation that was started is joined again: from where this page was, or from its beginning after a reload.
      ...(pass.started && { conversationId: pass.conversationId, watermark: isNew ? '' : this.#line.watermark }),
    };
    const ifHeard = act => (...what) => line === this.#heard && act(...what);
    const line = this.#line = openLine(webChat, options, {
      online: ifHeard(() => this.#onOnline(pass)),
      expired: ifHeard(() => this.#renew()),
      refused: ifHeard(() => this.#onRefused()),
      ended: ifHeard(() => this.#end()),
      failed: ifHeard(() => this.#fail()),
      dropped: ifHeard(openFor => this.#onDrop(line, openFor)),
    });
    this.#heard = line;
    this.#id = pass.conversationId;
    this.#onLine(webChat, line, isNew);
  }

  #onOnline(pass) {
    this.#resumes.write({ ...this.#resumes.read(), conversationId: pass.conversationId });
    this.#say('online');
  }

  // If it was the conversation that could not be joined, the next try starts it.
  #onRefused() {
    this.#resumes.write({ resume: this.#resumes.read().resume });
    this.#fail();
  }

  #renew() {
    const now = performance.now();
    this.#renewals = [...this.#renewals.filter(at => now - at < RenewalsWithin), now];
    if (this.#renewals.length > RenewalsAtMost) this.#fail();
    else this.connect();
  }

  async #onDrop(line, openFor) {
    if (openFor === undefined) this.#socketsRefused++;
    else this.#socketsRefused = 0;
    if (openFor > Held) this.#drops = 0;
    if (this.state === 'reconnecting') return;

    this.#say(navigator.onLine ? 'reconnecting' : 'offline');
    // Direct Line may have been faster.
    const isAway = () => line === this.#heard && this.state === 'reconnecting' && !this.#busy;
    while (isAway() && this.#drops < ReconnectAfter.length) {
      // Not all customers at the same instant.
      await seconds(ReconnectAfter[this.#drops++] * (0.75 + Math.random() / 2));
      if (!isAway()) return;
      try {
        await this.#begin();
      } catch (error) {
        if (signInExpired.has(error.code)) this.#fail(error);
      }
    }
    if (isAway()) this.#fail();
  }

  #end() {
    this.#heard = undefined;
    this.#say('ended');
  }

  #fail(error) {
    this.#heard = undefined;
    this.#say(signInExpired.has(error?.code) ? 'signInExpired' : navigator.onLine ? 'unreachable' : 'offline');
  }

  #say(state) {
    if (state === this.state) return;
    this.state = state;
    this.#onState(state);
  }
}

function seconds(count) {
  return new Promise(resolve => {
    setTimeout(resolve, count * 1000);
  });
}
