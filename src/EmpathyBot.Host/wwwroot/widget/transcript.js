// Web Chat in our panel: the messages, the send box, and the one store behind them.

import { handoffAfter, noHandoff, personOf } from './handoffs.js';
import { look } from './look.js';

const sendBox = '.webchat__send-box-text-box__html-text-area, .webchat__send-box-text-box__input';

export class Transcript {
  #element;
  #options;
  #onHandoff;
  #onReply;
  #store;
  #handoff = noHandoff;

  /**
   * @param {object} options
   * @param {Element} options.element where Web Chat is drawn
   * @param {(handoff) => void} options.onHandoff the handoff as it now stands
   * @param {() => void} options.onReply something was said to the customer
   */
  constructor({ element, locale, strings, nonce, onHandoff, onReply }) {
    this.#element = element;
    this.#onHandoff = onHandoff;
    this.#onReply = onReply;
    this.#keepAtEnd();
    this.#options = {
      locale,
      nonce,
      styleOptions: look,
      sendTypingIndicator: true,
      avatarMiddleware: () => next => args => personsAvatar(args) ?? next(args),
      groupActivitiesMiddleware: () => next => args => bySpeaker(next(args)),
      overrideLocalizedStrings: words => ({
        ...words,
        TEXT_INPUT_PLACEHOLDER: strings.placeholder,
        ACTIVITY_BOT_SAID_ALT: strings.replyPrefix,
        ACTIVITY_BOT_ATTACHED_ALT: strings.attachedPrefix,
      }),
    };
  }

  /** Shows a line. The same conversation over a new line keeps its messages and what the customer was typing. */
  show(webChat, line, isNew) {
    if (isNew || !this.#store) {
      this.#setHandoff(noHandoff);
      this.#store = webChat.createStore({}, () => next => action => {
        if (action.type === 'DIRECT_LINE/INCOMING_ACTIVITY') this.#onActivity(action.payload.activity);
        return next(action);
      });
    }

    webChat.renderWebChat({ ...this.#options, directLine: line, store: this.#store }, this.#element);
  }

  /** Says a sentence in the customer's name; the bubble shows it as the customer knows it. */
  say(sentence, label) {
    this.#store?.dispatch(
      sentence === label
        ? { type: 'WEB_CHAT/SEND_MESSAGE', payload: { text: sentence, method: 'keyboard' } }
        : { type: 'WEB_CHAT/SEND_MESSAGE_BACK', payload: { text: sentence, displayText: label } },
    );
  }

  /** Puts the cursor where the customer writes; false while Web Chat is not there yet. */
  focus() {
    const box = this.#element.querySelector(sendBox);
    box?.focus();
    return Boolean(box);
  }

  // A line above the messages, or a phone's keyboard, takes room away; who was reading the last message still sees it then.
  #keepAtEnd() {
    let height = 0;
    new ResizeObserver(() => {
      const list = this.#element.querySelector('.webchat__basic-transcript__scrollable');
      if (!list) return;
      const below = list.scrollHeight - list.scrollTop - height;
      if (height && Math.abs(below) < 32) list.scrollTop = list.scrollHeight;
      height = list.clientHeight;
    }).observe(this.#element);
  }

  #onActivity(activity) {
    this.#setHandoff(handoffAfter(this.#handoff, activity));
    if (activity.type !== 'message' || activity.from?.role === 'user') return;
    this.#onReply();
  }

  #setHandoff(handoff) {
    if (handoff === this.#handoff) return;
    this.#handoff = handoff;
    this.#onHandoff(handoff);
  }
}

// One avatar and one time stand for a row of messages; a row ends where another speaks. Web Chat knows only "not the customer".
function bySpeaker(rows) {
  const speaker = activity => personOf(activity) ?? activity.from.role;
  const split = row => row.reduce((parts, activity) => {
    const last = parts.at(-1);
    if (last && speaker(last[0]) === speaker(activity)) last.push(activity);
    else parts.push([activity]);
    return parts;
  }, []);
  return { ...rows, sender: rows.sender.flatMap(split), status: rows.status.flatMap(split) };
}

// A person's words do not come under the sign of the assistant.
function personsAvatar({ activity, fromUser }) {
  const name = !fromUser && personOf(activity);
  if (!name) return undefined;
  const avatar = reactElement('div', { 'aria-hidden': true, className: 'empathybot-person', children: initials(name) });
  return () => avatar;
}

function initials(name) {
  const words = name.trim().split(/\s+/u);
  return [words[0], words.length > 1 ? words.at(-1) : ''].map(word => [...word][0] ?? '').join('').toLocaleUpperCase();
}

// Web Chat bundles React 16 and does not hand it out; this is the element its createElement would make.
function reactElement(type, props) {
  return { $$typeof: Symbol.for('react.element'), type, key: null, ref: null, props, _owner: null };
}
