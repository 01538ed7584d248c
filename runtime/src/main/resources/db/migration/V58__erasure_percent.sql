-- How far an erasure is, so that it can be left and looked at again.
alter table erasure add column percent smallint not null default 0;
update erasure set percent = 100 where done_at is not null;
