-- What is remembered of a customer, and of nobody else: a fold of the events of their conversations.

create table customers (
  channel text    not null,
  user_id text    not null,
  last_at integer not null,
  json    text    not null,
  primary key (channel, user_id)
);
create index customers_age on customers (last_at);
