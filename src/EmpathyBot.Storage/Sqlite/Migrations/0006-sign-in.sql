-- Who may sign in at the desk, tries that failed, the log of what was done there, and the keys of session cookies.

create table accounts (
  id            text    not null primary key,
  name          text    not null,            -- the one customers see
  role          text    not null,
  stamp         text    not null,
  sign_in_name  text    unique,
  password_hash text,
  issuer        text,
  subject       text,
  disabled_at   integer,
  created_at    integer not null,
  version       integer not null,
  unique (issuer, subject)
);

create table sign_in_tries (
  key        text    not null primary key,   -- a hash: what people type into a name field may be a password
  failures   integer not null,
  last_at    integer not null,
  wait_until integer not null
);
create index sign_in_tries_age on sign_in_tries (last_at);

create table audit (
  id              integer not null primary key autoincrement,
  at              integer not null,
  act             text    not null,
  agent_id        text,
  agent           text    not null,
  address         text,
  ticket_id       text,
  conversation_id text,
  account_id      text,
  detail          text
);
create index audit_age on audit (at);
create index audit_conversation on audit (conversation_id, id);

-- The log is only added to. Retention may delete what is older than its shortest setting, thirty days; nobody anything else.
create trigger audit_keeps before update on audit begin
  select raise(abort, 'the audit log is only added to');
end;
create trigger audit_stays before delete on audit when old.at > (select max(at) from audit) - 30 * 86400000 begin
  select raise(abort, 'the audit log is only added to');
end;

create table session_keys (
  id  integer not null primary key,
  xml text    not null
);
