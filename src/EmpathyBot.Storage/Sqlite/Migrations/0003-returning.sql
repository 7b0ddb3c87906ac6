-- What lets a page come back, keys that outlive a process, and files that were sent.

create table resumes (
  hash            text    not null primary key,
  conversation_id text    not null,
  user_id         text    not null,
  replaced_at     integer
);
create index resumes_replaced on resumes (conversation_id) where replaced_at is not null;

create table secrets (
  name  text not null primary key,
  value blob not null
);

create table attachments (
  id              text not null primary key,
  conversation_id text not null,
  name            text not null,
  content_type    text not null,
  content         blob not null
);
