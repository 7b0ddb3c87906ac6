-- Who works at the desk, and when a ticket last moved: what a supervisor counts.

create table agent_seats (
  id        text    not null primary key,
  name      text    not null,
  available integer not null,
  capacity  integer,                       -- null: no limit
  teams     text    not null,              -- a JSON array of names
  seen_at   integer not null
);

alter table tickets add column moved_at integer not null default 0;
update tickets set moved_at = coalesce(cast(round(unixepoch(json ->> '$.movedAt', 'subsec') * 1000) as integer), requested_at);
create index tickets_moved on tickets (moved_at);
