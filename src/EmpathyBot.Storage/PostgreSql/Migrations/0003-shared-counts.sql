-- What nodes count together for a moment, for limits that hold for all of them. A crash may forget it.
create unlogged table shared_counts (
  key          text        not null primary key, -- a hash: it names nobody
  counted      bigint      not null,
  forgotten_at timestamptz not null
) with (fillfactor = 50);
