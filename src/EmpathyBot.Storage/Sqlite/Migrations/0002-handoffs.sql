create table tickets (
  id              text    not null primary key,
  conversation_id text    not null,
  is_open         integer not null,
  need            real    not null,
  requested_at    integer not null,
  version         integer not null,
  json            text    not null
);
create index tickets_queue on tickets (need desc, requested_at) where is_open = 1;
create index tickets_open on tickets (conversation_id) where is_open = 1;
