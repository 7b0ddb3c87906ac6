// Holds a conversation with a running bot through the real Direct Line client, over WebSocket and over polling.
// usage: node roundtrip.cjs URL     exit code 0 when all went well, 1 with a plain line when not

'use strict';

const { randomUUID } = require('node:crypto');
const SocketOfWs = require('ws');

const Patience = 40_000;
const sockets = [];

global.XMLHttpRequest = require('xhr2');
global.WebSocket = class extends SocketOfWs {
  constructor(url) {
    super(url);
    sockets.push(this);
  }
};

const { DirectLine } = require('botframework-directlinejs');

async function main(url) {
  if (!url) throw new Error('Say where the bot is: node roundtrip.cjs http://localhost:3978');
  await overWebSocket(url);
  await overPolling(url);
}

async function overWebSocket(url) {
  const chat = await Chat.open(url, 'websocket', { webSocket: true });
  await chat.seesWelcome();
  await chat.isAnswered('What are your opening hours?');
  await chat.losesItsSocketAndMissesNothing('How long does delivery take?');
  await chat.findsItsHistoryAgain(url);
  chat.end();
}

async function overPolling(url) {
  const chat = await Chat.open(url, 'polling', { webSocket: false });
  await chat.seesWelcome();
  await chat.isAnswered('What are your opening hours?');
  chat.end();
}

class Chat {
  static async open(url, name, options, resume) {
    const response = await fetch(new URL('/api/token', url), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ locale: 'en-GB', resume }),
    });
    if (!response.ok) throw new Error(`/api/token answered ${response.status}: ${await response.text()}`);
    return new Chat(name, await response.json(), options);
  }

  constructor(name, pass, options) {
    this.name = name;
    this.pass = pass;
    this.seen = [];
    this.waiting = new Set();
    this.line = new DirectLine({ domain: pass.domain, token: pass.token, ...options });
    this.line.activity$.subscribe(
      activity => {
        this.seen.push(activity);
        for (const look of [...this.waiting]) look();
      },
      // The client tells its own end() as an error too.
      error => this.isEnded || fail(new Error(`${name}: ${error.message}`)),
    );
  }

  async seesWelcome() {
    const welcome = await this.until('the welcome', activity => activity.type === 'message' && activity.from.role === 'bot');
    if (!welcome.text) throw new Error(`${this.name}: the welcome has no text.`);
    this.tell('the welcome came');
  }

  async isAnswered(text) {
    const mark = randomUUID();
    const id = await this.post(text, mark);
    await this.echoAndReply(id, mark);
    this.tell('a message came back as its own echo, and then its reply');
  }

  /** What is posted while the socket is gone must be there, echo and reply, once it is back. */
  async losesItsSocketAndMissesNothing(text) {
    const socket = sockets.at(-1);
    const count = sockets.length;
    socket.terminate();
    const mark = randomUUID();
    const id = await this.post(text, mark);
    await this.echoAndReply(id, mark);
    if (sockets.length === count) throw new Error(`${this.name}: the reply came, but over no new socket.`);
    const ids = this.seen.filter(activity => activity.type === 'message').map(activity => activity.id);
    if (new Set(ids).size !== ids.length) throw new Error(`${this.name}: something was shown twice after reconnecting.`);
    this.tell('the socket was dropped, and after reconnecting nothing was missing or doubled');
  }

  /** As after a reload of the page: the same conversation, from its beginning. */
  async findsItsHistoryAgain(url) {
    const again = await Chat.open(url, `${this.name}, reloaded`, { webSocket: true }, this.pass.resume);
    if (again.pass.conversationId !== this.pass.conversationId) throw new Error(`${again.name}: this is another conversation.`);
    const last = this.seen.findLast(activity => activity.type === 'message');
    await again.until('the last message', activity => activity.id === last.id);
    const shown = messageIds(again);
    const before = messageIds(this);
    if (shown.join() !== before.join()) throw new Error(`${again.name}: ${before.length} messages became ${shown.length}, or in another order.`);
    again.tell('the whole conversation was there');
    again.end();
  }

  async post(text, mark) {
    const sent = this.line.postActivity({
      type: 'message',
      text,
      from: { id: this.pass.userId, name: '' },
      channelData: { clientActivityID: mark },
    });
    const id = await new Promise((resolve, reject) => sent.subscribe(resolve, reject));
    // The client turns a failed post into the word "retry" and never tries again.
    if (id === 'retry') throw new Error(`${this.name}: the post was not accepted.`);
    return id;
  }

  async echoAndReply(id, mark) {
    const echo = await this.until('the echo', activity => activity.id === id);
    if (echo.channelData?.clientActivityID !== mark) throw new Error(`${this.name}: the echo lost its clientActivityID.`);
    if (echo.from.id !== this.pass.userId) throw new Error(`${this.name}: the echo is from somebody else.`);
    const reply = await this.until('the reply', activity => activity.type === 'message' && activity.replyToId === id);
    if (this.seen.indexOf(reply) < this.seen.indexOf(echo)) throw new Error(`${this.name}: the reply came before the message it answers.`);
  }

  until(what, matches) {
    return new Promise((resolve, reject) => {
      const patience = setTimeout(() => {
        this.waiting.delete(look);
        reject(new Error(`${this.name}: ${what} did not come within ${Patience / 1000} s.`));
      }, Patience);
      const look = () => {
        const found = this.seen.find(matches);
        if (!found) return;
        clearTimeout(patience);
        this.waiting.delete(look);
        resolve(found);
      };
      this.waiting.add(look);
      look();
    });
  }

  tell(line) {
    console.log(`ok  ${this.name}: ${line}`);
  }

  end() {
    this.isEnded = true;
    this.line.end();
  }
}

const messageIds = chat => chat.seen.filter(activity => activity.type === 'message').map(activity => activity.id);

function fail(error) {
  console.error(`failed  ${error.message}`);
  process.exit(1);
}

main(process.argv[2]).then(() => process.exit(0), fail);
