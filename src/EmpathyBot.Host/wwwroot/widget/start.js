// Puts the parts together: panel, conversation, transcript.

import { Conversation } from './conversation.js';
import { describeHandoff, noHandoff } from './handoffs.js';
import { Panel } from './panel.js';
import { fill, stringsFor } from './strings.js';
import { Transcript } from './transcript.js';

// Whether the chat was open on the page before, so that following a link does not close a conversation.
const wasOpen = {
  key: 'empathybot:open',
  get: () => attempt(() => sessionStorage.getItem(wasOpen.key) === 'yes'),
  set: open => attempt(() => sessionStorage.setItem(wasOpen.key, open ? 'yes' : 'no')),
};

/** @param {{ base: string, tag: HTMLScriptElement }} where the server is, and the tag that asked for the chat */
export function start({ base, tag }) {
  const locale = tag.dataset.locale || navigator.language || 'en';
  const { strings, language } = stringsFor(locale);
  let handoff = noHandoff;

  const panel = new Panel({
    base,
    strings,
    language,
    theme: tag.dataset.theme,
    on: {
      open: () => {
        wasOpen.set(true);
        if (conversation.state === 'idle') conversation.connect();
        else if (!panel.isPhone) transcript.focus();
      },
      close: () => wasOpen.set(false),
      ask: ask => {
        transcript.say(ask.sentence, ask.label);
        transcript.focus();
      },
      strip: action => (action === 'startNew' ? conversation.startNew() : conversation.connect()),
    },
  });

  const transcript = new Transcript({
    element: panel.slot,
    locale,
    strings: strings.transcript,
    nonce: tag.nonce || undefined,
    onHandoff: value => {
      handoff = value;
      showStrip();
    },
    onReply: () => panel.addUnread(),
  });

  const conversation = new Conversation({
    base,
    locale,
    customerToken: () => tag.dataset.customerToken || undefined,
    onState: state => {
      showStrip();
      panel.setAsksEnabled(state === 'online');
      // A phone's keyboard would cover what is to be read first.
      if (state === 'online' && panel.isUntouched && !panel.isPhone) transcript.focus();
    },
    onLine: (webChat, line, isNew) => transcript.show(webChat, line, isNew),
  });

  function showStrip() {
    panel.setStrip(connectionNews(conversation, strings.connection)
      ?? { text: describeHandoff(handoff, strings.handoff, fill), tone: handoff.stage === 'joined' ? 'good' : 'plain' });
  }

  if (wasOpen.get() && !panel.isPhone) panel.open({ focus: false });
}

function connectionNews({ state, hasBegun }, words) {
  // Said only where it is so: who never got through has nothing that could be kept.
  const kept = text => (hasBegun ? `${text} ${words.kept}` : text);
  switch (state) {
    case 'idle':
    case 'online':
      return undefined;
    case 'unreachable':
      return { text: kept(words.unreachable), tone: 'bad', action: 'retry', label: words.retry };
    case 'signInExpired':
      return { text: words.signInExpired, tone: 'bad', action: 'retry', label: words.retry };
    case 'ended':
      return { text: words.ended, action: 'startNew', label: words.startNew };
    case 'offline':
      return { text: kept(words.offline), tone: 'bad' };
    default:
      return { text: words[state], tone: 'busy' };
  }
}

function attempt(work) {
  try {
    return work();
  } catch {
    // Session storage is forbidden here: the chat then starts closed on each page.
    return undefined;
  }
}
