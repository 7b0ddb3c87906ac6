-- Which customers have their page open. It outlives the process, so that a restart takes nobody for gone or there.

create table customer_presence (
  conversation_id text not null primary key,
  left_at         integer                   -- null: a page is open
);
