-- What another engagement hub must still be told. Never its words: those are put together when it is sent.

create table hub_outbox (
  id              bigint not null primary key generated always as identity,
  conversation_id text   not null,
  activity_id     text   not null,
  ticket_id       text   not null,
  kind            text   not null,           -- initiate, message, end
  turn_id         text,
  attempts        bigint not null default 0,
  due_at          bigint not null,
  node            text
);
create index hub_outbox_due on hub_outbox (due_at, id);
create index hub_outbox_conversation on hub_outbox (conversation_id, id);
