-- Times are milliseconds since 1970 (UTC). JSON is text. Nothing here names a type of the program.

create table conversations (
  id            text    not null primary key,
  channel       text    not null,
  user_id       text    not null,
  reference     text,
  state         text    not null,
  dialogs       text,
  version       integer not null,           -- counts commits; accepting a message leaves it alone
  last_sequence integer not null,           -- of the stream
  last_event    integer not null,
  created_at    integer not null
);

-- What the customer is shown. Watermarks are made of sequence, which has no gaps in a conversation.
create table stream (
  id              integer not null primary key,
  conversation_id text    not null,
  sequence        integer not null,
  json            text    not null,
  unique (conversation_id, sequence)
);

-- What came in. Its JSON stands in the stream when it is shown there, else here.
create table accepted (
  id              integer not null primary key autoincrement,
  conversation_id text    not null,
  activity_id     text    not null,
  client_key      text,
  sequence        integer,
  json            text,
  turn            integer,                  -- null: runs none; 0: waits; 1: done
  accepted_at     integer not null,
  unique (conversation_id, activity_id)
);
create unique index accepted_by_client_key on accepted (conversation_id, client_key) where client_key is not null;
create index accepted_waiting on accepted (conversation_id, id) where turn = 0;

create table events (
  id              integer not null primary key,
  conversation_id text    not null,
  number          integer not null,
  json            text    not null,
  unique (conversation_id, number)
);

-- What a channel must still be called with.
create table outbox (
  id              integer not null primary key autoincrement,
  conversation_id text    not null,
  sequence        integer not null,
  attempts        integer not null default 0,
  due_at          integer not null
);
create index outbox_due on outbox (due_at, id);
create index outbox_conversation on outbox (conversation_id, id);

-- The newest change of each conversation: a desk that comes back reads what changed since, in bounded space.
create table changes (
  sequence        integer not null primary key autoincrement,
  conversation_id text    not null unique,
  ticket_id       text
);
