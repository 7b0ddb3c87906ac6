// The Bot Builder SDK for JavaScript as it is meant to be used: CloudAdapter, one waterfall with one prompt, state in memory.
// It reads nothing, stores nothing that outlives it, and answers every message with the prompt's next question.
//   node peer.cjs PORT
'use strict';
const http = require('node:http');
const { CloudAdapter, ConfigurationBotFrameworkAuthentication, ConversationState, MemoryStorage } = require('botbuilder');
const { DialogSet, TextPrompt, WaterfallDialog } = require('botbuilder-dialogs');

const port = Number(process.argv[2] ?? 3990);
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
adapter.onTurnError = async (_, error) => console.error(error);

const conversations = new ConversationState(new MemoryStorage());
const dialogs = new DialogSet(conversations.createProperty('dialogs'));
dialogs.add(new TextPrompt('text'));
dialogs.add(new WaterfallDialog('ask', [
  step => step.prompt('text', step.options.said ? `You said "${step.options.said}". What else?` : 'What can I do for you?'),
  step => step.replaceDialog('ask', { said: step.result }),
]));

async function onTurn(context) {
  if (context.activity.type !== 'message') return;
  const dialog = await dialogs.createContext(context);
  const done = await dialog.continueDialog();
  if (done.status === 'empty') await dialog.beginDialog('ask', {});
  await conversations.saveChanges(context);
}

// The part of a web framework's response that the adapter uses.
function answering(response) {
  response.status = code => { response.statusCode = code; return response; };
  response.header = (name, value) => { response.setHeader(name, value); return response; };
  response.send = body => { response.end(typeof body === 'string' ? body : JSON.stringify(body)); return response; };
  return response;
}

http.createServer((request, response) => {
  if (request.url === '/readyz') return void response.end('ready');
  if (request.url !== '/api/messages') return void answering(response).status(404).end();
  const parts = [];
  request.on('data', part => parts.push(part));
  request.on('end', () => {
    request.body = JSON.parse(Buffer.concat(parts).toString('utf8'));
    adapter.process(request, answering(response), onTurn);
  });
}).listen(port, '127.0.0.1');
