// Every word of the widget, by language. A new language is a new entry here and nothing else.
// `sentence` is what is sent to the assistant (it understands these words in English), `label` what the customer reads.

const en = {
  title: 'Chat with us',
  open: 'Chat with us',
  close: 'Close chat',
  unread: { one: '1 new message', other: '{count} new messages' },

  about: {
    button: 'About this chat',
    heading: 'About this chat',
    text: [
      'You are chatting with an automated assistant (AI). It answers questions, looks up orders and can bring in a person.',
      'It reads your mood from the words you type, so that it can answer with care. You can see why it said something, and you can switch that off.',
    ],
    asks: [
      { id: 'why', label: 'Why did you say that?', sentence: 'Why did you say that?' },
      { id: 'mood', label: 'Stop reading my mood', sentence: 'Stop reading my mood' },
      { id: 'person', label: 'Talk to a person', sentence: 'Talk to a person' },
    ],
    offline: 'These can be sent once you are connected.',
  },

  connection: {
    connecting: 'Connecting…',
    renewing: 'Picking up where you left off…',
    reconnecting: 'The connection dropped. Reconnecting…',
    offline: 'You are offline.',
    unreachable: 'We can’t reach the chat right now.',
    kept: 'Your conversation is kept.',
    signInExpired: 'Your sign-in with the shop has run out. Reload this page to go on.',
    retry: 'Try again',
    ended: 'This conversation has ended.',
    startNew: 'Start a new conversation',
  },

  handoff: {
    waiting: 'Waiting for a person to join.',
    joined: 'You are talking with {name}.',
    joinedUnnamed: 'You are talking with a person.',
    closed: 'The conversation with {name} has ended.',
    closedUnnamed: 'The conversation with our colleague has ended.',
    returned: 'You are back with the automated assistant.',
    abandoned: 'You are no longer waiting for a person.',
    missed: 'Nobody was free to join in time.',
    failed: 'A person could not be reached.',
  },

  transcript: {
    placeholder: 'Type your message',
    // Read out before each message that is not the customer's. Web Chat says "Bot", which a person is not.
    replyPrefix: 'Support said:',
    attachedPrefix: 'Support attached:',
  },
};

const es = {
  title: 'Habla con nosotros',
  open: 'Habla con nosotros',
  close: 'Cerrar el chat',
  unread: { one: '1 mensaje nuevo', other: '{count} mensajes nuevos' },

  about: {
    button: 'Acerca de este chat',
    heading: 'Acerca de este chat',
    text: [
      'Estás hablando con un asistente automático (IA). Responde preguntas, consulta pedidos y puede avisar a una persona.',
      'Lee tu estado de ánimo en las palabras que escribes para contestarte con cuidado. Puedes ver por qué dijo algo y puedes desactivarlo.',
    ],
    asks: [
      { id: 'why', label: '¿Por qué has dicho eso?', sentence: en.about.asks[0].sentence },
      { id: 'mood', label: 'No leas mi estado de ánimo', sentence: en.about.asks[1].sentence },
      { id: 'person', label: 'Hablar con una persona', sentence: en.about.asks[2].sentence },
    ],
    offline: 'Podrás enviarlas cuando haya conexión.',
  },

  connection: {
    connecting: 'Conectando…',
    renewing: 'Retomando la conversación…',
    reconnecting: 'Se ha cortado la conexión. Reconectando…',
    offline: 'No tienes conexión.',
    unreachable: 'Ahora mismo no podemos abrir el chat.',
    kept: 'La conversación se guarda.',
    signInExpired: 'Tu sesión en la tienda ha caducado. Recarga esta página para seguir.',
    retry: 'Reintentar',
    ended: 'Esta conversación ha terminado.',
    startNew: 'Empezar otra conversación',
  },

  handoff: {
    waiting: 'Esperando a que se una una persona.',
    joined: 'Estás hablando con {name}.',
    joinedUnnamed: 'Estás hablando con una persona.',
    closed: 'La conversación con {name} ha terminado.',
    closedUnnamed: 'La conversación con nuestra compañera o compañero ha terminado.',
    returned: 'Vuelves a estar con el asistente automático.',
    abandoned: 'Ya no estás esperando a una persona.',
    missed: 'Nadie ha podido unirse a tiempo.',
    failed: 'No hemos podido avisar a una persona.',
  },

  transcript: {
    placeholder: 'Escribe tu mensaje',
    replyPrefix: 'Atención al cliente dijo:',
    attachedPrefix: 'Atención al cliente adjuntó:',
  },
};

const languages = { en, es };

/** The words for a BCP 47 locale, and the language they are in; English where we have no other. */
export function stringsFor(locale) {
  const language = String(locale || '').toLowerCase().split('-')[0];
  return languages[language] ? { language, strings: languages[language] } : { language: 'en', strings: en };
}

/** Puts values into the {places} of a string. */
export function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);
}
