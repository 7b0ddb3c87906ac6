-- Times are milliseconds since 1970 (UTC); what nodes measure against one another is the server's own clock. JSON is
-- text, as it is read whole and kept as it was written. Nothing here names a type of the program.

create table conversations (
  id            text   not null primary key,
  channel       text   not null,
  user_id       text   not null,
  reference     text,
  state         text   not null,
  dialogs       text,
  version       bigint not null,             -- counts commits; accepting a message leaves it alone
  last_sequence bigint not null,             -- of the stream
  last_event    bigint not null,
  created_at    bigint not null
) with (fillfactor = 70);

-- What the customer is shown. Watermarks are made of sequence, which has no gaps in a conversation.
create table stream (
  conversation_id text   not null,
  sequence        bigint not null,
  json            text   not null,
  primary key (conversation_id, sequence)
);

-- What came in. Its JSON stands in the stream when it is shown there, else here.
create table accepted (
  id              bigint not null generated always as identity primary key,
  conversation_id text   not null,
  activity_id     text   not null,
  client_key      text,
  sequence        bigint,
  json            text,
  turn            smallint,                  -- null: runs none; 0: waits; 1: done
  accepted_at     bigint not null,
  node            text   not null,           -- which took it in, and runs its turn unless it dies
  unique (conversation_id, activity_id)
) with (fillfactor = 80);
create unique index accepted_by_client_key on accepted (conversation_id, client_key) where client_key is not null;
create index accepted_waiting on accepted (conversation_id, id) where turn = 0;

create table events (
  conversation_id text   not null,
  number          bigint not null,
  json            text   not null,
  primary key (conversation_id, number)
);

-- What a channel must still be called with, and which node is about it.
create table outbox (
  id              bigint not null generated always as identity primary key,
  conversation_id text   not null,
  sequence        bigint not null,
  attempts        bigint not null default 0,
  due_at          bigint not null,
  node            text
);
create index outbox_due on outbox (due_at, id);
create index outbox_conversation on outbox (conversation_id, id);

-- The newest change of each conversation. Commits of many nodes end in another order than they began, so a commit only
-- clears the place; places are given afterwards, by one at a time, and who has read up to a place has missed nothing.
create table changes (
  conversation_id text   not null primary key,
  ticket_id       text,
  sequence        bigint unique
) with (fillfactor = 70);
create index changes_without_place on changes (conversation_id) where sequence is null;
create sequence change_places;

create table tickets (
  id              text             not null primary key,
  conversation_id text             not null,
  is_open         boolean          not null,
  need            double precision not null,
  requested_at    bigint           not null,
  moved_at        bigint           not null,
  version         integer          not null,
  json            text             not null,
  made            bigint           not null generated always as identity
);
create index tickets_queue on tickets (need desc, requested_at, made) where is_open;
create index tickets_open on tickets (conversation_id) where is_open;
create index tickets_moved on tickets (moved_at);

create table resumes (
  hash            text not null primary key,
  conversation_id text not null,
  user_id         text not null,
  replaced_at     bigint
);
create index resumes_replaced on resumes (conversation_id) where replaced_at is not null;

create table secrets (
  name  text  not null primary key,
  value bytea not null
);

create table attachments (
  id              text  not null primary key,
  conversation_id text  not null,
  name            text  not null,
  content_type    text  not null,
  content         bytea not null
);

-- What is remembered of a customer, and of nobody else: a fold of the events of their conversations.
create table customers (
  channel text   not null,
  user_id text   not null,
  last_at bigint not null,
  json    text   not null,
  primary key (channel, user_id)
);
create index customers_age on customers (last_at);

create table agent_seats (
  id        text    not null primary key,
  name      text    not null,
  available boolean not null,
  capacity  integer,                         -- null: no limit
  teams     text    not null,                -- a JSON array of names
  seen_at   bigint  not null
);

create table accounts (
  id            text    not null primary key,
  name          text    not null,            -- the one customers see
  role          text    not null,
  stamp         text    not null,
  sign_in_name  text    unique,
  password_hash text,
  issuer        text,
  subject       text,
  disabled_at   bigint,
  created_at    bigint  not null,
  version       integer not null,
  unique (issuer, subject)
);

create table sign_in_tries (
  key        text    not null primary key,   -- a hash: what people type into a name field may be a password
  failures   integer not null,
  last_at    bigint  not null,
  wait_until bigint  not null
);
create index sign_in_tries_age on sign_in_tries (last_at);

create table audit (
  id              bigint not null generated always as identity primary key,
  at              bigint not null,
  act             text   not null,
  agent_id        text,
  agent           text   not null,
  address         text,
  ticket_id       text,
  conversation_id text,
  account_id      text,
  detail          text
);
create index audit_age on audit (at);
create index audit_conversation on audit (conversation_id, id);

-- The log is only added to. Retention may delete what is older than its shortest setting, thirty days; nobody anything else.
create function audit_is_only_added_to() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and old.at <= (select max(at) from audit) - 30 * 86400000::bigint then
    return old;
  end if;
  raise exception 'the audit log is only added to';
end $$;
create trigger audit_keeps before update or delete on audit for each row execute function audit_is_only_added_to();
create trigger audit_stays before truncate on audit for each statement execute function audit_is_only_added_to();

create table session_keys (
  id  bigint not null generated always as identity primary key,
  xml text   not null
);

-- The nodes that live. A node that has not said so for a while counts as gone: others go on with what it was about.
create table nodes (
  id          text        not null primary key,
  alive_until timestamptz not null
) with (fillfactor = 50);

-- The right to run a turn of a conversation: there while one runs. The fence rises with every taking, and a commit must
-- name it, so that a node that slept past its lease writes nothing.
create table turn_leases (
  conversation_id text        not null primary key,
  node            text        not null,
  fence           bigint      not null,
  until           timestamptz not null
) with (fillfactor = 50);
create index turn_leases_of_node on turn_leases (node);
create sequence turn_fences;

-- Which customers have their page open, and at which node.
create table customer_presence (
  conversation_id text not null,
  node            text not null,
  left_at         bigint,                    -- null: a page is open there
  primary key (conversation_id, node)
);
create index customer_presence_open on customer_presence (node) where left_at is null;
